import { taskKinds } from "@clientela/shared/timeline/rules";
import { type SqlBool, sql } from "kysely";
import { Field, ObjectType } from "type-graphql";
import { field } from "../../core/read/projection.ts";
import { entryFamily } from "../timeline/entry.ts";
import { TimelineEntry } from "../timeline/timeline.types.ts";
import { Task } from "./task.entity.ts";
import { taskProjection } from "./task.projection.ts";

@ObjectType({ implements: TimelineEntry, description: "A task was created, done or reopened." })
export class TaskEntry extends TimelineEntry {
  @Field(() => Task, { nullable: true, description: "Null once it was deleted." })
  task!: Task | null;
}

export const taskEntries = entryFamily<{ title?: string } | null>()(TaskEntry, {
  kinds: taskKinds,
  fields: {
    // The title as it was then; the task may be called otherwise now.
    title: field<"timeline_entry">(() => sql`timeline_entry.data ->> 'title'`),
    task: field<"timeline_entry">(({ eb, one }) =>
      one(
        taskProjection,
        eb
          .selectFrom("task")
          .where(sql<SqlBool>`task.id = (timeline_entry.data ->> 'taskId')::uuid`)
          .where("task.deleted_at", "is", null),
      ),
    ),
  },
  summary: ({ kind, data }, { translate }) => translate(`timeline.summary.${kind}`, { title: data?.title }),
});
