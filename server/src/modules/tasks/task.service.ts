import { createTaskRules, updateTaskRules } from "@clientela/shared/tasks/rules";
import type { EntityManager } from "@mikro-orm/postgresql";
import { type Kysely, sql as raw, type SqlBool } from "kysely";
import { type Context, viewerOf, writtenBy } from "../../context.ts";
import { given, requireVersion } from "../../core/changes.ts";
import { badInput, parseInput } from "../../core/errors.ts";
import { uuidOrNull } from "../../core/scalars.ts";
import { type Read, transact } from "../../core/transact.ts";
import type { Database } from "../../database/tables.ts";
import { knownClient, lockOnClient } from "../access/known-client.ts";
import { whoSees } from "../access/may-see.ts";
import { notify } from "../notifications/notify.ts";
import { usersOf } from "../people/people.references.ts";
import { Task } from "./task.entity.ts";
import { taskAssigned } from "./task.news.ts";
import type { TaskInput } from "./task.types.ts";

/** How many are completed in one go. */
const MAX_AT_ONCE = 100;

/**
 * Notes down a task for a client and answers what is read of it [F194].
 * @throws NOT_FOUND for the client; BAD_USER_INPUT, also for an assignee who cannot see the client
 */
export async function createTask<A>(context: Context, clientId: string, input: TaskInput, read: Read<A>): Promise<A> {
  const viewer = viewerOf(context);
  const { done, priority, assigneeId, remindMinutes, ...fields } = parseInput(createTaskRules, input);
  const create = async (em: EntityManager, sql: Kysely<Database>) => {
    const client = await knownClient(sql, viewer, clientId);
    const task = em.create(Task, {
      ...fields,
      clientId: client,
      assigneeId: await knownAssignee(context, sql, client, assigneeId),
      priority: priority ?? "NORMAL",
      remindMinutes: remindMinutes === undefined ? 0 : remindMinutes,
      createdById: viewer.userId,
      ...(done && { doneAt: new Date(), doneById: viewer.userId }),
    });
    await em.flush();
    await tellAssignee(context, sql, task);
    return task.id;
  };
  return transact(context.core, writtenBy(context), create, read);
}

/**
 * Changes the given fields of a task and answers what is read of it.
 * @throws NOT_FOUND; BAD_USER_INPUT; CONFLICT when it has moved past `expectedVersion`
 */
export async function updateTask<A>(
  context: Context,
  id: string,
  input: TaskInput,
  expectedVersion: number | null,
  read: Read<A>,
): Promise<A> {
  const viewer = viewerOf(context);
  const { done, priority, assigneeId, dueAt, dueOn, ...fields } = parseInput(updateTaskRules, input);
  const update = async (em: EntityManager, sql: Kysely<Database>) => {
    const task = await em.findOneOrFail(Task, await lockOnClient(sql, viewer, "task", id, inUse));
    requireVersion(task, expectedVersion);
    const assigned = assigneeId !== undefined && assigneeId !== task.assigneeId;
    const changes = {
      ...fields,
      ...dueOf(task, dueAt, dueOn),
      ...(priority !== undefined && { priority: priority ?? "NORMAL" }),
      ...(assigned && { assigneeId: await knownAssignee(context, sql, task.clientId, assigneeId) }),
      ...(done != null &&
        done !== (task.doneAt !== null) && {
          doneAt: done ? new Date() : null,
          doneById: done ? viewer.userId : null,
        }),
    };
    em.assign(task, given(changes));
    if (assigned) {
      await em.flush();
      await tellAssignee(context, sql, task);
    }
    return task.id;
  };
  return transact(context.core, writtenBy(context), update, read);
}

/**
 * Marks tasks as done, or as open again, and answers what is read of them. Those that are so already stay as they are.
 * @throws NOT_FOUND when one of them is unknown, and then none is changed; BAD_USER_INPUT for more than 100
 */
export async function completeTasks<A>(
  context: Context,
  ids: string[],
  done: boolean,
  read: Read<A, string[]>,
): Promise<A> {
  const viewer = viewerOf(context);
  if (ids.length > MAX_AT_ONCE) {
    throw badInput({ path: "ids", key: "errors.tooBig", params: { max: MAX_AT_ONCE } });
  }
  const complete = async (_em: EntityManager, sql: Kysely<Database>) => {
    const known = await lockOnClient(sql, viewer, "task", ids, inUse);
    await sql
      .updateTable("task")
      .set({
        done_at: done ? raw`now()` : null,
        done_by_id: done ? viewer.userId : null,
        updated_at: raw`now()`,
        version: raw`version + 1`,
      })
      .where(raw<SqlBool>`id = any(${known}::uuid[])`)
      .where("done", "<>", done)
      .execute();
    return known;
  };
  return transact(context.core, writtenBy(context), complete, read);
}

/**
 * Takes a task away; `restoreTask` brings it back.
 * @throws NOT_FOUND
 */
export async function deleteTask(context: Context, id: string): Promise<void> {
  await setDeleted(context, id, true);
}

/**
 * Brings a deleted task back, as it was, and answers what is read of it.
 * @throws NOT_FOUND, also for one that was not deleted
 */
export async function restoreTask<A>(context: Context, id: string, read: Read<A>): Promise<A> {
  return setDeleted(context, id, false, read);
}

async function setDeleted<A>(context: Context, id: string, deleted: boolean, read?: Read<A>): Promise<A> {
  const set = async (em: EntityManager, sql: Kysely<Database>) => {
    const taskId = await lockOnClient(sql, viewerOf(context), "task", id, deleted ? inUse : notInUse);
    const task = await em.findOneOrFail(Task, taskId);
    task.deletedAt = deleted ? new Date() : null;
    return taskId;
  };
  return transact(context.core, writtenBy(context), set, read);
}

const inUse = raw<SqlBool>`task.deleted_at is null`;
const notInUse = raw<SqlBool>`task.deleted_at is not null`;

/** A moment and a whole day take each other's place; without either it is due at no time. */
function dueOf(task: Task, dueAt: Date | null | undefined, dueOn: string | null | undefined) {
  if (dueOn) return { dueOn };
  if (dueAt) return { dueAt, dueOn: null };
  const cleared = dueAt === null || (dueOn === null && task.dueOn !== null);
  return cleared ? { dueAt: null, dueOn: null } : {};
}

/** A person who is given a task by another is told. */
async function tellAssignee(context: Context, sql: Kysely<Database>, task: Task): Promise<void> {
  const { id: taskId, assigneeId, clientId, title, doneAt } = task;
  if (!assigneeId || doneAt) return;
  await notify(context.core, sql, {
    kind: taskAssigned,
    userIds: [assigneeId],
    actorId: viewerOf(context).userId,
    clientId,
    aboutId: taskId,
    words: title,
  });
}

/** The assignee must see the client: a task that its assignee cannot see is never done [F196]. */
async function knownAssignee(
  context: Context,
  sql: Kysely<Database>,
  clientId: string,
  assigneeId: string | null | undefined,
): Promise<string | null> {
  if (!assigneeId) return null;
  const person = usersOf(context.core).get(uuidOrNull(assigneeId));
  if (!person?.active) throw badInput({ path: "assigneeId", key: "errors.unknownUser" });
  if ((await whoSees(context.core, sql, clientId, [person])).length === 0) {
    throw badInput({ path: "assigneeId", key: "errors.assigneeBlind", params: { name: person.name } });
  }
  return person.id;
}
