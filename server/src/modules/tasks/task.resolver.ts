import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, FieldResolver, ID, Info, Int, Mutation, Query, Resolver } from "type-graphql";
import { type Context, viewerOf } from "../../context.ts";
import { Connection } from "../../core/read/connection.ts";
import { Client } from "../clients/client.entity.ts";
import { Task } from "./task.entity.ts";
import { findTaskCounts, readTask, taskById, taskList, tasksById } from "./task.queries.ts";
import { completeTasks, createTask, deleteTask, restoreTask, updateTask } from "./task.service.ts";
import { TaskCounts, TaskInput, TasksArgs } from "./task.types.ts";

const TaskConnection = Connection("Task", () => Task);

@Resolver(() => Client)
export class TaskResolver {
  @FieldResolver(() => TaskConnection, { description: "Open ones first, what is due first before the rest." })
  tasks(@Args(() => TasksArgs) _args: TasksArgs): void {}

  @Query(() => TaskConnection, {
    name: "tasks",
    description:
      "Of all clients: open ones first, what is due first before the rest; with `open: false` what was done last first.",
  })
  allTasks(@Ctx() context: Context, @Args(() => TasksArgs) _args: TasksArgs, @Info() info: GraphQLResolveInfo) {
    return context.core.reader.read(taskList, info, viewerOf(context));
  }

  @Query(() => Task, { nullable: true })
  task(@Ctx() context: Context, @Arg("id", () => ID) _id: string, @Info() info: GraphQLResolveInfo) {
    return context.core.reader.read(taskById, info, viewerOf(context));
  }

  @Query(() => TaskCounts)
  taskCounts(@Ctx() context: Context): Promise<TaskCounts> {
    return findTaskCounts(context);
  }

  @Mutation(() => Task)
  createTask(
    @Ctx() context: Context,
    @Arg("clientId", () => ID) clientId: string,
    @Arg("input", () => TaskInput) input: TaskInput,
    @Info() info: GraphQLResolveInfo,
  ) {
    return createTask(context, clientId, input, (id, within) => readTask(context, info, id, within));
  }

  @Mutation(() => Task)
  updateTask(
    @Ctx() context: Context,
    @Arg("id", () => ID) id: string,
    @Arg("input", () => TaskInput) input: TaskInput,
    @Arg("expectedVersion", () => Int, { nullable: true, description: "The version the change was made on." })
    expectedVersion: number | null,
    @Info() info: GraphQLResolveInfo,
  ) {
    return updateTask(context, id, input, expectedVersion, (id, within) => readTask(context, info, id, within));
  }

  @Mutation(() => [Task], { description: "Done, or open again; at most 100, all or none of them." })
  completeTasks(
    @Ctx() context: Context,
    @Arg("ids", () => [ID]) ids: string[],
    @Arg("done", () => Boolean, { defaultValue: true }) done: boolean,
    @Info() info: GraphQLResolveInfo,
  ) {
    return completeTasks(context, ids, done, (ids, within) =>
      context.core.reader.read(tasksById, info, viewerOf(context), { ids }, within),
    );
  }

  @Mutation(() => Boolean)
  async deleteTask(@Ctx() context: Context, @Arg("id", () => ID) id: string): Promise<boolean> {
    await deleteTask(context, id);
    return true;
  }

  @Mutation(() => Task, { description: "Brings a deleted task back." })
  restoreTask(@Ctx() context: Context, @Arg("id", () => ID) id: string, @Info() info: GraphQLResolveInfo) {
    return restoreTask(context, id, (id, within) => readTask(context, info, id, within));
  }
}
