import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { addClient, addPerson, addTag, addTask, addTeam, startBusiness } from "../../../test/business.ts";
import type { Caller } from "../../../test/caller.ts";

const NOTE = `mutation ($id: ID!, $text: String!) { addTimelineEntry(clientId: $id, input: { description: $text }) { id client { id } } }`;
const UPDATE = `mutation ($id: ID!, $input: UpdateClientInput!, $version: Int) {
  updateClient(id: $id, input: $input, expectedVersion: $version) { id version } }`;

const PATIENCE = { timeout: 15_000, interval: 50 };

let business: Awaited<ReturnType<typeof startBusiness>>;
let owner: Caller;
beforeAll(async () => {
  business = await startBusiness();
  owner = business.owner;
});
afterAll(() => business.stop());

async function merge(survivorId: string, ...otherIds: string[]): Promise<string> {
  const { mergeClients } = await owner.ok<{ mergeClients: { mergeId: string } }>(
    "mutation ($input: MergeClientsInput!) { mergeClients(input: $input) { mergeId } }",
    { input: { survivorId, otherIds } },
  );
  return mergeClients.mergeId;
}
const undo = (id: string) => owner.ok("mutation ($id: ID!) { undoMerge(id: $id) { id } }", { id });
const clientOf = async (id: string, caller = owner) =>
  (
    await caller.ok<{ client: { id: string; version: number } | null }>(
      "query ($id: ID!) { client(id: $id) { id version } }",
      { id },
    )
  ).client;
const found = async (search: string) =>
  (
    await owner.ok<{ clients: { nodes: { id: string }[] } }>(
      "query ($search: String!) { clients(filter: { search: $search }) { nodes { id } } }",
      { search },
    )
  ).clients.nodes.map(({ id }) => id);

it("an old id answers with the survivor, however often that was merged itself, and as before once it is undone [B1]", async () => {
  const team = await addTeam(owner, "Norte");
  const agent = await addPerson(owner, "AGENT", "Ana", [team]);
  const stranger = await addPerson(owner, "AGENT", "Berta", [await addTeam(owner, "Sur")]);
  const [b, a, d] = [await addClient(owner), await addClient(owner), await addClient(owner, { teamId: team })];
  const first = await merge(a, b);
  expect(await clientOf(b)).toMatchObject({ id: a });
  const second = await merge(d, a);
  expect(await clientOf(b)).toMatchObject({ id: d });
  expect(await clientOf(b, agent.caller)).toMatchObject({ id: d });
  expect(await clientOf(b, stranger.caller)).toBeNull();
  expect(await owner.refused("mutation ($id: ID!) { undoMerge(id: $id) { id } }", { id: first })).toMatchObject({
    code: "ILLEGAL_STATE",
    mergeId: second,
  });
  await undo(second);
  expect([await clientOf(a), await clientOf(b)]).toMatchObject([{ id: a }, { id: a }]);
  await undo(first);
  expect(await clientOf(b)).toMatchObject({ id: b });
  for (const id of [first, second]) {
    expect(await owner.refused("mutation ($id: ID!) { undoMerge(id: $id) { id } }", { id })).toMatchObject({
      code: "ILLEGAL_STATE",
      message: "Ya se deshizo",
    });
  }
});

