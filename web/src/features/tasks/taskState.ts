import { taskPriorities } from "@clientela/shared/tasks/rules";
import type { TaskFilter, TaskPriority } from "../../generated/schema.ts";
import { flag, many, one, type Param, text, urlState } from "../../lists/urlState.ts";

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

const people = many("who");
/** Without a word on people an address means the viewer's own day. */
const whose = (me: string): Param<string[]> => ({
  name: people.name,
  read: (values) => (values.length === 0 ? [me] : values[0] === "all" ? [] : people.read(values)),
  write: (who) => (who.length === 0 ? ["all"] : who.length === 1 && who[0] === me ? [] : people.write(who)),
});

/** The state in the address. */
export const taskState = (me: string) =>
  urlState<TaskState>({
    search: text("q"),
    who: whose(me),
    priorities: many("priority", taskPriorities),
    clientId: one("client"),
    due: one("due", dueChoices),
    done: flag("show", "done"),
  });

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
