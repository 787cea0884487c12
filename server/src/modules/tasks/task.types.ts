import type { TaskPriority } from "@clientela/shared/tasks/rules";
import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import { PageArgs } from "../../core/read/connection.ts";
import { CalendarDate, DateTime } from "../../core/scalars.ts";
import { DateRange } from "../settings/date-range.ts";

export const TaskPriorityEnum: { [K in TaskPriority]: K } = {
  LOW: "LOW",
  NORMAL: "NORMAL",
  HIGH: "HIGH",
  URGENT: "URGENT",
};
registerEnumType(TaskPriorityEnum, { name: "TaskPriority" });

@InputType({ description: "An omitted field stays as it is; null clears it." })
export class TaskInput {
  @Field(() => String, { nullable: true, description: "Required at first." })
  title?: string;
  @Field(() => String, { nullable: true })
  description?: string | null;
  @Field(() => DateTime, { nullable: true, description: "The moment it is due; takes the place of a whole day." })
  dueAt?: Date | null;
  @Field(() => CalendarDate, { nullable: true, description: "The whole day it is due; takes the place of a moment." })
  dueOn?: string | null;
  @Field(() => ID, { nullable: true, description: "Somebody who can see the client." })
  assigneeId?: string | null;
  @Field(() => TaskPriorityEnum, { nullable: true, description: "NORMAL when absent or null." })
  priority?: TaskPriority | null;
  @Field(() => Int, {
    nullable: true,
    description:
      "How long before it is due to remind, of a whole day counted from 9:00; 0 for a new task when absent, null for never.",
  })
  remindMinutes?: number | null;
  @Field(() => Boolean, { nullable: true })
  done?: boolean | null;
}

@InputType({ description: "Every condition must hold; a list means any of its values." })
export class TaskFilter {
  @Field(() => [ID], { nullable: true })
  assigneeIds?: string[] | null;
  @Field(() => Boolean, { nullable: true, description: "True: only what nobody is assigned." })
  unassigned?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: "True: only what is to be done; false: only what is done." })
  open?: boolean | null;
  @Field(() => DateTime, { nullable: true })
  dueBefore?: Date | null;
  @Field(() => DateRange, { nullable: true })
  due?: DateRange | null;
  @Field(() => DateRange, { nullable: true, description: "When it was done." })
  doneAt?: DateRange | null;
  @Field(() => [TaskPriorityEnum], { nullable: true })
  priorities?: TaskPriority[] | null;
  @Field(() => ID, { nullable: true })
  clientId?: string | null;
  @Field(() => String, {
    nullable: true,
    description: "Words in its title or description or in the client's name; accents and case ignored.",
  })
  search?: string | null;
}

@ArgsType()
export class TasksArgs extends PageArgs {
  @Field(() => TaskFilter, { nullable: true })
  filter?: TaskFilter | null;
}

@ObjectType({ description: "How many open tasks the viewer is assigned." })
export class TaskCounts {
  @Field(() => Int)
  open!: number;
  @Field(() => Int)
  overdue!: number;
  @Field(() => Int, { description: "Due today in the business's time zone, those that are overdue already left out." })
  today!: number;
}
