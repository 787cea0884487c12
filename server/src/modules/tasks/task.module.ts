import type { Module } from "../../module.ts";
import { Task } from "./task.entity.ts";
import { taskProjection } from "./task.projection.ts";
import { remindOfTasks } from "./task.reminders.ts";
import { TaskResolver } from "./task.resolver.ts";

export const tasks: Module = {
  entities: [Task],
  resolvers: [TaskResolver],
  projections: { Task: taskProjection },
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
  hangsOnClient: [{ table: "task", column: "client_id" }],
};
