import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { addApiKey, addClient, addPerson, addTag, addTeam, startBusiness } from "../../../test/business.ts";
import type { Caller } from "../../../test/caller.ts";
import type { Core } from "../../context.ts";
import type { Job } from "../../core/jobs.ts";
import { endLostOperations, tidyOperations } from "./operation.jobs.ts";
import { declareKinds } from "./operation.kinds.ts";
import { walkLimits } from "./operation.walk.ts";

/** The clients that are left to the second chunk. */
const LAST = 3;
/** More than are done at once, and so work of a job. */
const SMALL_CHUNK = 501;
const { chunk } = walkLimits;
const RESULT = "{ operationId matched changed skipped { clientId reason } }";
const TAG = `mutation ($search: String!, $tagIds: [ID!]!, $operationId: ID) {
  tagClients(selection: { filter: { search: $search } }, tagIds: $tagIds, operationId: $operationId) ${RESULT} }`;
const UNDO = `mutation ($id: ID!) { undoOperation(id: $id) ${RESULT} }`;
const STOP = "mutation ($id: ID!) { stopOperation(id: $id) }";
interface Result {
  operationId: string;
  matched: number;
  changed: number;
  skipped: { clientId: string; reason: string }[];
}

let business: Awaited<ReturnType<typeof startBusiness>>;
let owner: Caller;
let tagId: string;
let mark: string;
const cleanUps: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  business = await startBusiness();
  owner = business.owner;
  tagId = await addTag(owner, "VIP");
});
afterAll(() => business.stop());
beforeEach(() => {
  mark = `m${randomUUID().slice(0, 8)}`;
  return async () => {
    walkLimits.chunk = chunk;
    for (const cleanUp of cleanUps.splice(0)) await cleanUp();
  };
});

const tag = async (caller = owner, operationId = randomUUID()) =>
  (await caller.ok<{ tagClients: Result }>(TAG, { search: mark, tagIds: [tagId], operationId })).tagClients;
const undo = async (id: string, caller = owner) =>
  (await caller.ok<{ undoOperation: Result }>(UNDO, { id })).undoOperation;
const operation = async (id: string) =>
  (
    await owner.ok<{ bulkOperation: object }>(
      "query ($id: ID!) { bulkOperation(id: $id) { status matched done changed } }",
      { id },
    )
  ).bulkOperation;
const tagged = async () => {
  const { rows } = await business.pool.query<{ count: number }>(
    "select count(*)::int as count from client_tag join client on client.id = client_id where client.name like $1",
    [`${mark}%`],
  );
  return rows[0]?.count;
};
const job = ({ run }: Job<Core, object>) => run(business.core, {}, { number: 1, signal: new AbortController().signal });
const PATIENCE = { timeout: 30_000, interval: 50 };
const becomes = (id: string, expected: object) =>
  vi.waitFor(async () => expect(await operation(id)).toMatchObject(expected), PATIENCE);
/** How often the ledger tells of a change of status by an operation, or by its undo. */
const told = async (cause: string) =>
  (await business.pool.query("select count(*)::int as n from timeline_entry where cause = $1", [cause])).rows[0].n;

interface Left {
  at: number;
  undoing?: boolean;
  by?: Caller;
}
/** Three clients whose status an operation has set; then it is as a process leaves it that is killed. */
async function leave(id: string, { at, undoing = false, by = owner }: Left): Promise<void> {
  await Promise.all([1, 2, 3].map((n) => addClient(owner, { name: `${mark} ${n}` })));
  await by.ok(STATUS, { search: mark, operationId: id });
  const { pool } = business;
  const rest = "operation_id = $1 and position > $2";
  if (undoing) {
    await pool.query(
      `update client set status = 'PROSPECT', version = version + 1 where id in (
        select record_id from operation_target where operation_id = $1 and position <= $2)`,
      [id, at],
    );
    await pool.query("update operation_target set outcome = 'UNDONE' where operation_id = $1 and position <= $2", [
      id,
      at,
    ]);
    await pool.query(
      "update operation set undoing = true, undo_began_at = now(), position = $2, done = $2 where id = $1",
      [id, at],
    );
    return;
  }
  await pool.query(
    `update client set status = 'PROSPECT' where id in (select record_id from operation_target where ${rest})`,
    [id, at],
  );
  await pool.query(`update operation_target set outcome = null, before = null where ${rest}`, [id, at]);
  await pool.query(
    "update operation set status = 'RUNNING', finished_at = null, position = $2, done = $2, changed = 0 where id = $1",
    [id, at],
  );
}

