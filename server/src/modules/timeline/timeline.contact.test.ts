import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addClient, addPerson, addTeam, dump, startBusiness } from "../../../test/business.ts";
import type { Caller } from "../../../test/caller.ts";

interface Entry {
  id: string;
  kind: string;
  description: string | null;
  editedAt: string | null;
  contact: { id: string; name: string; active: boolean; email: string | null } | null;
  revisions: { contact: string | null; description: string }[];
}
const ENTRY = `id kind description editedAt
  ... on ManualEntry { contact { id name active email } revisions { contact description } }`;
const ADD = `mutation ($id: ID!, $input: TimelineEntryInput!) { addTimelineEntry(clientId: $id, input: $input) { ${ENTRY} } }`;
const EDIT = `mutation ($id: ID!, $input: TimelineEntryInput!) { updateTimelineEntry(id: $id, input: $input) { ${ENTRY} } }`;

let api: Awaited<ReturnType<typeof startBusiness>>;
let owner: Caller;
let agent: Caller;
let colleague: Caller;
let stranger: Caller;
let client: string;
let luz: string;
let sol: string;
let foreign: string;

const addContact = async (id: string, name: string) =>
  (
    await owner.ok<{ addContact: { id: string } }>(
      "mutation ($id: ID!, $input: ContactInput!) { addContact(clientId: $id, input: $input) { id } }",
      { id, input: { name, email: `${name.toLowerCase()}@example.org` } },
    )
  ).addContact.id;
const add = async (caller: Caller, input: object, id = client) =>
  (await caller.ok<{ addTimelineEntry: Entry }>(ADD, { id, input: { description: "<p>Hablamos</p>", ...input } }))
    .addTimelineEntry;
const edit = async (caller: Caller, id: string, input: object) =>
  (await caller.ok<{ updateTimelineEntry: Entry }>(EDIT, { id, input: { description: "<p>Hablamos</p>", ...input } }))
    .updateTimelineEntry;
async function timeline(filter: object = {}, caller = owner): Promise<Entry[]> {
  const found = await caller.ok<{ client: { timeline: { nodes: Entry[] } } }>(
    `query ($id: ID!, $filter: TimelineFilter) { client(id: $id) { timeline(filter: $filter) { nodes { ${ENTRY} } } } }`,
    { id: client, filter },
  );
  return found.client.timeline.nodes;
}

beforeAll(async () => {
  api = await startBusiness();
  owner = api.owner;
  const team = await addTeam(owner, "Norte");
  agent = (await addPerson(owner, "AGENT", "Ana", [team])).caller;
  colleague = (await addPerson(owner, "AGENT", "Bea", [team])).caller;
  stranger = (await addPerson(owner, "AGENT", "Zoe", [await addTeam(owner, "Sur")])).caller;
  client = await addClient(owner, { teamId: team });
  [luz, sol] = [await addContact(client, "Luz"), await addContact(client, "Sol")];
  foreign = await addContact(await addClient(owner), "Ajena");
});
afterAll(() => api.stop());

