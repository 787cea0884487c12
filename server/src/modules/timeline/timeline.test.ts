import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addApiKey, addClient, addPerson, addTag, addTeam, dump, startBusiness } from "../../../test/business.ts";
import type { Caller } from "../../../test/caller.ts";

interface Entry {
  id: string;
  kind: string;
  automatic: boolean;
  actor: { name: string } | null;
  title: string | null;
  description: string | null;
  stage: string | null;
  tags: { name: string }[];
  summary: string;
  editedAt: string | null;
  occurredAt: string;
  viewerCanEdit: boolean;
  changes?: { field: string; before: string | null; after: string | null }[];
  before?: string;
  after?: string;
}
const ENTRY = `id kind automatic actor { name } title description stage tags { name } summary editedAt occurredAt viewerCanEdit
  ... on ClientEditedEntry { changes { field before after } } ... on StatusChangedEntry { before after }`;
const UPDATE = "mutation ($id: ID!, $input: UpdateClientInput!) { updateClient(id: $id, input: $input) { id } }";
const ADD = `mutation ($id: ID!, $input: TimelineEntryInput!) { addTimelineEntry(clientId: $id, input: $input) { ${ENTRY} } }`;
const EDIT = `mutation ($id: ID!, $input: TimelineEntryInput!) { updateTimelineEntry(id: $id, input: $input) { ${ENTRY} } }`;
const REMOVE = "mutation ($id: ID!) { deleteTimelineEntry(id: $id) }";

let api: Awaited<ReturnType<typeof startBusiness>>;
let owner: Caller;
let admin: Caller;
let agent: Caller;
let colleague: Caller;
let team: string;

beforeAll(async () => {
  api = await startBusiness();
  owner = api.owner;
  team = await addTeam(owner, "Norte");
  admin = (await addPerson(owner, "ADMIN", "Carla")).caller;
  agent = (await addPerson(owner, "AGENT", "Ana", [team])).caller;
  colleague = (await addPerson(owner, "AGENT", "Bea", [team])).caller;
});
afterAll(() => api.stop());

/** A client's timeline, latest first. */
async function timeline(id: string, filter: object = {}, caller = owner): Promise<Entry[]> {
  const { client } = await caller.ok<{ client: { timeline: { nodes: Entry[]; totalCount: number } } }>(
    `query ($id: ID!, $filter: TimelineFilter) { client(id: $id) { timeline(filter: $filter) { totalCount nodes { ${ENTRY} } } } }`,
    { id, filter },
  );
  expect(client.timeline.totalCount).toBe(client.timeline.nodes.length);
  return client.timeline.nodes;
}
const note = async (caller: Caller, id: string, input: object = {}) =>
  (await caller.ok<{ addTimelineEntry: Entry }>(ADD, { id, input: { description: "<p>Nota</p>", ...input } }))
    .addTimelineEntry;

const person = async (name: string) => {
  const { users } = await owner.ok<{ users: { id: string; name: string }[] }>("{ users { id name } }");
  return users.find((user) => user.name === name) as { id: string };
};

