import { sql } from "kysely";
import { movesAll } from "../../client-column.ts";
import { field } from "../../core/read/projection.ts";
import type { Module } from "../../module.ts";
import { Task } from "./task.entity.ts";
import { taskEntries } from "./task.entries.ts";
import { taskProjection, tasksOf } from "./task.projection.ts";
import { remindOfTasks } from "./task.reminders.ts";
import { TaskResolver } from "./task.resolver.ts";
import type { TasksArgs } from "./task.types.ts";

export const tasks: Module = {
  entities: [Task],
  resolvers: [TaskResolver],
  projections: { Task: taskProjection },
  extend: { Client: { tasks: field<"client", TasksArgs>(tasksOf) } },
  members: { TimelineEntry: [taskEntries] },
  access: {
    "Query.tasks": "clients.read",
    "Query.task": "clients.read",
    "Query.taskCounts": "clients.read",
    "Mutation.createTask": "tasks.write",
    "Mutation.updateTask": "tasks.write",
    "Mutation.completeTasks": "tasks.write",
    "Mutation.deleteTask": "tasks.write",
    "Mutation.restoreTask": "tasks.write",
  },
  recurring: [{ job: remindOfTasks, at: "* * * * *" }],
  hangsOnClient: [
    {
      table: "task",
      column: "client_id",
      onMerge: movesAll("task", { indexed: sql`deleted_at is null`, known: sql`deleted_at is null` }),
    },
  ],
};
