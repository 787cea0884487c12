import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { startApi } from "./api.ts";
import { addClient, addPerson, startBusiness } from "./business.ts";

const PATIENCE = { timeout: 15_000, interval: 50 };
let api: Awaited<ReturnType<typeof startBusiness>>;
beforeAll(async () => {
  api = await startBusiness();
});
afterAll(() => api.stop());

/** What a restart of PostgreSQL does to every connection, idle or not. */
const cutAll = () =>
  api.pool.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
  );

it("the server goes on when PostgreSQL cut every connection: reads, writes and live entries", async () => {
  const id = await addClient(api.owner);
  const socket = api.owner.socket();
  const { all } = await socket.subscribe<{ timelineEntryAdded: { description: string } }>(
    "subscription ($id: ID!) { timelineEntryAdded(clientId: $id) { description } }",
    { id },
  );
  const note = (text: string) =>
    api.owner.gql(
      "mutation ($id: ID!, $text: String!) { addTimelineEntry(clientId: $id, input: { description: $text }) { id } }",
      { id, text },
    );
  await vi.waitFor(async () => {
    await note("antes");
    expect(all).not.toHaveLength(0);
  }, PATIENCE);
  await Promise.all(Array.from({ length: 20 }, () => api.owner.gql("{ clients { nodes { id } } }")));
  await cutAll();
  await vi.waitFor(async () => expect((await api.owner.gql("{ clientCount }")).errors).toEqual([]), PATIENCE);
  await vi.waitFor(async () => expect((await note("después")).errors).toEqual([]), PATIENCE);
  await vi.waitFor(() => expect(all.at(-1)?.data?.timelineEntryAdded.description).toBe("después"), PATIENCE);
  await socket.close();
});

it("writes whose connections are cut in the middle leave room for others, however many there were", async () => {
  const id = await addClient(api.owner);
  const holder = await api.pool.connect();
  await holder.query("begin");
  await holder.query("select id from client where id = $1 for update", [id]);
  const write = () =>
    api.owner.gql('mutation ($id: ID!) { updateClient(id: $id, input: { gender: "x" }) { id } }', { id });
  let waiting = 25;
  const codes = Promise.all(
    Array.from({ length: waiting }, async () => {
      const { errors } = await write();
      waiting -= 1;
      return errors[0]?.extensions?.code;
    }),
  );
  const blocked = "from pg_stat_activity where cardinality(pg_blocking_pids(pid)) > 0 and datname = current_database()";
  while (waiting > 0) await api.pool.query(`select pg_terminate_backend(pid) ${blocked}`);
  expect(await codes).toEqual(Array(25).fill("INTERNAL"));
  await holder.query("rollback");
  holder.release();
  expect((await write()).errors).toEqual([]);
});

it("a process that hears no news trusts nothing it remembers: who was deactivated meanwhile stays out", async () => {
  const person = await addPerson(api.owner, "ADMIN", "Carla");
  const other = await startApi({ on: api });
  const there = person.caller.at(other);
  expect(await there.ok("{ viewer { role } }")).toEqual({ viewer: { role: "ADMIN" } });
  await api.pool.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'clientela live' and datname = current_database()",
  );
  await api.pool.query("update app_user set active = false where id = $1", [person.id]);
  await vi.waitFor(async () => expect((await there.gql("{ viewer { role } }")).data).toEqual({ viewer: null }), {
    timeout: 15_000,
    interval: 10,
  });
  await other.stop();
});