describe("an activity with one of the client's people [F110] [F193]", () => {
  it("is written down with whom it was, and found by them beside what the ledger wrote of them", async () => {
    const call = await add(agent, { kind: "CALL", contactId: luz.toUpperCase() });
    expect(call.contact).toMatchObject({ id: luz, name: "Luz", email: "luz@example.org" });
    const meeting = await add(agent, { kind: "MEETING", contactId: sol });
    await add(agent, {});
    expect((await timeline({ contactIds: [luz] })).map(({ kind }) => kind)).toEqual(["CALL", "CONTACT_CREATED"]);
    const both = await timeline({ contactIds: [luz, sol], automatic: false });
    expect(both.map(({ id }) => id)).toEqual([meeting.id, call.id]);
    expect(await timeline({ contactIds: [foreign] })).toEqual([]);
    expect(await timeline({ contactIds: ["nobody"] })).toEqual([]);
    expect(await timeline({ contactIds: [luz.toUpperCase()] })).toHaveLength(2);
  });

  it("keeps whom a change found, and whom it says now [F106]", async () => {
    const note = await add(agent, { contactId: luz });
    const same = await edit(agent, note.id, { contactId: luz });
    expect([same.editedAt, same.revisions]).toEqual([null, []]);
    const other = await edit(agent, note.id, { contactId: sol });
    expect(other.contact?.id).toBe(sol);
    expect(other.editedAt).not.toBeNull();
    const untouched = await edit(agent, note.id, { description: "<p>Otra</p>" });
    expect(untouched.contact?.id).toBe(sol);
    const none = await edit(agent, note.id, { description: "<p>Otra</p>", contactId: null });
    expect(none.contact).toBeNull();
    expect(none.revisions).toEqual([
      { contact: "Sol", description: "<p>Otra</p>" },
      { contact: "Sol", description: "<p>Hablamos</p>" },
      { contact: "Luz", description: "<p>Hablamos</p>" },
    ]);
  });

  it("stays readable, and can be edited, once the contact is out of use; the database deletes none [F192]", async () => {
    const note = await add(agent, { contactId: sol });
    await owner.ok("mutation ($id: ID!) { setContactActive(id: $id, active: false) { id } }", { id: sol });
    const [shown] = await timeline({ contactIds: [sol], kinds: ["NOTE"] });
    expect(shown).toMatchObject({ id: note.id, contact: { name: "Sol", active: false } });
    expect((await edit(agent, note.id, { contactId: sol, description: "<p>Más</p>" })).contact?.name).toBe("Sol");
    await expect(api.pool.query("delete from contact where id = $1", [sol])).rejects.toThrow(/foreign key/);
  });

  it("shows of the person only what the viewer may see [F208]", async () => {
    await add(owner, { contactId: luz });
    const update =
      "mutation ($hide: Boolean!) { updateSettings(input: { hideContactDataFromAgents: $hide }) { locale } }";
    await owner.ok(update, { hide: true });
    await api.core.live.catchUp();
    const [shown] = await timeline({ contactIds: [luz], kinds: ["NOTE"] }, agent);
    expect(shown?.contact).toMatchObject({ name: "Luz", email: "•••" });
    await owner.ok(update, { hide: false });
  });
});

describe("whom an activity was with is refused, and nothing is written [Q10] [Q11]", () => {
  const refused = async (caller: Caller, query: string, id: string, contactId: string) => {
    const before = await dump(api.pool);
    const answer = await caller.gql(query, { id, input: { description: "<p>x</p>", contactId } });
    expect(await dump(api.pool)).toEqual(before);
    const [error] = answer.errors ?? [];
    return [error?.extensions?.code, (error?.extensions?.fields as { path: string }[] | undefined)?.[0]?.path];
  };

  it("for another client's contact as for a missing one", async () => {
    const note = await add(agent, {});
    for (const contactId of [foreign, "01a00000-0000-7000-8000-000000000000", "nobody"]) {
      expect(await refused(agent, ADD, client, contactId)).toEqual(["BAD_USER_INPUT", "contactId"]);
      expect(await refused(agent, EDIT, note.id, contactId)).toEqual(["BAD_USER_INPUT", "contactId"]);
    }
  });

  it("for who is signed out, sees not the client, or did not write it", async () => {
    const note = await add(agent, {});
    expect((await refused(api.anonymous, ADD, client, luz))[0]).toBe("UNAUTHENTICATED");
    expect((await refused(api.anonymous, EDIT, note.id, luz))[0]).toBe("UNAUTHENTICATED");
    expect((await refused(stranger, ADD, client, luz))[0]).toBe("NOT_FOUND");
    expect((await refused(stranger, EDIT, note.id, luz))[0]).toBe("NOT_FOUND");
    expect((await refused(colleague, EDIT, note.id, luz))[0]).toBe("FORBIDDEN");
  });
});
