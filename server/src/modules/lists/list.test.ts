import { afterAll, beforeAll, expect, test } from "vitest";
import { addClient, addPerson, addTeam, startBusiness } from "../../../test/business.ts";
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

let number = 0;
async function addList(newsletter = false, name = `Lista ${++number}`): Promise<{ id: string; name: string }> {
  const { createClientList } = await owner.ok<{ createClientList: { id: string } }>(
    "mutation ($input: ClientListInput!) { createClientList(input: $input) { id } }",
    { input: { name, newsletter } },
  );
  return { id: createClientList.id, name };
}

interface Listed {
  lists: { name: string }[];
  newsletters: { list: { name: string }; state: string; since: string }[];
}
const listed = async (id: string, caller = owner): Promise<Listed> =>
  (
    await caller.ok<{ client: Listed }>(
      "query ($id: ID!) { client(id: $id) { lists { name } newsletters { list { name } state since } } }",
      { id },
    )
  ).client;

const change = (id: string, input: object) =>
  owner.ok("mutation ($id: ID!, $input: UpdateClientInput!) { updateClient(id: $id, input: $input) { id } }", {
    id,
    input,
  });

const setState =
  "mutation ($clientId: ID!, $listId: ID!, $state: NewsletterState!, $reason: String) { setNewsletterState(clientId: $clientId, listId: $listId, state: $state, reason: $reason) { newsletters { state } } }";

/** The latest first: what each entry says, and its details where it has them. */
async function timeline(id: string) {
  const { client } = await owner.ok<{ client: { timeline: { nodes: Record<string, unknown>[] } } }>(
    `query ($id: ID!) { client(id: $id) { timeline { nodes { kind summary
      ... on ClientEditedEntry { changes { field before after } }
      ... on NewsletterChangedEntry { list before after } } } } }`,
    { id },
  );
  return client.timeline.nodes;
}

test("a client is put on lists and taken off them, which its timeline tells [F115]", async () => {
  const [vip, fair] = [await addList(), await addList()];
  const id = await addClient(owner, { listIds: [vip.id] });
  expect((await listed(id)).lists).toEqual([{ name: vip.name }]);
  await change(id, { listIds: [fair.id] });
  expect(await listed(id)).toEqual({ lists: [{ name: fair.name }], newsletters: [] });
  const entries = await timeline(id);
  expect(entries.slice(0, 2).map(({ changes }) => changes)).toEqual([
    [{ field: "lists", before: null, after: fair.name }],
    [{ field: "lists", before: vip.name, after: null }],
  ]);
  expect(entries.map(({ kind }) => kind)).toEqual(["CLIENT_EDITED", "CLIENT_EDITED", "CLIENT_CREATED"]);
});

test("a name is taken whatever its accents and case", async () => {
  await addList(false, "Últimos");
  expect(await owner.refused(`mutation { createClientList(input: { name: "ultimos" }) { id } }`)).toMatchObject({
    code: "BAD_USER_INPUT",
    fields: [{ path: "name" }],
  });
});

test("who subscribes and unsubscribes, when and to what stays on the timeline [F116]", async () => {
  const news = await addList(true);
  const id = await addClient(owner);
  for (const state of ["PENDING", "SUBSCRIBED", "SUBSCRIBED", "UNSUBSCRIBED"]) {
    await owner.ok(setState, { clientId: id, listId: news.id, state });
  }
  const { lists, newsletters } = await listed(id);
  expect(lists).toEqual([]);
  expect(newsletters).toEqual([{ list: { name: news.name }, state: "UNSUBSCRIBED", since: expect.any(String) }]);
  const told = (before: string | null, after: string) => ({
    kind: "NEWSLETTER_CHANGED",
    list: news.name,
    before,
    after,
  });
  const entries = await timeline(id);
  expect(entries.slice(0, 3)).toMatchObject([
    told("SUBSCRIBED", "UNSUBSCRIBED"),
    told("PENDING", "SUBSCRIBED"),
    told(null, "PENDING"),
  ]);
  expect(entries).toHaveLength(4);
  expect(entries[0]?.summary).toBe(`${news.name}: Suscrito → De baja`);
});

