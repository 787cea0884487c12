import { afterAll, beforeAll, expect, test } from "vitest";
import { addClient, addPerson, addTeam, changeSettings, startBusiness } from "../../../test/business.ts";
import type { Caller } from "../../../test/caller.ts";

let api: Awaited<ReturnType<typeof startBusiness>>;
let owner: Caller;
let agent: Caller;
let team: string;

beforeAll(async () => {
  api = await startBusiness();
  owner = api.owner;
  team = await addTeam(owner, "Norte");
  agent = (await addPerson(owner, "AGENT", "Ana", [team])).caller;
});
afterAll(() => api.stop());

const ADD =
  "mutation ($clientId: ID!, $input: ContactInput!) { addContact(clientId: $clientId, input: $input) { id } }";
const UPDATE = `mutation ($id: ID!, $input: ContactInput!, $version: Int) {
  updateContact(id: $id, input: $input, expectedVersion: $version) { id version } }`;
const ACTIVATE =
  "mutation ($id: ID!, $active: Boolean!) { setContactActive(id: $id, active: $active) { active primary } }";

const add = async (clientId: string, input: object, caller = owner): Promise<string> =>
  (await caller.ok<{ addContact: { id: string } }>(ADD, { clientId, input })).addContact.id;

interface Shown {
  id: string;
  name: string;
  primary: boolean;
  active: boolean;
}
const contacts = async (id: string, activeOnly?: boolean): Promise<Shown[]> =>
  (
    await owner.ok<{ client: { contacts: Shown[] } }>(
      "query ($id: ID!, $activeOnly: Boolean) { client(id: $id) { contacts(activeOnly: $activeOnly) { id name primary active } } }",
      { id, activeOnly },
    )
  ).client.contacts;
const primaries = async (id: string) => (await contacts(id)).filter(({ primary }) => primary).map(({ name }) => name);

async function timeline(caller: Caller, id: string, filter: object = {}) {
  const { client } = await caller.ok<{ client: { timeline: { nodes: Record<string, unknown>[] } } }>(
    `query ($id: ID!, $filter: TimelineFilter) { client(id: $id) { timeline(filter: $filter) { nodes { kind summary
      ... on ContactEntry { contact { id name } changes { field before after } } } } } }`,
    { id, filter },
  );
  return client.timeline.nodes;
}

test("a client has several contacts, the first of them the primary one [F188, F189, F190]", async () => {
  const client = await addClient(owner, { addresses: [{ type: "MAIN", country: "ES" }] });
  const first = await add(client, {
    name: " Marta Gil ",
    email: "Marta@Example.org",
    phone: "911 234 567",
    position: "Compras",
    portalPermissions: ["INVOICES", "QUOTES", "INVOICES"],
  });
  await add(client, { name: "Luis" });
  const { client: shown } = await owner.ok<{ client: { contacts: object[] } }>(
    "query ($id: ID!) { client(id: $id) { contacts { id name email phone position primary active portalPermissions client { id } } } }",
    { id: client },
  );
  expect(shown.contacts[0]).toEqual({
    id: first,
    name: "Marta Gil",
    email: "marta@example.org",
    phone: "+34911234567",
    position: "Compras",
    primary: true,
    active: true,
    portalPermissions: ["QUOTES", "INVOICES"],
    client: { id: client },
  });
  expect(shown.contacts[1]).toMatchObject({ name: "Luis", primary: false, email: null, portalPermissions: [] });
});

test("being primary is taken over, never given up [F190]", async () => {
  const client = await addClient(owner);
  const first = await add(client, { name: "Uno" });
  const second = await add(client, { name: "Dos", primary: true });
  expect(await primaries(client)).toEqual(["Dos"]);
  await owner.ok(UPDATE, { id: first, input: { name: "Uno", primary: true } });
  expect(await primaries(client)).toEqual(["Uno"]);
  expect(await owner.refused(UPDATE, { id: first, input: { name: "Uno", primary: false } })).toMatchObject({
    code: "BAD_USER_INPUT",
    fields: [{ path: "primary" }],
  });
  await owner.ok(ACTIVATE, { id: second, active: false });
  expect(await owner.refused(UPDATE, { id: second, input: { name: "Dos", primary: true } })).toMatchObject({
    code: "BAD_USER_INPUT",
  });
  expect(await primaries(client)).toEqual(["Uno"]);
});

