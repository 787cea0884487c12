import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addClient, addPerson, addTag, addTeam, startBusiness } from "../../../test/business.ts";
import type { Caller } from "../../../test/caller.ts";

interface Revision {
  change: string;
  changedAt: string;
  actor: { name: string } | null;
  kind: string;
  title: string | null;
  description: string | null;
  stage: string | null;
  tags: string[];
  occurredAt: string;
}
interface Entry {
  id: string;
  description: string;
  editedAt: string | null;
  revisions: Revision[];
}
const ENTRY = `id description editedAt
  ... on ManualEntry { revisions { change changedAt actor { name } kind title description stage tags occurredAt } }`;
const ADD = `mutation ($id: ID!, $input: TimelineEntryInput!) { addTimelineEntry(clientId: $id, input: $input) { ${ENTRY} } }`;
const EDIT = `mutation ($id: ID!, $input: TimelineEntryInput!) { updateTimelineEntry(id: $id, input: $input) { ${ENTRY} } }`;
const REMOVE = "mutation ($id: ID!) { deleteTimelineEntry(id: $id) }";
const RESTORE = `mutation ($id: ID!) { restoreTimelineEntry(id: $id) { ${ENTRY} } }`;

let api: Awaited<ReturnType<typeof startBusiness>>;
let owner: Caller;
let admin: Caller;
let agent: Caller;
let colleague: Caller;
let stranger: Caller;

beforeAll(async () => {
  api = await startBusiness();
  owner = api.owner;
  const team = await addTeam(owner, "Norte");
  admin = (await addPerson(owner, "ADMIN", "Carla")).caller;
  agent = (await addPerson(owner, "AGENT", "Ana", [team])).caller;
  colleague = (await addPerson(owner, "AGENT", "Bea", [team])).caller;
  stranger = (await addPerson(owner, "AGENT", "Zoe", [await addTeam(owner, "Sur")])).caller;
});
afterAll(() => api.stop());

const note = async (caller: Caller, id: string, input: object = {}) =>
  (await caller.ok<{ addTimelineEntry: Entry }>(ADD, { id, input: { description: "<p>Una</p>", ...input } }))
    .addTimelineEntry;
const edit = async (caller: Caller, id: string, input: object) =>
  (await caller.ok<{ updateTimelineEntry: Entry }>(EDIT, { id, input })).updateTimelineEntry;
async function entries(caller: Caller, id: string): Promise<Entry[]> {
  const { client } = await caller.ok<{ client: { timeline: { nodes: Entry[] } } }>(
    `query ($id: ID!) { client(id: $id) { timeline(filter: { automatic: false }) { nodes { ${ENTRY} } } } }`,
    { id },
  );
  return client.timeline.nodes;
}

describe("what a note said before", () => {
  it("is kept with who changed it and when, field by field, the latest first [F106]", async () => {
    const id = await addClient(agent);
    const tag = await addTag(owner, "Urgente");
    const entry = await note(agent, id, {
      kind: "CALL",
      title: "Título",
      stage: "QUOTE",
      tagIds: [tag],
      occurredAt: "2026-01-02T03:04:05Z",
    });
    await edit(admin, entry.id, { description: "<p>Dos</p>", title: null, stage: null, tagIds: [], kind: "NOTE" });
    await owner.ok("mutation ($id: ID!) { deleteTag(id: $id) }", { id: tag });
    const { revisions, editedAt } = await edit(agent, entry.id, { description: "<p>Tres</p>" });
    expect(revisions).toEqual([
      {
        change: "EDITED",
        changedAt: expect.any(String),
        actor: { name: "Ana" },
        kind: "NOTE",
        title: null,
        description: "<p>Dos</p>",
        stage: null,
        tags: [],
        occurredAt: "2026-01-02T03:04:05Z",
      },
      {
        change: "EDITED",
        changedAt: expect.any(String),
        actor: { name: "Carla" },
        kind: "CALL",
        title: "Título",
        description: "<p>Una</p>",
        stage: "QUOTE",
        tags: ["Urgente"],
        occurredAt: "2026-01-02T03:04:05Z",
      },
    ]);
    expect(editedAt).not.toBeNull();
  });

  it("is for its author and who moderates to read, for others empty", async () => {
    const id = await addClient(agent);
    await edit(agent, (await note(agent, id)).id, { description: "Dos" });
    for (const caller of [agent, admin, owner]) expect((await entries(caller, id))[0]?.revisions).toHaveLength(1);
    expect((await entries(colleague, id))[0]?.revisions).toEqual([]);
  });

  it("is not kept again by an edit that changes nothing", async () => {
    const id = await addClient(agent);
    const entry = await note(agent, id, { title: "T", tagIds: [await addTag(owner, "Misma")] });
    expect(await edit(agent, entry.id, { description: "<p>Una</p>", title: " T " })).toMatchObject({
      editedAt: null,
      revisions: [],
    });
  });

  it("is kept whoever writes, be it plain SQL, and can be neither changed nor deleted, as the entry cannot", async () => {
    const id = await addClient(agent);
    const { id: entryId } = await note(agent, id);
    await api.pool.query("update timeline_entry set description = 'de una consola' where id = $1", [entryId]);
    expect((await entries(agent, id))[0]).toMatchObject({
      description: "de una consola",
      revisions: [{ change: "EDITED", actor: null, description: "<p>Una</p>" }],
    });
    for (const statement of [
      "update timeline_revision set description = 'x' where entry_id = $1",
      "delete from timeline_revision where entry_id = $1",
      "delete from timeline_entry where id = $1",
    ]) {
      await expect(api.pool.query(statement, [entryId])).rejects.toThrow("the timeline is append-only");
    }
  });
});

describe("a deleted note", () => {
  it("comes back as it was, by its author or an admin, and both are kept [F107]", async () => {
    const id = await addClient(agent);
    const entry = await note(agent, id);
    await agent.ok(REMOVE, { id: entry.id });
    expect(await entries(agent, id)).toEqual([]);
    const { restoreTimelineEntry: restored } = await agent.ok<{ restoreTimelineEntry: Entry }>(RESTORE, {
      id: entry.id,
    });
    expect(restored).toMatchObject({ description: "<p>Una</p>", editedAt: null });
    expect(restored.revisions.map(({ change }) => change)).toEqual(["RESTORED", "DELETED"]);
    await admin.ok(REMOVE, { id: entry.id });
    await admin.ok(RESTORE, { id: entry.id });
    await admin.ok(RESTORE, { id: entry.id });
    expect((await entries(agent, id))[0]?.revisions).toHaveLength(4);
  });

  it("is not another agent's to bring back, nor there for who does not see the client", async () => {
    const id = await addClient(agent);
    const { id: entryId } = await note(agent, id);
    await agent.ok(REMOVE, { id: entryId });
    expect(await colleague.refused(RESTORE, { id: entryId })).toMatchObject({ code: "FORBIDDEN" });
    expect(await stranger.refused(RESTORE, { id: entryId })).toMatchObject({ code: "NOT_FOUND" });
    expect(await api.anonymous.refused(RESTORE, { id: entryId })).toMatchObject({ code: "UNAUTHENTICATED" });
    expect(await owner.refused(RESTORE, { id: "nada" })).toMatchObject({ code: "NOT_FOUND" });
  });

  it("that the ledger wrote cannot be, for it was never deleted", async () => {
    const id = await addClient(agent);
    const { rows } = await api.pool.query<{ id: string }>("select id from timeline_entry where client_id = $1", [id]);
    expect(await admin.refused(RESTORE, { id: rows[0]?.id })).toMatchObject({ code: "ILLEGAL_STATE" });
  });
});
