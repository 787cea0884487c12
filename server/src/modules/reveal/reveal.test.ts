import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import {
  addApiKey,
  addClient,
  addPerson,
  addTeam,
  changeSettings,
  dump,
  startBusiness,
} from "../../../test/business.ts";
import type { Caller } from "../../../test/caller.ts";

let api: Awaited<ReturnType<typeof startBusiness>>;
let owner: Caller;
let agent: Caller;
let colleague: Caller;
let stranger: Caller;
let team: string;
let client: string;

beforeAll(async () => {
  api = await startBusiness();
  owner = api.owner;
  team = await addTeam(owner, "Norte");
  agent = (await addPerson(owner, "AGENT", "Ana", [team])).caller;
  colleague = (await addPerson(owner, "AGENT", "Carla", [team])).caller;
  stranger = (await addPerson(owner, "AGENT", "Berta", [await addTeam(owner, "Sur")])).caller;
});
afterAll(() => api.stop());

let number = 0;
beforeEach(async () => {
  await changeSettings(owner, { hideContactDataFromAgents: true, agentsMayRevealContactData: true });
  client = await addClient(owner, { teamId: team, email: `oculto${++number}@example.org`, mobile: "+34600111222" });
  await owner.ok("mutation ($id: ID!, $input: ContactInput!) { addContact(clientId: $id, input: $input) { id } }", {
    id: client,
    input: { name: "Marta", phone: "+34911000222" },
  });
});

const REVEAL = `mutation ($id: ID!, $reason: String!) { revealContactData(clientId: $id, reason: $reason) {
  email phone mobile whatsapp contacts { name email phone } customFields { key label value } } }`;
const reason = "Llamar por la avería";

const entries = async (caller: Caller) =>
  (
    await caller.ok<{ client: { timeline: { totalCount: number; nodes: object[] } } }>(
      `query ($id: ID!) { client(id: $id) { timeline(filter: { kinds: [CONTACT_DATA_REVEALED] }) { totalCount
        nodes { summary actor { name } ... on ContactDataRevealedEntry { reason } } } } }`,
      { id: client },
    )
  ).client.timeline;

test("an agent sees hidden contact data once, and who asked and why stays on the timeline [F209] [B4]", async () => {
  expect(await agent.ok(REVEAL, { id: client, reason: `  ${reason} ` })).toEqual({
    revealContactData: {
      email: `oculto${number}@example.org`,
      phone: null,
      mobile: "+34600111222",
      whatsapp: null,
      contacts: [{ name: "Marta", email: null, phone: "+34911000222" }],
      customFields: [],
    },
  });
  expect(await agent.ok("query ($id: ID!) { client(id: $id) { email mobile } }", { id: client })).toEqual({
    client: { email: "•••", mobile: "•••" },
  });
  const told = {
    totalCount: 1,
    nodes: [{ summary: `Se revelaron los datos de contacto: ${reason}`, actor: { name: "Ana" }, reason }],
  };
  expect(await entries(owner)).toEqual(told);
  expect(await entries(agent)).toEqual(told);
});

test("custom fields of type e-mail and phone are revealed with the rest [F209] [F119]", async () => {
  const fields = [
    { key: "directo", label: "Directo", type: "PHONE" },
    { key: "nivel", label: "Nivel", type: "TEXT" },
    { key: "facturas", label: "Facturas", type: "EMAIL" },
  ];
  for (const input of fields) {
    await owner.ok("mutation ($input: CustomFieldInput!) { createCustomField(input: $input) { id } }", { input });
  }
  const id = await addClient(owner, {
    teamId: team,
    customFields: { directo: "+34600999888", nivel: "Oro", facturas: "f@example.org" },
  });
  expect(await agent.ok("query ($id: ID!) { client(id: $id) { customFields } }", { id })).toEqual({
    client: { customFields: { directo: "•••", nivel: "Oro", facturas: "•••" } },
  });
  expect(await agent.ok(REVEAL, { id, reason })).toMatchObject({
    revealContactData: {
      customFields: [
        { key: "directo", label: "Directo", value: "+34600999888" },
        { key: "facturas", label: "Facturas", value: "f@example.org" },
      ],
    },
  });
});

test("thirty within an hour are the most, also of many at once, and only those shown count [F209]", async () => {
  const { caller, id } = await addPerson(owner, "AGENT", "Prisa", [team]);
  for (let i = 0; i < 5; i++) await caller.refused(REVEAL, { id: client, reason: "no" });
  const answers = await Promise.all(Array.from({ length: 34 }, () => caller.gql(REVEAL, { id: client, reason })));
  const refused = answers.flatMap(({ errors }) => errors);
  expect(refused).toHaveLength(4);
  expect(refused[0]?.extensions).toMatchObject({ code: "RATE_LIMITED", retryAfterSeconds: expect.any(Number) });
  expect(refused[0]?.message).toMatch(
    /^Has revelado datos de contacto demasiadas veces. Prueba de nuevo en (59|60) min$/,
  );
  expect(await agent.ok(REVEAL, { id: client, reason })).toMatchObject({
    revealContactData: { mobile: "+34600111222" },
  });
  const { rows } = await api.pool.query("select count(*)::int from timeline_entry where actor_id = $1", [id]);
  expect(rows).toEqual([{ count: 30 }]);
});