test("a deactivated primary contact hands over to who was added first, and comes back as another [F190, F192]", async () => {
  const client = await addClient(owner);
  const [first] = [
    await add(client, { name: "Uno" }),
    await add(client, { name: "Dos" }),
    await add(client, { name: "Tres" }),
  ];
  await owner.ok(ACTIVATE, { id: first, active: false });
  expect(await contacts(client)).toMatchObject([
    { name: "Dos", primary: true, active: true },
    { name: "Tres", primary: false, active: true },
    { name: "Uno", primary: false, active: false },
  ]);
  expect((await contacts(client, true)).map(({ name }) => name)).toEqual(["Dos", "Tres"]);
  expect(await owner.ok(ACTIVATE, { id: first, active: true })).toEqual({
    setContactActive: { active: true, primary: false },
  });
});

test("who is activated while nobody is active becomes the primary one [F192]", async () => {
  const client = await addClient(owner);
  const [first, second] = [await add(client, { name: "Uno" }), await add(client, { name: "Dos" })];
  for (const id of [first, second]) await owner.ok(ACTIVATE, { id, active: false });
  expect(await primaries(client)).toEqual([]);
  await owner.ok(ACTIVATE, { id: second, active: true });
  expect(await primaries(client)).toEqual(["Dos"]);
});

test("however many are made primary at once, one is [F190]", async () => {
  const client = await addClient(owner);
  await Promise.all(Array.from({ length: 12 }, (_, i) => add(client, { name: `Contacto ${i}`, primary: true })));
  expect(await contacts(client)).toHaveLength(12);
  expect(await primaries(client)).toHaveLength(1);
});

test("what happens to a contact stays on the timeline, and can be read by contact [F192, F193]", async () => {
  const client = await addClient(owner);
  const id = await add(client, { name: "Marta", position: "Compras" });
  await add(client, { name: "Luis" });
  await owner.ok(UPDATE, { id, input: { name: "Marta Gil", position: null, portalPermissions: ["TICKETS"] } });
  await owner.ok(ACTIVATE, { id, active: false });
  await owner.ok(ACTIVATE, { id, active: true });
  const entries = await timeline(owner, client, { contactIds: [id] });
  expect(entries.map(({ summary }) => summary)).toEqual([
    "Se activó el contacto Marta Gil",
    "Se desactivó el contacto Marta Gil",
    "Se editó el contacto Marta Gil: Nombre, Cargo, Permisos en el portal",
    "Se añadió el contacto Marta",
  ]);
  expect(entries[2]).toMatchObject({
    kind: "CONTACT_EDITED",
    contact: { id, name: "Marta Gil" },
    changes: [
      { field: "name", before: "Marta", after: "Marta Gil" },
      { field: "position", before: "Compras", after: null },
      { field: "portalPermissions", before: null, after: "Soporte" },
    ],
  });
  const all = await timeline(owner, client);
  expect(all.filter(({ kind }) => kind === "CONTACT_CREATED")).toHaveLength(2);
  expect(all[1]).toMatchObject({ summary: "Se editó el contacto Luis: Contacto principal" });
});

test("a contact's change on an old version is a conflict", async () => {
  const id = await add(await addClient(owner), { name: "Marta" });
  await owner.ok(UPDATE, { id, input: { name: "Marta Gil" } });
  expect(await owner.refused(UPDATE, { id, input: { name: "Marta Ruiz" }, version: 1 })).toMatchObject({
    code: "CONFLICT",
  });
});

test.each([
  [{ name: "  " }, "name"],
  [{ name: "Marta", email: "marta" }, "email"],
  [{ name: "Marta", phone: "9".repeat(41) }, "phone"],
])("refuses %j [F189]", async (input, path) => {
  const clientId = await addClient(owner);
  expect(await owner.refused(ADD, { clientId, input })).toMatchObject({ code: "BAD_USER_INPUT", fields: [{ path }] });
});

test("a search finds a client by its contacts' names, e-mails and phones, but for inactive ones [F58]", async () => {
  const client = await addClient(owner);
  const id = await add(client, { name: "Íñigo Zubizarreta", email: "zubi@vasconia.example", phone: "+34 944 000 111" });
  await add(client, { name: "Otra" });
  const found = async (search: string) =>
    (
      await owner.ok<{ clients: { nodes: { id: string }[] } }>(
        "query ($search: String) { clients(filter: { search: $search }) { nodes { id } } }",
        { search },
      )
    ).clients.nodes.map((node) => node.id);
  for (const search of ["zubizarreta inigo", "ZUBI@vasconia", "944 000 111", "zubizarreta otra"])
    expect(await found(search)).toEqual([client]);
  await owner.ok(ACTIVATE, { id, active: false });
  expect(await found("zubizarreta")).toEqual([]);
});