/** Enqueues the job of an operation again. */
async function resume(id: string, { undo: undoing = false, runAt = "now()" } = {}): Promise<void> {
  const { rows } = await business.pool.query<{ userId: string; role: string }>(
    `select u.id as "userId", u.role from operation join app_user u on u.id = actor_id where operation.id = $1`,
    [id],
  );
  const payload = JSON.stringify({ operationId: id, undo: undoing, ...rows[0] });
  await business.pool.query(
    `select graphile_worker.add_job('operation.work', $1::json, run_at => ${runAt}, job_key => $2)`,
    [payload, `operation.${id}`],
  );
}

/** The job of an operation, in the hands of a process that is dead. */
async function orphanJob(id: string, undoing: boolean): Promise<void> {
  await resume(id, { undo: undoing, runAt: "now() + interval '1 hour'" });
  await business.pool.query(
    "update graphile_worker._private_jobs set locked_by = 'pool-dead', locked_at = now(), run_at = now() where key = $1",
    [`operation.${id}`],
  );
}

/** Clients for more than one chunk; answers how many. */
async function addMany(): Promise<number> {
  const many = walkLimits.chunk + LAST;
  await business.pool.query("insert into client (name) select $1 || ' ' || n from generate_series(1, $2) n", [
    mark,
    many,
  ]);
  await business.pool.query("analyze client");
  return many;
}

/** Holds the last of the clients, so that work on them waits at its second chunk until it is let go. */
async function holdLast(): Promise<{ waiter(): Promise<number>; letGo(): Promise<unknown> }> {
  const holder = new pg.Client(business.databaseUrl);
  await holder.connect();
  cleanUps.push(() => holder.end());
  await holder.query("begin");
  await holder.query("select id from client where name like $1 order by id desc limit 1 for update", [`${mark}%`]);
  return { waiter: () => waiterFor(holder), letGo: () => holder.query("rollback") };
}

/** The session that waits for what another holds. */
async function waiterFor(holder: pg.Client): Promise<number> {
  const { rows } = await holder.query<{ pid: number }>("select pg_backend_pid() as pid");
  const waiting = () =>
    business.pool.query<{ pid: number }>(
      "select pid from pg_stat_activity where $1::int = any(pg_blocking_pids(pid))",
      [rows[0]?.pid],
    );
  await vi.waitFor(async () => expect((await waiting()).rowCount).toBe(1), PATIENCE);
  return (await waiting()).rows[0]?.pid as number;
}
const STATUS = `mutation ($search: String!, $operationId: ID) {
  setClientsStatus(selection: { filter: { search: $search } }, status: CLIENT, operationId: $operationId) ${RESULT} }`;

test("work that was killed goes on in the next process from where it was committed, nothing twice [F78]", async () => {
  const [half, whole] = [randomUUID(), randomUUID()];
  await leave(half, { at: 2 });
  const before = await told(`bulk ${half}`);
  // Between the last chunk and the end.
  mark = `m${randomUUID().slice(0, 8)}`;
  await leave(whole, { at: 3 });
  // Both at once: a process is found dead after ten seconds at most.
  await Promise.all([orphanJob(half, false), orphanJob(whole, false)]);
  await job(endLostOperations);
  expect(await operation(half)).toMatchObject({ status: "RUNNING", done: 2 });
  await becomes(half, { status: "DONE", matched: 3, done: 3, changed: 3 });
  expect(await told(`bulk ${half}`)).toBe(before + 1);
  await becomes(whole, { status: "DONE", matched: 3, done: 3, changed: 3 });
  expect(await told(`bulk ${whole}`)).toBe(3);
});

test("an undo that was killed goes on in the next process, and can be stopped", async () => {
  const [id, stopped] = [randomUUID(), randomUUID()];
  await leave(id, { at: 1, undoing: true });
  expect(await operation(id)).toMatchObject({ status: "UNDOING", done: 1 });
  expect(await owner.refused(UNDO, { id })).toMatchObject({ code: "ILLEGAL_STATE" });
  mark = `m${randomUUID().slice(0, 8)}`;
  await leave(stopped, { at: 1, undoing: true });
  await owner.ok(STOP, { id: stopped });
  expect(await operation(stopped)).toMatchObject({ status: "STOPPING" });
  await Promise.all([orphanJob(id, true), orphanJob(stopped, true)]);
  await becomes(id, { status: "UNDONE", done: 3, changed: 0 });
  expect(await told(`undo ${id}`)).toBe(2);
  await becomes(stopped, { status: "DONE", done: 1, changed: 2 });
  expect(await undo(stopped)).toMatchObject({ changed: 2, skipped: [] });
  expect(await operation(stopped)).toMatchObject({ status: "UNDONE" });
});