/** A subscription to the client's entries, which may begin with what was written just before it. */
async function listen(caller: Caller) {
  const socket = caller.socket();
  const { all } = await socket.subscribe<{ timelineEntryAdded: { kind: string } }>(
    "subscription ($id: ID!) { timelineEntryAdded(clientId: $id) { kind } }",
    { id: client },
  );
  const kinds = () => all.map(({ data }) => data?.timelineEntryAdded.kind);
  return {
    close: () => socket.close(),
    kinds,
    errors: () => all.flatMap(({ errors }) => errors ?? []),
    count: (kind: string) => kinds().filter((each) => each === kind).length,
  };
}

/** Does it again until something has come of it: nothing tells when a subscription has begun to listen. */
async function until(arrived: () => boolean, act: () => Promise<unknown>): Promise<void> {
  while (!arrived()) {
    await act();
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

test("other agents do not learn of it, neither from the timeline nor by subscription [F209]", async () => {
  const news = await listen(colleague);
  const note = () =>
    owner.ok(`mutation ($id: ID!) { addTimelineEntry(clientId: $id, input: { description: "Nota" }) { id } }`, {
      id: client,
    });
  await until(() => news.count("NOTE") > 0, note);
  await agent.ok(REVEAL, { id: client, reason });
  const before = news.count("NOTE");
  // The second one was written after the first had come, and so after the revealing was read.
  await until(() => news.count("NOTE") > before + 1, note);
  await news.close();
  expect(news.errors()).toEqual([]);
  expect(news.kinds()).not.toContain("CONTACT_DATA_REVEALED");
  expect(await entries(colleague)).toEqual({ totalCount: 0, nodes: [] });
});

test("an agent who asked is told by subscription", async () => {
  const news = await listen(agent);
  await until(
    () => news.count("CONTACT_DATA_REVEALED") > 0,
    () => agent.ok(REVEAL, { id: client, reason }),
  );
  await news.close();
});

test.each([
  ["without a reason", () => agent, { reason: "   a " }, "BAD_USER_INPUT"],
  ["of another team's client", () => stranger, {}, "NOT_FOUND"],
  ["of no client", () => agent, { id: "nothing" }, "NOT_FOUND"],
  ["for who sees it anyway", () => owner, {}, "ILLEGAL_STATE"],
  ["for a program", () => addApiKey(owner, "AGENT"), {}, "FORBIDDEN"],
] as const)("nothing is shown %s, and nothing noted", async (_case, caller, variables, code) => {
  const asking = await caller();
  await asking.gql("{ viewer { role } }");
  const before = await dump(api.pool);
  expect(await asking.refused(REVEAL, { id: client, reason, ...variables })).toMatchObject({ code });
  expect(await dump(api.pool)).toEqual(before);
});

test("while the setting is off agents may not, and are not offered to [F209]", async () => {
  const query =
    "query ($id: ID!) { viewer { permissions } client(id: $id) { viewerCan { revealContactData seeContactData } } }";
  const offered = async (caller: Caller) => {
    const { viewer, client: shown } = await caller.ok<{
      viewer: { permissions: string[] };
      client: { viewerCan: { revealContactData: boolean } };
    }>(query, { id: client });
    return [viewer.permissions.includes("contactData.reveal"), shown.viewerCan.revealContactData];
  };
  expect([await offered(agent), await offered(owner)]).toEqual([
    [true, true],
    [true, false],
  ]);
  await changeSettings(owner, { agentsMayRevealContactData: false });
  expect(await agent.refused(REVEAL, { id: client, reason })).toMatchObject({ code: "FORBIDDEN" });
  expect(await offered(agent)).toEqual([false, false]);
  expect(await entries(owner)).toEqual({ totalCount: 0, nodes: [] });
});

test("not even an owner can change or remove that it was shown [F107]", async () => {
  await agent.ok(REVEAL, { id: client, reason });
  const { rows } = await api.pool.query<{ id: string }>(
    "select id from timeline_entry where client_id = $1 and kind = 'CONTACT_DATA_REVEALED'",
    [client],
  );
  const remove = "mutation ($id: ID!) { deleteTimelineEntry(id: $id) }";
  expect(await owner.refused(remove, { id: rows[0]?.id })).toMatchObject({ code: "ILLEGAL_STATE" });
  await expect(api.pool.query("delete from timeline_entry where id = $1", [rows[0]?.id])).rejects.toThrow();
});
