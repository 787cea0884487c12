import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { addApiKey, addClient, addPerson, addTeam, type Person, startBusiness } from "../../../test/business.ts";
import type { Caller } from "../../../test/caller.ts";

interface Result {
  operationId: string;
  matched: number;
  changed: number;
  skipped: { clientId: string; reason: string }[];
}

const RESULT = "{ operationId matched changed skipped { clientId reason } }";
const TAG = `mutation ($selection: ClientSelection!, $tagIds: [ID!]!) { tagClients(selection: $selection, tagIds: $tagIds) ${RESULT} }`;
const UNTAG = TAG.replaceAll("tagClients", "untagClients");
const STATUS = `mutation ($selection: ClientSelection!, $status: ClientStatus!) { setClientsStatus(selection: $selection, status: $status) ${RESULT} }`;
const ASSIGN = `mutation ($selection: ClientSelection!, $ownerId: ID, $teamId: ID) { assignClients(selection: $selection, ownerId: $ownerId, teamId: $teamId) ${RESULT} }`;
const DELETE = `mutation ($selection: ClientSelection!) { deleteClients(selection: $selection) ${RESULT} }`;
const ADD_TO_LIST = `mutation ($selection: ClientSelection!, $listId: ID!) { addClientsToList(selection: $selection, listId: $listId) ${RESULT} }`;
const REMOVE_FROM_LIST = ADD_TO_LIST.replaceAll("addClientsToList", "removeClientsFromList");
const UNDO = `mutation ($id: ID!) { undoOperation(id: $id) ${RESULT} }`;

let business: Awaited<ReturnType<typeof startBusiness>>;
let owner: Caller;
let [north, south] = ["", ""];
let agent: Person;
let tagId = "";
let mark = "";

const run = async (caller: Caller, query: string, variables: object): Promise<Result> =>
  Object.values(await caller.ok<Record<string, Result>>(query, variables))[0] as Result;
const undo = (id: string, caller = owner) => run(caller, UNDO, { id });
const client = async (id: string) =>
  (
    await owner.ok<{
      client: {
        status: string;
        version: number;
        tags: { id: string }[];
        owner: { id: string } | null;
        team: { id: string } | null;
      } | null;
    }>("query ($id: ID!) { client(id: $id) { status version tags { id } owner { id } team { id } } }", { id })
  ).client;
/** Clients of this test alone, found by a mark in their names. */
const add = (count: number, input: object = {}) =>
  Promise.all(Array.from({ length: count }, (_, i) => addClient(owner, { name: `${mark} ${i}`, ...input })));
const marked = () => ({ filter: { search: mark, status: ["PROSPECT", "CLIENT", "INACTIVE"] } });

beforeAll(async () => {
  business = await startBusiness();
  owner = business.owner;
  [north, south] = [await addTeam(owner, "Norte"), await addTeam(owner, "Sur")];
  agent = await addPerson(owner, "AGENT", "Nora", [north]);
  const { createTag } = await owner.ok<{ createTag: { id: string } }>(
    `mutation { createTag(input: { name: "VIP" }) { id } }`,
  );
  tagId = createTag.id;
});
afterAll(() => business.stop());
beforeEach(() => {
  mark = `m${randomUUID().slice(0, 8)}`;
});