test("work that no job goes on with is found, keeps what it did, and is taken back", async () => {
  const [id, undone] = [randomUUID(), randomUUID()];
  await leave(id, { at: 2 });
  await job(endLostOperations);
  expect(await operation(id)).toEqual({ status: "INTERRUPTED", matched: 3, done: 2, changed: 2 });
  expect(await undo(id)).toMatchObject({ changed: 2, skipped: [] });
  expect(await operation(id)).toMatchObject({ status: "UNDONE" });

  mark = `m${randomUUID().slice(0, 8)}`;
  await leave(undone, { at: 2, undoing: true });
  await job(endLostOperations);
  expect(await operation(undone)).toMatchObject({ status: "DONE", changed: 1 });
  expect(await undo(undone)).toMatchObject({ changed: 1, skipped: [] });
});

test("killed while it chooses its clients it never was", async () => {
  await addClient(owner, { name: mark });
  const holder = new pg.Client(business.databaseUrl);
  await holder.connect();
  cleanUps.push(() => holder.end());
  await holder.query("begin; lock table operation_target in exclusive mode");
  const id = randomUUID();
  const refused = owner.refused(STATUS, { search: mark, operationId: id });
  await business.pool.query("select pg_terminate_backend($1)", [await waiterFor(holder)]);
  expect(await refused).toMatchObject({ code: "INTERNAL" });
  await holder.query("rollback");
  expect(await owner.refused(UNDO, { id })).toMatchObject({ code: "NOT_FOUND" });
  expect((await owner.ok<{ setClientsStatus: Result }>(STATUS, { search: mark })).setClientsStatus.changed).toBe(1);
});

describe("work on more than one chunk", () => {
  const id = randomUUID();
  let many: number;

  test("that only takes long is stopped while it waits", async () => {
    many = await addMany();
    const { waiter, letGo } = await holdLast();
    const result = owner.ok<{ setClientsStatus: Result }>(STATUS, { search: mark, operationId: id });
    await waiter();
    await job(endLostOperations);
    expect(await operation(id)).toEqual({ status: "RUNNING", matched: many, done: chunk, changed: 0 });
    await owner.ok(STOP, { id });
    expect(await operation(id)).toMatchObject({ status: "STOPPING" });
    await letGo();
    expect((await result).setClientsStatus).toMatchObject({ changed: many });
    expect(await operation(id)).toMatchObject({ status: "STOPPED", done: many, changed: many });
  });

  test("is taken back as a whole", async () => {
    expect(await undo(id)).toMatchObject({ matched: many, changed: many, skipped: [] });
    expect(await operation(id)).toMatchObject({ status: "UNDONE", changed: 0 });
  });
});

test("work whose connection breaks goes on by itself, and so does its undo", async () => {
  walkLimits.chunk = SMALL_CHUNK;
  const many = await addMany();
  const id = randomUUID();
  const work = await holdLast();
  const result = owner.ok<{ setClientsStatus: Result }>(STATUS, { search: mark, operationId: id });
  await business.pool.query("select pg_terminate_backend($1)", [await work.waiter()]);
  await work.letGo();
  expect((await result).setClientsStatus).toMatchObject({ matched: many, changed: many, skipped: [] });
  expect(await told(`bulk ${id}`)).toBe(many);

  const back = await holdLast();
  const undone = undo(id);
  await business.pool.query("select pg_terminate_backend($1)", [await back.waiter()]);
  await back.letGo();
  expect(await undone).toMatchObject({ matched: many, changed: many, skipped: [] });
  expect(await operation(id)).toMatchObject({ status: "UNDONE", changed: 0 });
  expect(await told(`undo ${id}`)).toBe(many);
  expect(await owner.refused(UNDO, { id })).toMatchObject({ code: "ILLEGAL_STATE", message: "Ya se deshizo" });
});

test("work that fails for the third time in a row is said to have failed, and what it did can be taken back", async () => {
  const id = randomUUID();
  await leave(id, { at: 2 });
  await business.pool.query(`create function refuse_${mark}() returns trigger language plpgsql as $$ begin raise 'no'; end $$;
    create trigger refuse before update on operation_target for each row when (new.position = 3) execute function refuse_${mark}()`);
  cleanUps.push(() => business.pool.query(`drop trigger refuse on operation_target; drop function refuse_${mark}`));
  await business.pool.query("update operation set failures = 2 where id = $1", [id]);
  await resume(id);
  await becomes(id, { status: "FAILED", matched: 3, done: 2, changed: 2 });
  expect(await undo(id)).toMatchObject({ matched: 3, changed: 2, skipped: [] });
});