test("hidden contact data of a contact is hidden in the record, the timeline and search [F209]", async () => {
  const client = await addClient(owner, { teamId: team });
  const id = await add(client, { name: "Marta Secreta", email: "oculta@example.org", phone: "+34911000222" });
  await owner.ok(UPDATE, { id, input: { name: "Marta Secreta", email: "oculta2@example.org" } });
  await changeSettings(owner, { hideContactDataFromAgents: true });
  try {
    const query = "query ($id: ID!) { client(id: $id) { contacts { name email phone } } }";
    expect(await agent.ok(query, { id: client })).toEqual({
      client: { contacts: [{ name: "Marta Secreta", email: "•••", phone: "•••" }] },
    });
    expect((await timeline(agent, client))[0]?.changes).toEqual([{ field: "email", before: "•••", after: "•••" }]);
    const count = "query ($search: String) { clientCount(filter: { search: $search }) }";
    expect(await agent.ok(count, { search: "marta secreta" })).toEqual({ clientCount: 1 });
    for (const search of ["oculta2", "911000222", "marta oculta2"]) {
      expect(await agent.ok(count, { search })).toEqual({ clientCount: 0 });
    }
    expect(await agent.refused(UPDATE, { id, input: { name: "M", phone: null } })).toMatchObject({ code: "FORBIDDEN" });
    await agent.ok(UPDATE, { id, input: { name: "Marta S." } });
  } finally {
    await changeSettings(owner, { hideContactDataFromAgents: false });
  }
  expect(await owner.ok(`query ($id: ID!) { client(id: $id) { contacts { email phone } } }`, { id: client })).toEqual({
    client: { contacts: [{ email: "oculta2@example.org", phone: "+34911000222" }] },
  });
});

test("contacts of another team's client do not exist [F204]", async () => {
  const clientId = await addClient(owner);
  const id = await add(clientId, { name: "Marta" });
  const answers = [
    await agent.refused(ADD, { clientId, input: { name: "M" } }),
    await agent.refused(UPDATE, { id, input: { name: "M" } }),
    await agent.refused(ACTIVATE, { id, active: false }),
    await agent.refused(ACTIVATE, { id: "nothing", active: false }),
  ];
  for (const answer of answers) expect(answer).toEqual({ ...answers[0], message: answers[0]?.message });
  expect(answers[0]?.code).toBe("NOT_FOUND");
});

test("the people of all clients are listed by name, each viewer's own, and hidden data finds nobody [F215] [F209] [Q12]", async () => {
  const mine = await addClient(owner, { teamId: team });
  const foreign = await addClient(owner);
  await add(mine, { name: "Úrsula Listada", email: "ursula@lista.example" });
  await add(foreign, { name: "Álvaro Listado", email: "alvaro@lista.example" });
  const quiet = await add(mine, { name: "Zoe Listada" });
  await owner.ok(ACTIVATE, { id: quiet, active: false });
  const names = async (caller: Caller, filter: object) =>
    (
      await caller.ok<{ contacts: { nodes: { name: string; client: { id: string } }[] } }>(
        "query ($filter: ContactFilter) { contacts(filter: $filter) { nodes { name client { id } } } }",
        { filter },
      )
    ).contacts.nodes.map(({ name }) => name);
  expect(await names(owner, { search: "listad" })).toEqual(["Álvaro Listado", "Úrsula Listada", "Zoe Listada"]);
  expect(await names(agent, { search: "listad" })).toEqual(["Úrsula Listada", "Zoe Listada"]);
  expect(await names(owner, { search: "listada", active: false })).toEqual(["Zoe Listada"]);
  expect(await names(owner, { search: "ursula@lista" })).toEqual(["Úrsula Listada"]);
  expect(await names(owner, { search: "%" })).toEqual([]);
  await changeSettings(owner, { hideContactDataFromAgents: true });
  try {
    expect(await names(agent, { search: "ursula@lista" })).toEqual([]);
    expect(await names(agent, { search: "ursula list" })).toEqual(["Úrsula Listada"]);
  } finally {
    await changeSettings(owner, { hideContactDataFromAgents: false });
  }
});
