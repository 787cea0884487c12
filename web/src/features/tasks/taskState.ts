import { taskPriorities } from "@clientela/shared/tasks/rules";
import type { TaskFilter, TaskPriority } from "../../generated/schema.ts";

/** Stands among people for nobody. */
export const nobody = "none";
export const dueChoices = ["overdue", "today"] as const;
export type DueChoice = (typeof dueChoices)[number];

/** What the page of tasks shows, as its address says it. */
export interface TaskState {
  search: string;
  /** Ids of people, or `nobody` alone; empty for all. */
  who: string[];
  priorities: TaskPriority[];
  clientId: string | null;
  due: DueChoice | null;
  done: boolean;
}

/** Reads the state from an address; without a word on people it is the viewer's own day. */
export function readTaskState(params: URLSearchParams, me: string): TaskState {
  const list = (name: string) => (params.get(name) ?? "").split(",").filter(Boolean);
  const who = params.get("who");
  return {
    search: params.get("q") ?? "",
    who: who === null ? [me] : who === "all" ? [] : list("who"),
    priorities: taskPriorities.filter((priority) => list("priority").includes(priority)),
    clientId: params.get("client"),
    due: dueChoices.find((choice) => choice === params.get("due")) ?? null,
    done: params.get("show") === "done",
  };
}

/** Writes a state into a copy of the query, leaving what belongs to others alone. */
export function writeTaskState(params: URLSearchParams, state: TaskState, me: string): URLSearchParams {
  const next = new URLSearchParams(params);
  const put = (key: string, value: string | null) => (value ? next.set(key, value) : next.delete(key));
  const mine = state.who.length === 1 && state.who[0] === me;
  put("q", state.search);
  put("who", mine ? null : state.who.join(",") || "all");
  put("priority", state.priorities.join(","));
  put("client", state.clientId);
  put("due", state.due);
  put("show", state.done ? "done" : null);
  return next;
}

/** The API's filter of a state, but for whether tasks are done; `now` in milliseconds. */
export function filterOf(state: TaskState, now: number): TaskFilter {
  const search = state.search.trim();
  return {
    ...(search && { search }),
    ...(state.who.includes(nobody) ? { unassigned: true } : state.who.length > 0 && { assigneeIds: state.who }),
    ...(state.priorities.length > 0 && { priorities: state.priorities }),
    ...(state.clientId && { clientId: state.clientId }),
    ...(state.due === "overdue" && { dueBefore: new Date(now).toISOString() }),
    ...(state.due === "today" && { due: { preset: "TODAY" } }),
  };
}

/** Whether anything beside the people narrows the list down. */
export const isNarrowed = ({ search, priorities, clientId, due }: TaskState): boolean =>
  search.trim() !== "" || priorities.length > 0 || clientId !== null || due !== null;