describe("work on many clients", () => {
  test("tags everything that a filter matches, counts only who had not the tag, and takes it back [F77, F78]", async () => {
    const [first, ...others] = await add(7);
    await run(owner, TAG, { selection: { ids: [first] }, tagIds: [tagId] });
    const result = await run(owner, TAG, { selection: marked(), tagIds: [tagId] });
    expect(result).toMatchObject({ matched: 7, changed: 6, skipped: [] });
    for (const id of others) expect((await client(id))?.tags).toEqual([{ id: tagId }]);
    expect(await undo(result.operationId)).toMatchObject({ matched: 7, changed: 6, skipped: [] });
    expect((await client(first as string))?.tags).toEqual([{ id: tagId }]);
    for (const id of others) expect((await client(id))?.tags).toEqual([]);
  });

  test("takes tags off, and puts them back", async () => {
    const ids = await add(3, { tagIds: [tagId] });
    const result = await run(owner, UNTAG, { selection: { ids }, tagIds: [tagId] });
    expect(result).toMatchObject({ matched: 3, changed: 3 });
    expect((await client(ids[0] as string))?.tags).toEqual([]);
    await undo(result.operationId);
    expect((await client(ids[0] as string))?.tags).toEqual([{ id: tagId }]);
  });

  test("adds to a list and takes off it, both ways back [F79]", async () => {
    const ids = await add(3);
    const { createClientList } = await owner.ok<{ createClientList: { id: string } }>(
      "mutation ($name: String!) { createClientList(input: { name: $name }) { id } }",
      { name: mark },
    );
    const members = async () =>
      (
        await owner.ok<{ clientCount: number }>("query ($ids: [ID!]) { clientCount(filter: { listIds: $ids }) }", {
          ids: [createClientList.id],
        })
      ).clientCount;
    const added = await run(owner, ADD_TO_LIST, { selection: { ids }, listId: createClientList.id });
    expect([added.changed, await members()]).toEqual([3, 3]);
    const removed = await run(owner, REMOVE_FROM_LIST, {
      selection: { ids: ids.slice(0, 2) },
      listId: createClientList.id,
    });
    expect([removed.changed, await members()]).toEqual([2, 1]);
    await undo(removed.operationId);
    expect(await members()).toBe(3);
    await undo(added.operationId);
    expect(await members()).toBe(0);
  });

  test("who is taken off a newsletter unsubscribes, and is not subscribed again by adding many [F79] [F116]", async () => {
    const ids = await add(3);
    const { createClientList } = await owner.ok<{ createClientList: { id: string } }>(
      "mutation ($name: String!) { createClientList(input: { name: $name, newsletter: true }) { id } }",
      { name: mark },
    );
    const listId = createClientList.id;
    const states = () =>
      Promise.all(
        ids.map(async (id) => {
          const query = "query ($id: ID!) { client(id: $id) { newsletters { state } } }";
          const { client } = await owner.ok<{ client: { newsletters: { state: string }[] } }>(query, { id });
          return client.newsletters[0]?.state ?? null;
        }),
      );
    const setState = (clientId: string | undefined, state: string) =>
      owner.ok(
        "mutation ($clientId: ID!, $listId: ID!, $state: NewsletterState!) { setNewsletterState(clientId: $clientId, listId: $listId, state: $state) { id } }",
        { clientId, listId, state },
      );
    await setState(ids[0], "PENDING");
    await setState(ids[1], "UNSUBSCRIBED");
    const added = await run(owner, ADD_TO_LIST, { selection: { ids }, listId });
    expect([added.changed, await states()]).toEqual([1, ["PENDING", "UNSUBSCRIBED", "SUBSCRIBED"]]);
    const removed = await run(owner, REMOVE_FROM_LIST, { selection: { ids }, listId });
    expect([removed.changed, await states()]).toEqual([2, ["UNSUBSCRIBED", "UNSUBSCRIBED", "UNSUBSCRIBED"]]);
    await undo(removed.operationId);
    expect(await states()).toEqual(["PENDING", "UNSUBSCRIBED", "SUBSCRIBED"]);
    await setState(ids[2], "UNSUBSCRIBED");
    expect((await undo(added.operationId)).changed).toBe(0);
    expect(await states()).toEqual(["PENDING", "UNSUBSCRIBED", "UNSUBSCRIBED"]);
  });

  test("sets the status with an entry on each timeline, and skips on undo who was changed since [F82]", async () => {
    const ids = await add(4);
    const result = await run(owner, STATUS, { selection: { ids }, status: "INACTIVE" });
    expect(result).toMatchObject({ matched: 4, changed: 4 });
    const { client: entries } = await owner.ok<{
      client: { timeline: { nodes: { kind: string; actor: { name: string } }[] } };
    }>("query ($id: ID!) { client(id: $id) { timeline(first: 1) { nodes { kind actor { name } } } } }", { id: ids[0] });
    expect(entries.timeline.nodes).toEqual([{ kind: "STATUS_CHANGED", actor: { name: "Olga" } }]);
    await owner.ok('mutation ($id: ID!) { updateClient(id: $id, input: { website: "example.com" }) { id } }', {
      id: ids[3],
    });
    const undone = await undo(result.operationId);
    expect(undone).toMatchObject({
      changed: 3,
      skipped: [{ clientId: ids[3], reason: "Alguien lo ha cambiado desde entonces" }],
    });
    expect(await Promise.all(ids.map(async (id) => (await client(id))?.status))).toEqual([
      "PROSPECT",
      "PROSPECT",
      "PROSPECT",
      "INACTIVE",
    ]);
  });

  test("gives clients to an owner and a team, leaves alone what was not named, and takes it back [F81, F83]", async () => {
    const ids = await add(2, { teamId: south });
    const result = await run(owner, ASSIGN, { selection: { ids }, ownerId: agent.id });
    expect(await client(ids[0] as string)).toMatchObject({ owner: { id: agent.id }, team: { id: south } });
    const cleared = await run(owner, ASSIGN, { selection: { ids }, teamId: null });
    expect(await client(ids[0] as string)).toMatchObject({ owner: { id: agent.id }, team: null });
    await undo(cleared.operationId);
    expect(await client(ids[0] as string)).toMatchObject({ owner: { id: agent.id }, team: { id: south } });
    expect(await undo(result.operationId)).toMatchObject({ changed: 0, skipped: [{}, {}] });
  });

  test("deletes, and brings back whose e-mail is still free [B11]", async () => {
    const taken = `${mark}@example.com`;
    const ids = [...(await add(2)), await addClient(owner, { name: `${mark} x`, email: taken })];
    const result = await run(owner, DELETE, { selection: marked() });
    expect(result).toMatchObject({ matched: 3, changed: 3 });
    expect(await client(ids[0] as string)).toBeNull();
    await addClient(owner, { name: "Otro", email: taken });
    expect(await undo(result.operationId)).toMatchObject({ changed: 2, skipped: [{ clientId: ids[2] }] });
    expect(await client(ids[0] as string)).not.toBeNull();
    expect(await client(ids[2] as string)).toBeNull();
  });

  test("an agent reaches only the clients of their teams; named ones of others are as good as missing [Q11, Q12]", async () => {
    const mine = await add(2, { teamId: north });
    const foreign = await add(1, { teamId: south });
    const missing = randomUUID();
    const byFilter = await run(agent.caller, TAG, { selection: marked(), tagIds: [tagId] });
    expect(byFilter).toMatchObject({ matched: 2, changed: 2, skipped: [] });
    const byIds = await run(agent.caller, STATUS, {
      selection: { ids: [...mine, ...foreign, missing] },
      status: "CLIENT",
    });
    expect(byIds).toMatchObject({ matched: 2, changed: 2 });
    expect(new Set(byIds.skipped.map(({ reason }) => reason)).size).toBe(1);
    expect(byIds.skipped.map(({ clientId }) => clientId).sort()).toEqual([...foreign, missing].sort());
    expect((await client(foreign[0] as string))?.status).toBe("PROSPECT");
    expect(await agent.caller.refused(ASSIGN, { selection: { ids: mine }, teamId: south })).toMatchObject({
      code: "BAD_USER_INPUT",
    });
    expect(await agent.caller.refused(DELETE, { selection: { ids: mine } })).toMatchObject({ code: "FORBIDDEN" });
  });

  test("takes exactly one of ids and filter, known tags, and an operation id of its own", async () => {
    const selections = [{}, { ids: [], filter: {} }, { ids: Array.from({ length: 10_001 }, () => randomUUID()) }];
    for (const selection of selections) {
      expect(await owner.refused(STATUS, { selection, status: "CLIENT" })).toMatchObject({ code: "BAD_USER_INPUT" });
    }
    expect(await owner.refused(TAG, { selection: marked(), tagIds: [randomUUID()] })).toMatchObject({
      fields: [{ path: "tagIds" }],
    });
    expect(await owner.refused(TAG, { selection: marked(), tagIds: [] })).toMatchObject({
      fields: [{ path: "tagIds" }],
    });
    expect(await owner.refused(ASSIGN, { selection: marked() })).toMatchObject({ code: "BAD_USER_INPUT" });
  });

  test("is taken back once, by its maker or who manages, within ten minutes", async () => {
    const ids = await add(1, { teamId: north });
    const mine = await run(agent.caller, STATUS, { selection: { ids }, status: "CLIENT" });
    const other = await addPerson(owner, "AGENT", `Otro ${mark}`, [north]);
    expect(await other.caller.refused(UNDO, { id: mine.operationId })).toMatchObject({ code: "NOT_FOUND" });
    await undo(mine.operationId);
    expect(await owner.refused(UNDO, { id: mine.operationId })).toMatchObject({ code: "ILLEGAL_STATE" });
    const late = await run(owner, STATUS, { selection: { ids }, status: "CLIENT" });
    await business.pool.query("update operation set finished_at = now() - interval '11 minutes' where id = $1", [
      late.operationId,
    ]);
    expect(await owner.refused(UNDO, { id: late.operationId })).toMatchObject({
      code: "ILLEGAL_STATE",
      message: expect.stringContaining("diez minutos"),
    });
  });

  test("leaves clients alone that its maker no longer sees, and says so [Q12]", async () => {
    const [kept, moved] = (await add(2, { teamId: north })) as [string, string];
    const tagged = await run(agent.caller, TAG, { selection: marked(), tagIds: [tagId] });
    const inactive = await run(agent.caller, STATUS, { selection: marked(), status: "INACTIVE" });
    await owner.ok("mutation ($id: ID!, $team: ID!) { updateClient(id: $id, input: { teamId: $team }) { id } }", {
      id: moved,
      team: south,
    });
    const gone = { clientId: moved, reason: "No existe o ya no puedes verlo" };
    for (const { operationId } of [inactive, tagged]) {
      expect(await undo(operationId, agent.caller)).toMatchObject({ changed: 1, skipped: [gone] });
    }
    expect(await client(kept)).toMatchObject({ status: "PROSPECT", tags: [] });
    expect(await client(moved)).toMatchObject({ status: "INACTIVE", tags: [{ id: tagId }] });
  });

  test("is taken back only once, also when two ask at the same time", async () => {
    await add(1);
    const { operationId } = await run(owner, TAG, { selection: marked(), tagIds: [tagId] });
    const both = await Promise.all([1, 2].map(() => owner.gql(UNDO, { id: operationId })));
    expect(both.flatMap(({ errors }) => errors.map(({ extensions }) => extensions?.code))).toEqual(["ILLEGAL_STATE"]);
  });

  test("more than one chunk, followed by an id of the caller's, through an API key", async () => {
    await business.pool.query(
      "insert into client (name, email) select $1 || ' ' || n, null from generate_series(1, 12001) n",
      [mark],
    );
    // As autovacuum does after so many, which tests run without.
    await business.pool.query("analyze client");
    const key = await addApiKey(owner, "ADMIN");
    const operationId = randomUUID();
    const query = TAG.replace("$tagIds: [ID!]!)", "$tagIds: [ID!]!, $operationId: ID)").replace(
      "tagIds: $tagIds)",
      "tagIds: $tagIds, operationId: $operationId)",
    );
    const result = await run(key, query, { selection: marked(), tagIds: [tagId], operationId });
    expect(result).toMatchObject({ operationId, matched: 12_001, changed: 12_001 });
    const progress = await key.ok("query ($id: ID!) { bulkOperation(id: $id) { status matched done changed } }", {
      id: operationId,
    });
    expect(progress).toEqual({ bulkOperation: { status: "DONE", matched: 12_001, done: 12_001, changed: 12_001 } });
    expect(await undo(operationId)).toMatchObject({ changed: 12_001 });
    expect(await owner.refused(query, { selection: marked(), tagIds: [tagId], operationId })).toMatchObject({
      fields: [{ path: "operationId" }],
    });
  });
});