it("what is written, asked and done in bulk by an old id is the survivor's; nobody is deleted by one [B1]", async () => {
  const [a, b] = [await addClient(owner, { name: "Gil" }), await addClient(owner, { name: "Luna" })];
  const tag = await addTag(owner, "Feria");
  const form = await clientOf(b);
  await merge(a, b);
  const { addTimelineEntry } = await owner.ok<{ addTimelineEntry: object }>(NOTE, { id: b, text: "Hola" });
  expect(addTimelineEntry).toMatchObject({ client: { id: a } });
  const task = await addTask(owner, b);
  expect(
    await owner.ok("query ($id: ID!) { tasks(filter: { clientId: $id }) { nodes { id client { id } } } }", { id: b }),
  ).toEqual({
    tasks: { nodes: [{ id: task, client: { id: a } }] },
  });
  expect(
    await owner.ok(
      'query ($id: ID!) { clientAudience(id: $id) { name } clientFieldHistory(id: $id, field: "name") { entryId } }',
      { id: b },
    ),
  ).toEqual({
    clientAudience: [{ name: "Olga" }],
    clientFieldHistory: [],
  });
  expect(await owner.refused(UPDATE, { id: b, input: { name: "Tarde" }, version: form?.version })).toMatchObject({
    code: "CONFLICT",
  });
  expect(await owner.ok(UPDATE, { id: b, input: { name: "Gil e Hijos" } })).toMatchObject({ updateClient: { id: a } });
  expect(await owner.refused("mutation ($id: ID!) { deleteClient(id: $id) }", { id: b })).toMatchObject({
    code: "ILLEGAL_STATE",
    survivor: { clientId: a, name: "Gil e Hijos" },
  });
  const bulk = (field: string, rest = "") =>
    owner.ok<Record<string, object>>(
      `mutation ($ids: [ID!]!) { ${field}(selection: { ids: $ids } ${rest}) { matched changed skipped { clientId } } }`,
      { ids: [b, a] },
    );
  expect(await bulk("tagClients", `, tagIds: ["${tag}"]`)).toEqual({
    tagClients: { matched: 1, changed: 1, skipped: [] },
  });
  expect(await bulk("deleteClients")).toEqual({
    deleteClients: { matched: 1, changed: 1, skipped: [{ clientId: b }] },
  });
});

it("the name, e-mail and numbers that did not win find the survivor, until it is undone [B1, F126]", async () => {
  const a = await addClient(owner, { name: "Gil", email: "gil@example.test", phone: "+50726500001" });
  const b = await addClient(owner, {
    name: "Zarzuela",
    email: "zarzuela@example.test",
    phone: "+50726511111",
    taxProfile: { taxId: "8-99-1" },
  });
  const mergeId = await merge(a, b);
  const duplicates = (input: object) =>
    owner.ok("query ($input: DuplicateProbe!) { clientDuplicates(input: $input) { field exact client { id } } }", {
      input,
    });
  for (const search of ["zarzuela", "zarzuela@example.test", "2651 1111".replace(" ", "")])
    expect(await found(search)).toEqual([a]);
  expect(await duplicates({ email: "zarzuela@example.test" })).toEqual({
    clientDuplicates: [{ field: "email", exact: true, client: { id: a } }],
  });
  expect(await duplicates({ whatsapp: "+507 265-11111" })).toEqual({
    clientDuplicates: [{ field: "whatsapp", exact: true, client: { id: a } }],
  });
  await undo(mergeId);
  expect(await found("zarzuela")).toEqual([b]);
  expect(await duplicates({ email: "zarzuela@example.test" })).toMatchObject({
    clientDuplicates: [{ client: { id: b } }],
  });
});

it("a timeline that is followed by the id of a client goes on with the survivor's once it is merged [B1, B15]", async () => {
  const [a, b] = [await addClient(owner, { name: "Gil" }), await addClient(owner, { name: "Luna" })];
  const socket = owner.socket();
  const FOLLOW = "subscription ($id: ID!) { timelineEntryAdded(clientId: $id) { kind client { id } description } }";
  const open = await socket.subscribe<{ timelineEntryAdded: object }>(FOLLOW, { id: b });
  // Nothing tells when a subscription has begun to listen.
  await vi.waitFor(async () => {
    await owner.ok(NOTE, { id: b, text: "Antes" });
    expect(open.all.length).toBeGreaterThan(0);
  }, PATIENCE);
  await merge(a, b);
  await owner.ok(NOTE, { id: a, text: "Después" });
  await vi.waitFor(
    () =>
      expect(open.all.map(({ data }) => data?.timelineEntryAdded).slice(-2)).toEqual([
        { kind: "CLIENT_MERGED", client: { id: a }, description: null },
        { kind: "NOTE", client: { id: a }, description: "Después" },
      ]),
    PATIENCE,
  );
  const late = await socket.subscribe<{ timelineEntryAdded: object }>(FOLLOW, { id: b });
  await vi.waitFor(async () => {
    await owner.ok(NOTE, { id: b, text: "Luego" });
    expect(late.all[0]?.data?.timelineEntryAdded).toMatchObject({ client: { id: a } });
  }, PATIENCE);
  await socket.close();
});
