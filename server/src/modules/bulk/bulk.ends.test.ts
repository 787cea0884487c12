import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { addApiKey, addClient, addPerson, addTag, addTeam, startBusiness } from "../../../test/business.ts";
import type { Caller } from "../../../test/caller.ts";
import type { Core } from "../../context.ts";
import type { Job } from "../../core/jobs.ts";
import { endAbandonedBulk, tidyBulk } from "./bulk.jobs.ts";

/** More than one chunk. */
const MANY = 5_003;
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
const lookedAt = (id: string, minutes: number) =>
  business.pool.query("update bulk_operation set moved_at = now() - make_interval(mins => $2) where id = $1", [
    id,
    minutes,
  ]);

async function addMany(): Promise<void> {
  await business.pool.query("insert into client (name) select $1 || ' ' || n from generate_series(1, $2) n", [
    mark,
    MANY,
  ]);
  await business.pool.query("analyze client");
}

/** Holds the last of the clients, so that work on them waits at its second chunk until it is let go. */
async function holdLast(): Promise<{ waiter(): Promise<number>; letGo(): Promise<unknown> }> {
  const holder = new pg.Client(business.databaseUrl);
  await holder.connect();
  cleanUps.push(() => holder.end());
  await holder.query("begin");
  await holder.query("select id from client where name like $1 order by id desc limit 1 for update", [`${mark}%`]);
  const { rows } = await holder.query<{ pid: number }>("select pg_backend_pid() as pid");
  return {
    /** The session that waits for it. */
    async waiter() {
      const waiting = () =>
        business.pool.query<{ pid: number }>(
          "select pid from pg_stat_activity where $1::int = any(pg_blocking_pids(pid))",
          [rows[0]?.pid],
        );
      await vi.waitFor(async () => expect((await waiting()).rowCount).toBe(1), { timeout: 15_000, interval: 20 });
      return (await waiting()).rows[0]?.pid as number;
    },
    letGo: () => holder.query("rollback"),
  };
}
const STATUS = `mutation ($search: String!, $operationId: ID) {
  setClientsStatus(selection: { filter: { search: $search } }, status: CLIENT, operationId: $operationId) ${RESULT} }`;

test("work whose process ended is found, keeps what it did, and is taken back [F78]", async () => {
  const ids = await Promise.all([1, 2, 3].map((n) => addClient(owner, { name: `${mark} ${n}` })));
  const { operationId: id } = await tag();
  // As a process leaves it that is killed after some of its clients.
  await business.pool.query(
    "update bulk_operation set status = 'RUNNING', finished_at = null, done = 2, changed = 0 where id = $1",
    [id],
  );
  await business.pool.query(
    "update bulk_target set outcome = null, before = null where operation_id = $1 and client_id = $2",
    [id, ids[2]],
  );
  await job(endAbandonedBulk);
  expect(await operation(id)).toMatchObject({ status: "RUNNING" });
  expect(await owner.refused(UNDO, { id })).toMatchObject({ code: "ILLEGAL_STATE" });

  await lookedAt(id, 2);
  await job(endAbandonedBulk);
  expect(await operation(id)).toEqual({ status: "INTERRUPTED", matched: 3, done: 2, changed: 2 });
  expect(await undo(id)).toMatchObject({ changed: 2, skipped: [] });
  expect(await operation(id)).toMatchObject({ status: "UNDONE" });
  expect(await tagged()).toBe(1);
});

test("work that only takes long is not taken for abandoned, and is stopped while it waits", async () => {
  await addMany();
  const id = randomUUID();
  const { waiter, letGo } = await holdLast();
  const result = owner.ok<{ setClientsStatus: Result }>(STATUS, { search: mark, operationId: id });
  await waiter();
  await lookedAt(id, 60);
  await job(endAbandonedBulk);
  expect(await operation(id)).toEqual({ status: "RUNNING", matched: MANY, done: 5000, changed: 0 });
  await owner.ok(STOP, { id });
  expect(await operation(id)).toMatchObject({ status: "STOPPING" });
  await letGo();
  expect((await result).setClientsStatus).toMatchObject({ changed: MANY });
  expect(await operation(id)).toMatchObject({ status: "STOPPED", done: MANY, changed: MANY });
});

test("work that breaks off half-way is said to have failed, and what it did can be taken back", async () => {
  await addMany();
  const id = randomUUID();
  const { waiter, letGo } = await holdLast();
  const failed = owner.refused(STATUS, { search: mark, operationId: id });
  await business.pool.query("select pg_terminate_backend($1)", [await waiter()]);
  expect(await failed).toMatchObject({ code: "INTERNAL" });
  expect(await operation(id)).toEqual({ status: "FAILED", matched: MANY, done: 5000, changed: 5000 });
  await letGo();
  expect(await undo(id)).toMatchObject({ matched: MANY, changed: 5000, skipped: [] });
});

test("an undo that breaks off half-way goes on when it is asked again", async () => {
  await addMany();
  const { setClientsStatus } = await owner.ok<{ setClientsStatus: Result }>(STATUS, { search: mark });
  const { operationId: id } = setClientsStatus;
  const { waiter, letGo } = await holdLast();
  const failed = owner.refused(UNDO, { id });
  await business.pool.query("select pg_terminate_backend($1)", [await waiter()]);
  expect(await failed).toMatchObject({ code: "INTERNAL" });
  expect(await operation(id)).toMatchObject({ status: "DONE", done: 5000 });
  await letGo();
  expect(await undo(id)).toMatchObject({ matched: MANY, changed: MANY - 5000, skipped: [] });
  expect(await operation(id)).toMatchObject({ status: "UNDONE", changed: 0 });
  expect(await owner.refused(UNDO, { id })).toMatchObject({ code: "ILLEGAL_STATE", message: "Ya se deshizo" });
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
  await business.pool.query("update bulk_operation set kind = 'IMPORT' where id = $1", [id]);
  expect(await owner.refused(UNDO, { id })).toEqual({ code: "ILLEGAL_STATE", message: "Esto no se puede deshacer" });
});

test("nobody's request tidies up for others: a nightly job forgets what ended a day ago", async () => {
  await addClient(owner, { name: mark });
  const { operationId: old } = await tag();
  await business.pool.query("update bulk_operation set finished_at = now() - interval '2 days' where id = $1", [old]);
  const { operationId: recent } = await tag();
  expect(await operation(old)).toMatchObject({ status: "DONE" });
  await job(tidyBulk);
  expect(await owner.refused(UNDO, { id: old })).toMatchObject({ code: "NOT_FOUND" });
  expect(await operation(recent)).toMatchObject({ status: "DONE" });
});