test("a page opened before a client unsubscribed does not subscribe it again, and one from before it joined does not take it off [F116]", async () => {
  const [left, joined, fair] = [await addList(true), await addList(true), await addList()];
  const id = await addClient(owner, { listIds: [left.id], teamId: team });
  const { client } = await agent.ok<{ client: { version: number } }>(
    "query ($id: ID!) { client(id: $id) { version } }",
    {
      id,
    },
  );
  await owner.ok(setState, { clientId: id, listId: left.id, state: "UNSUBSCRIBED" });
  await owner.ok(setState, { clientId: id, listId: joined.id, state: "PENDING" });
  await agent.ok(
    `mutation ($id: ID!, $input: UpdateClientInput!, $version: Int) {
      updateClient(id: $id, input: $input, expectedVersion: $version) { id } }`,
    { id, input: { listIds: [left.id, fair.id] }, version: client.version },
  );
  const { lists, newsletters } = await listed(id);
  expect(lists.map(({ name }) => name).sort()).toEqual([joined.name, fair.name].sort());
  expect(newsletters.map(({ list, state }) => [list.name, state])).toEqual([
    [left.name, "UNSUBSCRIBED"],
    [joined.name, "PENDING"],
  ]);
  await change(id, { listIds: [] });
  expect((await listed(id)).newsletters).toEqual(newsletters);
});

test("only with a reason, which the timeline keeps, is somebody put back who unsubscribed [F116]", async () => {
  const news = await addList(true);
  const id = await addClient(owner, { listIds: [news.id] });
  await owner.ok(setState, { clientId: id, listId: news.id, state: "UNSUBSCRIBED" });
  for (const [state, reason] of [
    ["SUBSCRIBED", null],
    ["PENDING", null],
    ["SUBSCRIBED", "  . "],
  ]) {
    expect(await owner.refused(setState, { clientId: id, listId: news.id, state, reason })).toMatchObject({
      code: "BAD_USER_INPUT",
      fields: [{ path: "reason" }],
    });
  }
  expect((await listed(id)).newsletters).toMatchObject([{ state: "UNSUBSCRIBED" }]);
  const reason = "Lo pidió por teléfono";
  await owner.ok(setState, { clientId: id, listId: news.id, state: "SUBSCRIBED", reason });
  const query = `query ($id: ID!) { client(id: $id) { timeline(first: 2) { nodes {
    ... on NewsletterChangedEntry { before after reason summary } } } } }`;
  expect(await owner.ok(query, { id })).toMatchObject({
    client: {
      timeline: {
        nodes: [
          { before: "UNSUBSCRIBED", after: "SUBSCRIBED", reason },
          { before: "SUBSCRIBED", after: "UNSUBSCRIBED", reason: null },
        ],
      },
    },
  });
});

test("bulk work subscribes nobody who unsubscribed, and undoing it lifts no refusal that came after it [F79, F116]", async () => {
  const news = await addList(true);
  const ids = [
    await addClient(owner),
    await addClient(owner, { listIds: [news.id] }),
    await addClient(owner, { listIds: [news.id] }),
  ] as [string, string, string];
  await owner.ok(setState, { clientId: ids[0], listId: news.id, state: "UNSUBSCRIBED" });
  const bulk = async (mutation: string) =>
    Object.values(
      await owner.ok<Record<string, { operationId: string; changed: number }>>(
        `mutation ($ids: [ID!], $listId: ID!) { ${mutation}(selection: { ids: $ids }, listId: $listId) { operationId changed } }`,
        { ids, listId: news.id },
      ),
    )[0] as { operationId: string; changed: number };
  const states = () =>
    Promise.all(ids.map(async (id) => (await listed(id)).newsletters.map(({ state }) => state).join()));
  expect((await bulk("addClientsToList")).changed).toBe(0);
  const { operationId } = await bulk("removeClientsFromList");
  await owner.ok(setState, { clientId: ids[2], listId: news.id, state: "UNSUBSCRIBED" });
  await owner.ok("mutation ($id: ID!) { undoOperation(id: $id) { changed } }", { id: operationId });
  expect(await states()).toEqual(["UNSUBSCRIBED", "SUBSCRIBED", "UNSUBSCRIBED"]);
});

