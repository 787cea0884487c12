import { type TaskPriority, taskPriorities } from "@clientela/shared/tasks/rules";
import { defineEntity, type OptionalProps, p } from "@mikro-orm/core";
import { Field, ID, Int, ObjectType } from "type-graphql";
import { Node } from "../../core/node.ts";
import { CalendarDate, DateTime } from "../../core/scalars.ts";
import { Client } from "../clients/client.entity.ts";
import { User } from "../people/user.entity.ts";
import { TaskPriorityEnum } from "./task.types.ts";

const TaskSchema = defineEntity({
  name: "Task",
  properties: {
    id: p.uuid().primary().defaultRaw("uuidv7()"),
    clientId: p.uuid(),
    title: p.text(),
    description: p.text().nullable(),
    dueAt: p.datetime().nullable(),
    dueOn: p.date().nullable(),
    assigneeId: p.uuid().nullable(),
    priority: p.enum(taskPriorities).default("NORMAL"),
    remindMinutes: p.integer().nullable(),
    doneAt: p.datetime().nullable(),
    doneById: p.uuid().nullable(),
    createdById: p.uuid().nullable(),
    createdAt: p.datetime().defaultRaw("now()"),
    updatedAt: p
      .datetime()
      .defaultRaw("now()")
      .onUpdate(() => new Date()),
    version: p.integer().version(),
    deletedAt: p.datetime().nullable(),
  },
});

/** What is to be done for a client, by when and by whom. */
@ObjectType({ implements: Node, description: "What is to be done for a client, by when and by whom." })
export class Task extends TaskSchema.class {
  declare [OptionalProps]?: "priority" | "createdAt" | "updatedAt" | "version";

  @Field(() => ID)
  declare id: string;
  @Field(() => Client)
  client?: Client;
  @Field(() => String)
  declare title: string;
  @Field(() => String, { nullable: true, description: "Plain text." })
  declare description: string | null;
  @Field(() => DateTime, {
    nullable: true,
    description: "The last moment to do it; of a whole day its last second in the business's time zone.",
  })
  declare dueAt: Date | null;
  @Field(() => CalendarDate, { nullable: true, description: "Set where it is due on a whole day." })
  declare dueOn: string | null;
  @Field(() => Boolean, { description: "Whether it is open and `dueAt` has passed." })
  overdue?: boolean;
  @Field(() => User, { nullable: true })
  assignee?: User | null;
  @Field(() => TaskPriorityEnum)
  declare priority: TaskPriority;
  @Field(() => Int, { nullable: true, description: "How long before it is due to remind; null for never." })
  declare remindMinutes: number | null;
  @Field(() => DateTime, { nullable: true })
  declare doneAt: Date | null;
  @Field(() => User, { nullable: true })
  doneBy?: User | null;
  @Field(() => User, { nullable: true })
  createdBy?: User | null;
  @Field(() => DateTime)
  declare createdAt: Date;
  @Field(() => DateTime)
  declare updatedAt: Date;
  @Field(() => Int, { description: "Grows with each change; see `expectedVersion`." })
  declare version: number;
}
TaskSchema.setClass(Task);
