import type { GraphQLResolveInfo } from "graphql";
import { type ExpressionBuilder, type SqlBool, sql } from "kysely";
import { type Context, viewerOf } from "../../context.ts";
import type { Root, ViewerScope } from "../../core/read/projection.ts";
import type { Sender } from "../../core/read/reader.ts";
import { when } from "../../core/read/slots.ts";
import { uuidOrNull } from "../../core/scalars.ts";
import type { Database } from "../../database/tables.ts";
import { visibleTo } from "../access/visible.ts";
import { inRange } from "../settings/date-range.ts";
import { sought, taskConditions, taskOrder, taskProjection } from "./task.projection.ts";
import type { TaskCounts, TasksArgs } from "./task.types.ts";

/** The tasks of the clients that a viewer sees. */
const tasksVisibleTo = (eb: ExpressionBuilder<Database, never>, viewer: ViewerScope) =>
  eb
    .selectFrom("task")
    .where("task.deleted_at", "is", null)
    .where(({ exists, selectFrom }) =>
      exists(selectFrom("client").whereRef("client.id", "=", "task.client_id").where(visibleTo(viewer))),
    );

/** One task of a client that the viewer sees, or null. */
export const taskById: Root<{ id: string }> = {
  build: ({ eb, args, viewer, one }) =>
    one(taskProjection, tasksVisibleTo(eb, viewer).where("task.id", "=", args.id.map(uuidOrNull))),
};

/** The task that a mutation changed, as its answer selects it. */
export const readTask = (context: Context, info: GraphQLResolveInfo, id: string, within: Sender) =>
  context.core.reader.read(taskById, info, viewerOf(context), { id }, within);

/** Some tasks, in the order of their ids. */
export const tasksById: Root<{ ids: string[] }> = {
  build: ({ eb, args, viewer, many }) =>
    many(
      taskProjection,
      tasksVisibleTo(eb, viewer).where(sql<SqlBool>`task.id = any(${args.ids}::uuid[])`).orderBy("task.id"),
    ),
};

/** A page of the tasks of all clients that the viewer sees. */
export const taskList: Root<TasksArgs> = {
  build: ({ eb, args, viewer, page }) => {
    const { search, ...filter } = args.filter ?? {};
    return page(
      taskProjection,
      tasksVisibleTo(eb, viewer).where(({ and }) => and(taskConditions(filter))),
      taskOrder(filter),
      { sought: when(search, sought)[0] },
    );
  },
};

/** The figures beside the link to one's own tasks. */
export async function findTaskCounts(context: Context): Promise<TaskCounts> {
  const viewer = viewerOf(context);
  const { rows } = await sql<TaskCounts>`
    select count(*)::int as open,
      count(*) filter (where task.due_at < now())::int as overdue,
      count(*) filter (where task.due_at >= now() and ${sql.join(inRange("task.due_at", { preset: "TODAY" }), sql` and `)})::int as today
    from task join client on client.id = task.client_id
    where task.assignee_id = ${viewer.userId} and not task.done and task.deleted_at is null and ${visibleTo(viewer)}`.execute(
    context.core.db,
  );
  return rows[0] as TaskCounts;
}
