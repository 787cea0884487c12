import pg from "pg";
import { afterAll, beforeAll, expect, it, onTestFinished, vi } from "vitest";
import { addClient, addTask, startBusiness } from "../../../test/business.ts";
import type { Caller } from "../../../test/caller.ts";

const PATIENCE = { timeout: 15_000, interval: 50 };
const MERGE = "mutation ($input: MergeClientsInput!) { mergeClients(input: $input) { mergeId } }";
const NOTE = `mutation ($id: ID!, $text: String!) { addTimelineEntry(clientId: $id, input: { description: $text }) { id } }`;

let business: Awaited<ReturnType<typeof startBusiness>>;
let owner: Caller;
beforeAll(async () => {
  business = await startBusiness();
  owner = business.owner;
});
afterAll(() => business.stop());

const mergeInput = (survivorId: string, ...otherIds: string[]) => ({ input: { survivorId, otherIds } });
const note = (id: string, text: string) => owner.ok(NOTE, { id, text });
const upload = (id: string, name: string) =>
  owner.send({
    path: `/files/clients/${id}?name=${name}`,
    method: "PUT",
    headers: { "x-requested-with": "test", "content-type": "application/octet-stream" },
    body: "x",
  });
const rows = async (text: string, values: unknown[]) => (await business.pool.query(text, values)).rows;

/** Holds a row, so that whoever wants it waits, until it is let go. */
async function hold(
  text: string,
  values: unknown[],
): Promise<{ waiters(count: number): Promise<void>; letGo(): Promise<unknown> }> {
  const holder = new pg.Client(business.databaseUrl);
  await holder.connect();
  onTestFinished(() => holder.end());
  await holder.query("begin");
  await holder.query(text, values);
  const waiting =
    "select from pg_stat_activity where datname = current_database() and cardinality(pg_blocking_pids(pid)) > 0";
  return {
    waiters: (count) =>
      vi.waitFor(
        async () => expect((await business.pool.query(waiting)).rowCount).toBeGreaterThanOrEqual(count),
        PATIENCE,
      ),
    letGo: () => holder.query("rollback"),
  };
}

it("what is written for a client while it is merged is the survivor's, once, or is refused [B1]", async () => {
  const [a, b] = [await addClient(owner), await addClient(owner)];
  const task = await addTask(owner, b);
  const { version } = (
    await owner.ok<{ client: { version: number } }>("query ($id: ID!) { client(id: $id) { version } }", { id: b })
  ).client;
  await note(b, "antes");
  // The merge has both clients then, and waits for the task.
  const { waiters, letGo } = await hold("select from task where id = $1 for update", [task]);
  const merging = owner.ok(MERGE, mergeInput(a, b));
  await waiters(1);
  const UPDATE = `mutation ($id: ID!, $version: Int!) { updateClient(id: $id, expectedVersion: $version, input: { gender: "x" }) { id } }`;
  const writers = [
    note(b, "durante"),
    addTask(owner, b, { title: "Durante" }),
    upload(b, "durante.txt"),
    owner.ok("mutation ($id: ID!) { updateTask(id: $id, input: { done: true }) { id client { id } } }", { id: task }),
    owner.ok('mutation ($id: ID!) { addContact(clientId: $id, input: { name: "Eva" }) { id } }', { id: b }),
  ];
  const form = owner.refused(UPDATE, { id: b, version });
  // One person waits for so many at once; the rest comes later.
  await waiters(6);
  await letGo();
  await merging;
  const [, , uploaded, done] = await Promise.all(writers);
  expect(uploaded).toMatchObject({ status: 201 });
  expect(done).toEqual({ updateTask: { id: task, client: { id: a } } });
  expect(await form).toMatchObject({ code: "CONFLICT" });
  await note(b, "después");
  await upload(b, "despues.txt");

  const written = await rows(
    `select description as what from timeline_entry where client_id = $1 and not automatic
     union all select name from client_file where client_id = $1
     union all select title from task where client_id = $1 union all select name from contact where client_id = $1 order by 1`,
    [a],
  );
  expect(written.map(({ what }) => what.replace(/<\/?p>/g, ""))).toEqual(
    ["antes", "despues.txt", "después", "durante", "Durante", "durante.txt", "Eva", "Llamar"]
      .sort((x, y) => x.localeCompare(y))
      .map(() => expect.any(String)),
  );
  expect(
    await rows("select from task where client_id = $1 union all select from client_file where client_id = $1", [b]),
  ).toEqual([]);
});

it("merges of the same clients at the same time lose nothing, and nobody sees a deadlock", async () => {
  for (let round = 0; round < 6; round++) {
    const ids = [await addClient(owner), await addClient(owner), await addClient(owner), await addClient(owner)];
    for (const id of ids) await note(id, `de ${id}`);
    const [a, b, c, d] = ids as [string, string, string, string];
    const merges = [mergeInput(a, b, c), mergeInput(c, b), mergeInput(b, a), mergeInput(d, c, a), mergeInput(c, d)];
    const answers = await Promise.all([
      ...merges.map((input) => owner.gql(MERGE, input)),
      ...ids.map((id) => owner.gql(NOTE, { id, text: "a la vez" })),
    ]);
    for (const { data, errors } of answers) {
      if (errors.length > 0) expect(errors[0]?.extensions?.code).toBe("ILLEGAL_STATE");
      else expect(data).toBeTruthy();
    }
    expect(answers.slice(0, merges.length).some(({ errors }) => errors.length === 0)).toBe(true);
    const [found] = await rows(
      `select count(*)::int as notes from timeline_entry join client on client.id = client_id and client.deleted_at is null
       where not automatic and (client_id = any($1))`,
      [ids],
    );
    expect(found).toEqual({ notes: 8 });
    const wrong = `select from merged_client m join client on client.id = m.survivor_id where client.deleted_at is not null`;
    expect(await rows(wrong, [])).toEqual([]);
  }
});
