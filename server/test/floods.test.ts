import { randomBytes } from "node:crypto";
import { readSearch } from "@clientela/shared/normalize/search";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { addClient, addPerson, addTeam, type Person, startBusiness } from "./business.ts";

vi.setConfig({ testTimeout: 60_000 });

let api: Awaited<ReturnType<typeof startBusiness>>;
let ana: Person;
let client: string;

beforeAll(async () => {
  api = await startBusiness();
  const team = await addTeam(api.owner, "Norte");
  ana = await addPerson(api.owner, "AGENT", "Ana", [team]);
  client = await addClient(api.owner, { name: "Archivo", teamId: team });
  await api.pool.query(
    `insert into timeline_entry (client_id, kind, automatic, occurred_at, actor_id, description)
     select $1, 'NOTE', false, now(), $2, '<p>' || repeat($3, 20) || '</p>' from generate_series(1, 30)`,
    [client, ana.id, randomBytes(1200).toString("hex")],
  );
});
afterAll(() => api.stop());

const notesOf = (times: number) =>
  `query ($id: ID!) { ${Array.from({ length: times }, (_, i) => `c${i}: client(id: $id) { timeline(first: 100) { nodes { ... on ManualEntry { description } } } }`).join(" ")} }`;

it("an answer larger than 4 MB is refused, over sockets too: a hundred notes under fifteen aliases are 45 MB [Q39]", async () => {
  const one = await ana.caller.gql(notesOf(1), { id: client });
  expect(one.errors).toEqual([]);
  expect(one.text.length).toBeGreaterThan(1_000_000);
  const refusal = { message: "La respuesta pasa de 4 MB: pide menos de una vez", code: "BAD_USER_INPUT" };
  const { errors } = await ana.caller.gql(notesOf(10), { id: client });
  expect(errors.map(({ message, extensions }) => ({ message, code: extensions?.code }))).toContainEqual(refusal);
  const socket = ana.caller.socket();
  const { all, ended } = await socket.subscribe(notesOf(10), { id: client });
  await ended;
  expect(JSON.stringify(all).length).toBeLessThan(4_500_000);
  expect(all[0]?.errors?.map(({ message, extensions }) => ({ message, code: extensions?.code }))).toContainEqual(
    refusal,
  );
  await socket.close();
});

it("one person's statements leave connections to others, however many wait [Q39]", async () => {
  const blocker = await api.pool.connect();
  await blocker.query("begin");
  await blocker.query("lock table client_list_member in access exclusive mode");
  const LISTS = "query ($id: ID!) { client(id: $id) { name lists { name } } }";
  const asked = Array.from({ length: 40 }, () => ana.caller.gql(LISTS, { id: client }));
  try {
    await expect
      .poll(async () => (await blocker.query("select from pg_locks where not granted")).rowCount, { timeout: 20_000 })
      .toBeGreaterThan(0);
    expect(await api.owner.ok("query ($id: ID!) { client(id: $id) { name } }", { id: client })).toEqual({
      client: { name: "Archivo" },
    });
  } finally {
    await blocker.query("rollback");
    blocker.release();
  }
  for (const { errors } of await Promise.all(asked)) expect(errors).toEqual([]);
});

it("a search of a megabyte is as quick to read as its first words [Q39]", async () => {
  const search = `Archivo ${"가나 ".repeat(120_000)}`;
  const found = await ana.caller.ok("query ($s: String) { clients(filter: { search: $s }) { nodes { name } } }", {
    s: search.slice(0, 8),
  });
  expect(found).toEqual({ clients: { nodes: [{ name: "Archivo" }] } });
  expect(readSearch(search).words).toHaveLength(8);
  await ana.caller.ok("query ($s: String) { clients(filter: { search: $s }) { nodes { name } } }", { s: search });
});

it("values that nest deeper than any form are refused with their place, and are no error of ours [Q27]", async () => {
  const CREATE = "mutation ($input: CreateClientInput!) { createClient(input: $input) { id } }";
  for (const depth of [60, 20_000, 200_000]) {
    const body = `{"query":"${CREATE}","variables":{"input":{"name":"Hondo","customFields":{"a":${"[".repeat(depth)}${"]".repeat(depth)}}}}}`;
    const { errors } = await ana.caller.send({ headers: { "content-type": "application/json" }, body });
    expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT", fields: [{ path: "customFields.a.0" }] } }]);
  }
});