test("work goes on only for who still has the rights that it was begun with", async () => {
  const maker = await addPerson(owner, "ADMIN", `Mara ${mark}`);
  const id = randomUUID();
  await leave(id, { at: 2, by: maker.caller });
  await owner.ok("mutation ($id: ID!) { updateUser(id: $id, input: { active: false }) { id } }", { id: maker.id });
  await resume(id);
  await becomes(id, { status: "FAILED", done: 2, changed: 2 });
});

test("two kinds of one name keep the server from starting", () => {
  const kind = { name: "TAG", cause: "bulk", payload: {} as never, apply: async () => {} } as const;
  expect(() => declareKinds({} as Core, [kind, kind])).toThrow("TAG is the name of two kinds of operation");
});

test("one's own operations tell what was done, with what, by whom and until when it can be taken back", async () => {
  const maker = await addPerson(owner, "AGENT", `Nina ${mark}`);
  await addClient(owner, { name: mark });
  const { operationId: id } = await tag();
  const LIST =
    "{ myOperations { id kind subject status matched changed by { name } createdAt finishedAt undoableUntil } }";
  const mine = (await owner.ok<{ myOperations: object[] }>(LIST)).myOperations;
  expect(mine[0]).toMatchObject({ id, kind: "TAG", subject: "VIP", status: "DONE", changed: 1, by: { name: "Olga" } });
  expect(mine[0]).toMatchObject({ undoableUntil: expect.any(String) });
  expect(await maker.caller.ok(LIST)).toEqual({ myOperations: [] });
  expect(await maker.caller.refused(LIST.replace("myOperations", "operations"))).toMatchObject({ code: "FORBIDDEN" });
  await undo(id);
  const { operations } = await owner.ok<{ operations: object[] }>(LIST.replace("myOperations", "operations"));
  expect(operations[0]).toMatchObject({ id, status: "UNDONE", undoableUntil: null });
  expect(await owner.ok("query ($id: ID!) { bulkResult(id: $id) { changed operation { status } } }", { id })).toEqual({
    bulkResult: { changed: 1, operation: { status: "UNDONE" } },
  });
});

test("an undo that restores nothing, or not all, leaves the rest for who may take it back", async () => {
  const [north, south] = [await addTeam(owner, `N${mark}`), await addTeam(owner, `S${mark}`)];
  const maker = await addPerson(owner, "ADMIN", `Carla ${mark}`, [north]);
  const [near, far, apart] = await Promise.all(
    [north, south, null].map((teamId, n) => addClient(owner, { name: `${mark} ${n}`, teamId })),
  );
  const { operationId: id } = await tag(maker.caller);
  const reasons = (ids: (string | undefined)[]) =>
    expect.arrayContaining(ids.map((clientId) => ({ clientId, reason: "No existe o ya no puedes verlo" })));

  const program = await addApiKey(maker.caller, "AGENT");
  expect(await undo(id, program)).toMatchObject({ matched: 3, changed: 1, skipped: reasons([far, apart]) });
  expect(await operation(id)).toEqual({ status: "DONE", matched: 3, done: 3, changed: 2 });
  expect(await undo(id, program)).toMatchObject({ matched: 3, changed: 0, skipped: reasons([far, apart]) });
  expect(await operation(id)).toMatchObject({ status: "DONE", changed: 2 });

  expect(await undo(id, maker.caller)).toMatchObject({ matched: 3, changed: 2, skipped: [] });
  expect(await tagged()).toBe(0);
  expect(near).toBeDefined();
});

test("what cannot be taken back says that, and not that it runs", async () => {
  await addClient(owner, { name: mark });
  const { operationId: id } = await tag();
  await business.pool.query("update operation set kind = 'IMPORT' where id = $1", [id]);
  expect(await owner.refused(UNDO, { id })).toEqual({ code: "ILLEGAL_STATE", message: "Esto no se puede deshacer" });
});

test("nobody's request tidies up for others: a nightly job forgets what ended a day ago", async () => {
  await addClient(owner, { name: mark });
  const { operationId: old } = await tag();
  await business.pool.query("update operation set finished_at = now() - interval '2 days' where id = $1", [old]);
  const { operationId: recent } = await tag();
  expect(await operation(old)).toMatchObject({ status: "DONE" });
  await job(tidyOperations);
  expect(await owner.refused(UNDO, { id: old })).toMatchObject({ code: "NOT_FOUND" });
  expect(await operation(recent)).toMatchObject({ status: "DONE" });
});
