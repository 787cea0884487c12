import { type Expression, type RawBuilder, type SqlBool, sql } from "kysely";
import {
  asc,
  desc,
  field,
  type OrderKey,
  type Projection,
  type Scope,
  type Sought,
} from "../../core/read/projection.ts";
import { type Slot, type Slots, when } from "../../core/read/slots.ts";
import { hasWordsByIndex, matchesWords, patternsOf } from "../../core/read/words.ts";
import { uuidOrNull } from "../../core/scalars.ts";
import { currentId } from "../access/merged.ts";
import { clientOf } from "../clients/client-of.ts";
import { userBy } from "../people/user-by.ts";
import { inRange } from "../settings/date-range.ts";
import type { Task } from "./task.entity.ts";
import type { TaskFilter, TasksArgs } from "./task.types.ts";

type Shown = Exclude<Extract<keyof Task, string>, "clientId" | "assigneeId" | "doneById" | "createdById" | "deletedAt">;

/** Where each field of a task comes from. */
export const taskProjection: Projection<"task", Shown> = {
  table: "task",
  fields: {
    id: "id",
    client: clientOf("task"),
    title: "title",
    description: "description",
    dueAt: "due_at",
    dueOn: "due_on",
    overdue: field<"task">(() => sql`(not task.done and coalesce(task.due_at < now(), false))`),
    assignee: userBy("task.assignee_id"),
    priority: "priority",
    remindMinutes: "remind_minutes",
    doneAt: "done_at",
    doneBy: userBy("task.done_by_id"),
    createdBy: userBy("task.created_by_id"),
    createdAt: "created_at",
    updatedAt: "updated_at",
    version: "version",
  },
};

/** A client's tasks. */
export const tasksOf = ({ eb, args, page }: Scope<"client", TasksArgs>) =>
  page(
    taskProjection,
    eb
      .selectFrom("task")
      .whereRef("task.client_id", "=", "client.id")
      .where("task.deleted_at", "is", null)
      .where(({ and }) => and(taskConditions(args.filter))),
    taskOrder(args.filter),
  );

/** Done tasks: the latest first. Otherwise open ones first, by the date they are due. */
export const taskOrder = (filter: Slots<TaskFilter> | null | undefined): OrderKey[] =>
  filter?.open === false ? [desc("task.done_at")] : [asc("task.done"), asc("task.due_key")];

/** A whole filter as conditions. */
export function taskConditions(filter: Slots<TaskFilter> | null | undefined): Expression<SqlBool>[] {
  return [
    ...when(filter?.open, (open) => (open ? sql<SqlBool>`not task.done` : sql<SqlBool>`task.done`)),
    ...when(
      filter?.assigneeIds,
      (ids) => sql<SqlBool>`task.assignee_id = any(${ids.map((all) => all.map(uuidOrNull))}::uuid[])`,
    ),
    ...(filter?.unassigned ? [sql<SqlBool>`task.assignee_id is null`] : []),
    ...when(filter?.dueBefore, (moment) => sql<SqlBool>`task.due_at < ${moment}`),
    ...inRange("task.due_at", filter?.due),
    ...inRange("task.done_at", filter?.doneAt),
    ...when(filter?.priorities, (priorities) => sql<SqlBool>`task.priority = any(${priorities}::task_priority[])`),
    ...when(filter?.clientId, (id) => sql<SqlBool>`task.client_id = ${currentId(id.map(uuidOrNull))}`),
    ...when(filter?.search, matches),
  ];
}

const matches = (search: Slot<string>): RawBuilder<SqlBool> =>
  matchesWords(
    sql`concat_ws(' ', task.title, task.description, (select client.name from client where client.id = task.client_id))`,
    search,
  );

/** A task is found by its own text, which has an index, or by its client's name as well, which is part of another one. */
export function sought(search: Slot<string>): Sought {
  const patterns = patternsOf(search);
  const { words, numbers } = patterns;
  const own = sql`task_search(task.title, task.description)`;
  const ofClients = (
    condition: RawBuilder<SqlBool>,
  ) => sql`select task.id from client join task on task.client_id = client.id
    where client.deleted_at is null and task.deleted_at is null and ${condition} and ${matches(search)}`;
  return {
    given: sql`null`,
    matches: () => matches(search),
    indexed: sql`(${hasWordsByIndex(own, own, patterns)} and ${matches(search)})`,
    // No index knows a number that is spaced in a name.
    others: () => sql`${ofClients(sql`client.search like any (${words}::text[])`)}
      union all ${ofClients(sql`${numbers}::text[] <> '{}' and client.name ~ '\\d'`)}`,
  };
}
