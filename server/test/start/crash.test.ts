import pg from "pg";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { Caller } from "../caller.ts";
import { createTestDatabase } from "../database.ts";
import { ServerProcess } from "./server-process.ts";

vi.setConfig({ testTimeout: 180_000, hookTimeout: 60_000 });

const OWNER = { OWNER_EMAIL: "olga@example.com", OWNER_PASSWORD: "correct horse battery" };
const WRITERS = 8;
const WRITES = 500;
const KILLS_AT = [100, 200, 300, 400];

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let pool: pg.Pool;
let server: ServerProcess;

async function start(): Promise<Caller> {
  server = new ServerProcess({ ...OWNER, DATABASE_URL: database.url });
  const anonymous = new Caller(await server.ready());
  const { headers } = await anonymous.gql(
    "mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { role } }",
    { email: OWNER.OWNER_EMAIL, password: OWNER.OWNER_PASSWORD },
  );
  return new Caller(anonymous.url, { cookie: headers["set-cookie"]?.[0]?.split(";")[0] as string });
}

beforeAll(async () => {
  database = await createTestDatabase();
  pool = new pg.Pool({ connectionString: database.url, max: 2 });
  pool.on("error", () => undefined);
});
afterAll(async () => {
  await server.stop();
  await pool.end();
  await database.drop();
});

test("kill -9 during 500 edits and notes: what was acknowledged is in record and ledger, and nothing in only one [F85]", async () => {
  let caller = await start();
  const clients: string[] = [];
  for (let n = 0; n < 5; n += 1) {
    const { createClient } = await caller.ok<{ createClient: { id: string } }>(
      "mutation ($input: CreateClientInput!) { createClient(input: $input) { id } }",
      { input: { name: `Cliente ${n}`, email: `c${n}@example.org` } },
    );
    clients.push(createClient.id);
  }
  const acknowledged = { edits: new Set<string>(), notes: new Set<string>() };
  const refused: unknown[] = [];
  let asked = 0;
  let killed = 0;
  const write = async (n: number): Promise<void> => {
    const id = clients[n % clients.length];
    const isEdit = n % 2 === 0;
    const value = isEdit ? `https://example.org/${n}` : `Nota ${n}`;
    const { errors } = await caller.gql(
      isEdit
        ? "mutation ($id: ID!, $value: String!) { updateClient(id: $id, input: { website: $value }) { id } }"
        : "mutation ($id: ID!, $value: String!) { addTimelineEntry(clientId: $id, input: { description: $value }) { id } }",
      { id, value },
    );
    if (errors.length > 0) refused.push(...errors);
    else acknowledged[isEdit ? "edits" : "notes"].add(value);
  };
  while (asked < WRITES) {
    const until = KILLS_AT[killed] ?? WRITES;
    const writer = async () => {
      while (asked < until) {
        asked += 1;
        // What is under way when the server dies is not acknowledged; whether it was written is for the database to say.
        await write(asked).catch((error: unknown) => {
          if (killed === KILLS_AT.length) throw error;
        });
      }
    };
    const writers = Promise.all(Array.from({ length: WRITERS }, writer));
    if (killed < KILLS_AT.length) {
      await vi.waitUntil(() => asked >= until, { timeout: 60_000, interval: 1 });
      server.child.kill("SIGKILL");
      await Promise.all([writers, server.ended]);
      killed += 1;
      caller = await start();
    } else {
      await writers;
    }
  }
  expect(refused).toEqual([]);
  expect(killed).toBe(KILLS_AT.length);
  expect(acknowledged.edits.size + acknowledged.notes.size).toBeGreaterThan(WRITES - KILLS_AT.length * WRITERS - 1);

  for (const id of clients) {
    const { rows: entries } = await pool.query<{ change: [string | null, string] }>(
      `select data -> 'changes' -> 'website' as change from timeline_entry
       where client_id = $1 and kind = 'CLIENT_EDITED' order by id`,
      [id],
    );
    // Each edit goes on from the one before it, and the record is where the last one left it.
    let value: string | null = null;
    for (const { change } of entries) {
      expect(change[0]).toBe(value);
      value = change[1];
      acknowledged.edits.delete(change[1]);
    }
    const { rows } = await pool.query<{ website: string; version: number; last_interaction_at: Date }>(
      "select website, version, last_interaction_at from client where id = $1",
      [id],
    );
    expect([rows[0]?.website, rows[0]?.version]).toEqual([value, entries.length + 1]);
    const { rows: notes } = await pool.query<{ description: string; occurred_at: Date }>(
      "select description, occurred_at from timeline_entry where client_id = $1 and kind = 'NOTE' order by occurred_at",
      [id],
    );
    expect(new Set(notes.map(({ description }) => description)).size).toBe(notes.length);
    for (const { description } of notes) acknowledged.notes.delete(description);
    expect(rows[0]?.last_interaction_at).toEqual(notes.at(-1)?.occurred_at);
  }
  expect(acknowledged).toEqual({ edits: new Set(), notes: new Set() });
});