describe("saved filters", () => {
  const SAVE =
    "mutation ($name: String!, $filter: ClientFilter!, $shared: Boolean) { saveFilter(name: $name, filter: $filter, shared: $shared) { id name filter shared owner { name } } }";
  const LIST = "{ savedFilters { id name shared } }";
  const names = async (caller: Caller) =>
    (await caller.ok<{ savedFilters: { name: string }[] }>(LIST)).savedFilters.map(({ name }) => name);

  test("are one's own or shared, and replaced under the same name [F75]", async () => {
    const filter = { status: ["CLIENT"], createdAt: { preset: "THIS_MONTH" } };
    const { saveFilter } = await agent.caller.ok<{ saveFilter: { id: string; filter: object } }>(SAVE, {
      name: "Míos",
      filter,
    });
    expect(saveFilter.filter).toEqual(filter);
    expect([await names(owner), await names(agent.caller)]).toEqual([[], ["Míos"]]);
    await agent.caller.ok(SAVE, { name: "mios", filter: {}, shared: true });
    expect([await names(owner), await names(agent.caller)]).toEqual([["mios"], ["mios"]]);
    const [{ id }] = (await owner.ok<{ savedFilters: [{ id: string }] }>(LIST)).savedFilters;
    const other = await addPerson(owner, "AGENT", "Ajeno", [south]);
    const DROP = "mutation ($id: ID!) { deleteSavedFilter(id: $id) }";
    expect(await other.caller.refused(DROP, { id })).toMatchObject({ code: "NOT_FOUND" });
    await owner.ok(DROP, { id });
    expect(await names(agent.caller)).toEqual([]);
    expect(await owner.refused(SAVE, { name: "  ", filter: {} })).toMatchObject({ fields: [{ path: "name" }] });
  });
});