test("only a newsletter has states, only a known one", async () => {
  const plain = await addList();
  const id = await addClient(owner);
  for (const listId of [plain.id, "nothing", "01900000-0000-7000-8000-000000000000"]) {
    expect(await owner.refused(setState, { clientId: id, listId, state: "SUBSCRIBED" })).toMatchObject({
      code: "BAD_USER_INPUT",
      fields: [{ path: "listId" }],
    });
  }
});

test("a list with clients does not become a newsletter: nobody asked for it [F116]", async () => {
  const list = await addList();
  const update = `mutation ($id: ID!, $newsletter: Boolean) {
    updateClientList(id: $id, input: { name: "Otra", newsletter: $newsletter }) { name newsletter } }`;
  expect(await owner.ok(update, { id: list.id, newsletter: true })).toMatchObject({
    updateClientList: { name: "Otra", newsletter: true },
  });
  await addClient(owner, { listIds: [list.id] });
  expect(await owner.refused(update, { id: list.id, newsletter: false })).toMatchObject({ code: "ILLEGAL_STATE" });
  expect(await owner.ok(update, { id: list.id })).toMatchObject({ updateClientList: { newsletter: true } });
});

test("a list counts the clients that the viewer sees, without those who unsubscribed [F68, F204]", async () => {
  const list = await addList(true);
  await addClient(owner, { listIds: [list.id] });
  await addClient(owner, { listIds: [list.id], teamId: team });
  const gone = await addClient(owner, { listIds: [list.id], teamId: team });
  await owner.ok(setState, { clientId: gone, listId: list.id, state: "UNSUBSCRIBED" });
  const query = "query ($ids: [ID!]) { clientLists { id clientCount } clientCount(filter: { listIds: $ids }) }";
  const counts = async (caller: Caller) => {
    const { clientLists, clientCount } = await caller.ok<{
      clientLists: { id: string; clientCount: number }[];
      clientCount: number;
    }>(query, { ids: [list.id] });
    return [clientLists.find(({ id }) => id === list.id)?.clientCount, clientCount];
  };
  expect(await counts(owner)).toEqual([2, 2]);
  expect(await counts(agent)).toEqual([1, 1]);
});

test("a deleted list leaves its clients, and on their timelines that they were on it", async () => {
  const [plain, news] = [await addList(), await addList(true)];
  const id = await addClient(owner, { listIds: [plain.id, news.id] });
  for (const list of [plain, news]) {
    await owner.ok("mutation ($id: ID!) { deleteClientList(id: $id) }", { id: list.id });
  }
  expect(await listed(id)).toEqual({ lists: [], newsletters: [] });
  expect((await timeline(id)).slice(0, 2)).toMatchObject([
    { list: news.name, before: "SUBSCRIBED", after: null },
    { changes: [{ field: "lists", before: plain.name, after: null }] },
  ]);
});

test("an unknown list is refused, and nothing else of the change is kept", async () => {
  const id = await addClient(owner, { name: "Antes" });
  const refusal = await owner.refused(
    "mutation ($id: ID!, $input: UpdateClientInput!) { updateClient(id: $id, input: $input) { id } }",
    { id, input: { name: "Después", listIds: ["nothing"] } },
  );
  expect(refusal).toMatchObject({ code: "BAD_USER_INPUT", fields: [{ path: "listIds" }] });
  expect(await owner.ok("query ($id: ID!) { client(id: $id) { name } }", { id })).toEqual({
    client: { name: "Antes" },
  });
});

test("the general state of newsletters is a field like others, and a filter [F54]", async () => {
  const id = await addClient(owner, { newsletterStatus: "PENDING" });
  await addClient(owner);
  await change(id, { newsletterStatus: "UNSUBSCRIBED" });
  const query = `{ clients(filter: { newsletterStatus: [UNSUBSCRIBED, PENDING] }) { nodes { id newsletterStatus } } }`;
  expect(await owner.ok(query)).toEqual({ clients: { nodes: [{ id, newsletterStatus: "UNSUBSCRIBED" }] } });
  expect((await timeline(id))[0]?.changes).toEqual([
    { field: "newsletterStatus", before: "Por confirmar", after: "De baja" },
  ]);
});