describe("automatic entries", () => {
  it("tell who created a client and when [F85]", async () => {
    const id = await addClient(agent, { tagIds: [await addTag(owner, "Nueva")] });
    const entries = await timeline(id);
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({
      kind: "CLIENT_CREATED",
      automatic: true,
      actor: { name: "Ana" },
      summary: "Se creó el cliente",
      viewerCanEdit: false,
    });
    const { client } = await owner.ok<{ client: { createdAt: string } }>(
      "query ($id: ID!) { client(id: $id) { createdAt } }",
      { id },
    );
    expect(entries[0]?.occurredAt).toBe(client.createdAt);
  });

  it("tell every changed field before and after, as a person reads it, and no other [F96]", async () => {
    const id = await addClient(owner, { name: "Antes", teamId: team, email: "antes@example.org" });
    const { users } = await owner.ok<{ users: { id: string; name: string }[] }>("{ users { id name } }");
    await agent.ok(UPDATE, {
      id,
      input: {
        name: "Después",
        kind: "PERSON",
        email: "despues@example.org",
        phone: "+34911234567",
        birthDate: "1980-02-29",
        taxProfile: { taxId: "B1", country: "ES" },
        addresses: [{ type: "MAIN", line1: "Calle Mayor, 1", city: "Madrid", country: "ES" }],
        ownerId: users.find(({ name }) => name === "Ana")?.id,
        contactPerson: null,
      },
    });
    const [edited] = await timeline(id);
    expect(edited).toMatchObject({ kind: "CLIENT_EDITED", automatic: true, actor: { name: "Ana" } });
    const changes = Object.fromEntries(
      (edited?.changes ?? []).map(({ field, before, after }) => [field, [before, after]]),
    );
    expect(changes).toEqual({
      name: ["Antes", "Después"],
      kind: ["Empresa", "Persona"],
      email: ["antes@example.org", "despues@example.org"],
      phone: [null, "+34911234567"],
      birthDate: [null, "1980-02-29"],
      "taxProfile.taxId": [null, "B1"],
      "taxProfile.country": [null, "ES"],
      addresses: [null, "Principal: Calle Mayor, 1, Madrid, España"],
      owner: [null, "Ana"],
    });
  });

  it("tell a change of status by itself, and in the reader's language [F48] [F94]", async () => {
    const id = await addClient(owner);
    await admin.ok(UPDATE, { id, input: { status: "CLIENT", gender: "x" } });
    const entries = await timeline(id);
    expect(entries.map(({ kind }) => kind).sort()).toEqual(["CLIENT_CREATED", "CLIENT_EDITED", "STATUS_CHANGED"]);
    expect(entries.find(({ kind }) => kind === "STATUS_CHANGED")).toMatchObject({
      before: "PROSPECT",
      after: "CLIENT",
      actor: { name: "Carla" },
    });
    const english = await timeline(id, { kinds: ["STATUS_CHANGED"] }, admin.with({ "accept-language": "en" }));
    const spanish = await timeline(id, { kinds: ["STATUS_CHANGED"] });
    expect(english[0]?.summary).not.toBe(spanish[0]?.summary);
    for (const { summary } of [...entries, ...english])
      expect(summary).not.toMatch(/timeline\.|clients\.|undefined|\{\{/);
  });

  it("tell tags added and taken away [F112]", async () => {
    const [one, two, three] = [await addTag(owner, "Uno"), await addTag(owner, "Dos"), await addTag(owner, "Tres")];
    const id = await addClient(owner, { tagIds: [one, two] });
    await owner.ok(UPDATE, { id, input: { tagIds: [two, three] } });
    const changes = (await timeline(id, { kinds: ["CLIENT_EDITED"] })).flatMap((entry) => entry.changes);
    expect(changes).toEqual(
      expect.arrayContaining([
        { field: "tags", before: null, after: "Tres" },
        { field: "tags", before: "Uno", after: null },
      ]),
    );
    expect(changes).toHaveLength(2);
    await owner.ok("mutation ($id: ID!) { deleteTag(id: $id) }", { id: three });
    expect((await timeline(id))[0]?.changes).toEqual([{ field: "tags", before: "Tres", after: null }]);
  });

  it("name the maker of an API key", async () => {
    const key = await addApiKey(admin, "ADMIN");
    expect((await timeline(await addClient(key)))[0]?.actor).toEqual({ name: "Carla" });
  });

  it("are none when nothing changed", async () => {
    const tag = await addTag(owner, "Igual");
    const id = await addClient(owner, { name: "Igual", phone: "+34911234567", tagIds: [tag] });
    await owner.ok(UPDATE, { id, input: {} });
    await owner.ok(UPDATE, {
      id,
      input: { name: " Igual ", phone: "+34 911 23 45 67", status: "PROSPECT", tagIds: [tag], addresses: [] },
    });
    expect(await timeline(id)).toHaveLength(1);
  });

  it("are none when the change was refused", async () => {
    const id = await addClient(owner);
    await owner.refused(UPDATE, { id, input: { name: "Otro", tagIds: ["nada"] } });
    expect(await timeline(id)).toHaveLength(1);
  });

  it("can be neither changed nor deleted, by nobody [F107]", async () => {
    const id = await addClient(owner, { teamId: team });
    const [created] = await timeline(id);
    const before = await dump(api.pool);
    for (const caller of [owner, admin, agent]) {
      for (const refusal of [
        await caller.refused(EDIT, { id: created?.id, input: { description: "Otra" } }),
        await caller.refused(REMOVE, { id: created?.id }),
      ]) {
        expect(refusal).toMatchObject({ code: "ILLEGAL_STATE" });
      }
    }
    expect(await dump(api.pool)).toEqual(before);
  });
});

describe("manual entries", () => {
  it("keep kind, title, text, stage, tags and moment [F102] [F103] [F104] [F105] [F113]", async () => {
    const id = await addClient(owner);
    const tag = await addTag(owner, "Importante");
    const entry = await note(owner, id, {
      kind: "CALL",
      title: "Primera llamada",
      description: "<p>Quiere <strong>dos</strong></p>",
      stage: "QUOTE",
      tagIds: [tag, tag],
      occurredAt: "2026-01-02T03:04:05Z",
    });
    expect(entry).toMatchObject({
      kind: "CALL",
      automatic: false,
      actor: { name: "Olga" },
      title: "Primera llamada",
      description: "<p>Quiere <strong>dos</strong></p>",
      stage: "QUOTE",
      tags: [{ name: "Importante" }],
      summary: "Primera llamada",
      occurredAt: "2026-01-02T03:04:05Z",
      editedAt: null,
      viewerCanEdit: true,
    });
    const { client } = await owner.ok<{ client: object }>(
      "query ($id: ID!) { client(id: $id) { lastInteractionAt version } }",
      { id },
    );
    expect(client).toEqual({ lastInteractionAt: "2026-01-02T03:04:05Z", version: 1 });
  });

  it("are a note of now when only a text is given", async () => {
    const entry = await note(agent, await addClient(agent), { description: "Fish & <b>chips</b>" });
    expect(entry).toMatchObject({ kind: "NOTE", title: null, stage: null, tags: [], summary: "Fish & chips" });
  });

  it.each([
    [{ description: "" }, "description", "Falta este dato"],
    [{ description: "  <p> &nbsp; </p>" }, "description", "Falta este dato"],
    [{ description: "<script>alert(1)</script>" }, "description", "Falta este dato"],
    [{ description: "x".repeat(50_001) }, "description", "Como mucho 50000 caracteres"],
    [{ title: "x".repeat(201) }, "title", "Como mucho 200 caracteres"],
    [
      { kind: "CLIENT_CREATED" },
      "kind",
      "Solo una nota, una llamada, una reunión o una actividad propia se escriben a mano",
    ],
    [{ tagIds: ["nada"] }, "tagIds", "Esa etiqueta no existe"],
  ])("refuse what breaks a rule: %#", async (input, path, message) => {
    const id = await addClient(owner);
    const entry = await note(owner, id);
    const variables = { input: { description: "Nota", ...input } };
    for (const [operation, target] of [
      [ADD, id],
      [EDIT, entry.id],
    ]) {
      expect(await owner.refused(operation as string, { id: target, ...variables })).toMatchObject({
        code: "BAD_USER_INPUT",
        fields: [{ path, message }],
      });
    }
  });

  it("change by their author: text, stage, tags; what is omitted stays [F106]", async () => {
    const id = await addClient(agent);
    const tag = await addTag(owner, "Etiquetada");
    const entry = await note(agent, id, {
      kind: "CALL",
      title: "Título",
      stage: "SALE",
      tagIds: [tag],
      occurredAt: "2026-01-02T03:04:05Z",
    });
    const { updateTimelineEntry: changed } = await agent.ok<{ updateTimelineEntry: Entry }>(EDIT, {
      id: entry.id,
      input: { description: "<p>Otra</p>" },
    });
    expect(changed).toMatchObject({
      id: entry.id,
      kind: "CALL",
      title: "Título",
      description: "<p>Otra</p>",
      stage: "SALE",
      tags: [{ name: "Etiquetada" }],
      occurredAt: "2026-01-02T03:04:05Z",
      actor: { name: "Ana" },
    });
    expect(changed.editedAt).not.toBeNull();
    const { updateTimelineEntry: cleared } = await agent.ok<{ updateTimelineEntry: Entry }>(EDIT, {
      id: entry.id,
      input: { description: "<p>Otra</p>", title: null, stage: null, tagIds: [], kind: "MEETING" },
    });
    expect(cleared).toMatchObject({ kind: "MEETING", title: null, stage: null, tags: [] });
  });

  it("are gone from the timeline once deleted [F107]", async () => {
    const id = await addClient(agent);
    const entry = await note(agent, id);
    await agent.ok(REMOVE, { id: entry.id });
    expect((await timeline(id)).map(({ kind }) => kind)).toEqual(["CLIENT_CREATED"]);
    expect(await agent.refused(REMOVE, { id: entry.id })).toMatchObject({ code: "NOT_FOUND" });
    expect(await agent.refused(EDIT, { id: entry.id, input: { description: "x" } })).toMatchObject({
      code: "NOT_FOUND",
    });
  });

  it("of an agent are changed and deleted by an admin, never by another agent [F107]", async () => {
    const id = await addClient(agent);
    const entry = await note(agent, id);
    expect((await timeline(id, {}, colleague))[0]?.viewerCanEdit).toBe(false);
    expect((await timeline(id, {}, admin))[0]?.viewerCanEdit).toBe(true);
    for (const refusal of [
      await colleague.refused(EDIT, { id: entry.id, input: { description: "x" } }),
      await colleague.refused(REMOVE, { id: entry.id }),
    ]) {
      expect(refusal).toEqual({ code: "FORBIDDEN", message: "Solo su autor o un administrador pueden cambiarla" });
    }
    await admin.ok(EDIT, { id: entry.id, input: { description: "Corregida" } });
    expect((await timeline(id))[0]).toMatchObject({ description: "Corregida", actor: { name: "Ana" } });
    await admin.ok(REMOVE, { id: entry.id });
  });
});

describe("mentions of colleagues [F105]", () => {
  const MENTIONS =
    "mutation ($id: ID!, $input: TimelineEntryInput!) { addTimelineEntry(clientId: $id, input: $input) { id description ... on ManualEntry { mentions { name } } } }";
  const mentionOf = (id: string, name: string) => `<span data-mention="${id}">@${name}</span>`;
  const rows = async (entryId: string) =>
    (
      await api.pool.query("select user_id, created_at from timeline_mention where entry_id = $1 order by user_id", [
        entryId,
      ])
    ).rows;

  it("are kept for who sees the client; of others, and of nobody, only the name stays", async () => {
    const zoe = await addPerson(owner, "AGENT", "Zoe", [await addTeam(owner, "Sur")]);
    const [ana, bea] = [await person("Ana"), await person("Bea")];
    const id = await addClient(owner, { teamId: team });
    const html = `<p>${mentionOf(ana.id, "Ana")} ${mentionOf(zoe.id, "Zoe")} ${mentionOf("01900000-0000-7000-8000-000000000000", "Nadie")}</p>`;
    const { addTimelineEntry: entry } = await owner.ok<{
      addTimelineEntry: { id: string; description: string; mentions: { name: string }[] };
    }>(MENTIONS, { id, input: { description: html } });
    expect(entry.description).toBe(`<p>${mentionOf(ana.id, "Ana")} @Zoe @Nadie</p>`);
    expect(entry.mentions).toEqual([{ name: "Ana" }]);
    const [first] = await rows(entry.id);
    expect(first.user_id).toBe(ana.id);

    await owner.ok(EDIT, {
      id: entry.id,
      input: { description: `${mentionOf(bea.id, "Bea")}, ${mentionOf(ana.id, "Ana")}` },
    });
    expect(await rows(entry.id)).toContainEqual(first);
    expect(await rows(entry.id)).toHaveLength(2);
    await owner.ok(EDIT, { id: entry.id, input: { description: "nadie" } });
    expect(await rows(entry.id)).toEqual([]);
  });
});

describe("filters of a timeline [F108] [F109]", () => {
  let id: string;
  let tag: string;
  beforeAll(async () => {
    id = await addClient(owner);
    tag = await addTag(owner, "Filtro");
    await note(owner, id, {
      kind: "CALL",
      description: "Habló de Peñíscola",
      stage: "QUOTE",
      occurredAt: "2026-03-01T12:00:00Z",
    });
    await note(owner, id, {
      kind: "MEETING",
      description: "100% de acuerdo",
      tagIds: [tag],
      occurredAt: "2026-03-02T12:00:00Z",
    });
    await note(owner, id, {
      description: "1000 de acuerdo",
      title: "Título",
      stage: "SALE",
      occurredAt: "2026-03-03T23:59:59Z",
    });
  });
  const kinds = async (filter: object) => (await timeline(id, filter)).map(({ kind }) => kind);

  it.each<[object | (() => object), string[]]>([
    [{}, ["CLIENT_CREATED", "NOTE", "MEETING", "CALL"]],
    [{ kinds: ["CALL", "NOTE"] }, ["NOTE", "CALL"]],
    [{ kinds: [] }, ["CLIENT_CREATED", "NOTE", "MEETING", "CALL"]],
    [{ automatic: true }, ["CLIENT_CREATED"]],
    [{ automatic: false }, ["NOTE", "MEETING", "CALL"]],
    [{ stages: ["QUOTE"] }, ["CALL"]],
    [{ occurredAt: { from: "2026-03-02", to: "2026-03-03" } }, ["NOTE", "MEETING"]],
    [{ occurredAt: { to: "2026-03-01" } }, ["CALL"]],
    [{ occurredAt: { preset: "TODAY" } }, ["CLIENT_CREATED"]],
    [{ search: "peniscola HABLO" }, ["CALL"]],
    [{ search: "titulo acuerdo" }, ["NOTE"]],
    [{ search: "100%" }, ["MEETING"]],
    [{ kinds: ["NOTE", "MEETING"], search: "acuerdo", stages: ["SALE"] }, ["NOTE"]],
    [{ tagIds: ["nada"] }, []],
    [() => ({ tagIds: [tag] }), ["MEETING"]],
  ])("%j", async (filter, expected) => {
    expect(await kinds(typeof filter === "function" ? filter() : filter)).toEqual(expected);
  });

  it("by who wrote or caused it [F108]", async () => {
    const [carla, olga] = [(await person("Carla")).id, (await person("Olga")).id];
    const ofTwo = await addClient(owner);
    await note(admin, ofTwo, { description: "de Carla" });
    const texts = async (actorIds: string[]) => (await timeline(ofTwo, { actorIds })).map(({ summary }) => summary);
    expect(await texts([carla])).toEqual(["de Carla"]);
    expect(await texts([olga])).toEqual(["Se creó el cliente"]);
    expect(await texts([olga, carla])).toHaveLength(2);
    expect(await texts(["nada"])).toEqual([]);
  });

  it("pages latest first without a gap", async () => {
    const seen: string[] = [];
    for (let after: string | null = null; ; ) {
      const {
        client,
      }: { client: { timeline: { nodes: Entry[]; pageInfo: { hasNextPage: boolean; endCursor: string } } } } =
        await owner.ok(
          "query ($id: ID!, $after: String) { client(id: $id) { timeline(first: 1, after: $after) { nodes { kind } pageInfo { hasNextPage endCursor } } } }",
          { id, after },
        );
      seen.push(...client.timeline.nodes.map(({ kind }) => kind));
      if (!client.timeline.pageInfo.hasNextPage) break;
      after = client.timeline.pageInfo.endCursor;
    }
    expect(seen).toEqual(["CLIENT_CREATED", "NOTE", "MEETING", "CALL"]);
  });
});
