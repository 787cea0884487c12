import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addClient, addPerson, startBusiness } from "../../../test/business.ts";
import type { Caller } from "../../../test/caller.ts";

interface Kind {
  id: string;
  label: string;
  icon: string;
  color: string;
  archived: boolean;
}
interface Entry {
  kind: string;
  customKind: Kind | null;
  summary: string;
}
const KIND = "id label icon color archived";
const CREATE = `mutation ($input: ActivityKindInput!) { createActivityKind(input: $input) { ${KIND} } }`;
const UPDATE = `mutation ($id: ID!, $input: ActivityKindInput!) { updateActivityKind(id: $id, input: $input) { ${KIND} } }`;
const ARCHIVE = `mutation ($id: ID!, $archived: Boolean!) { archiveActivityKind(id: $id, archived: $archived) { ${KIND} } }`;
const ENTRY = `id kind summary ... on ManualEntry { customKind { ${KIND} } }`;
const ADD = `mutation ($id: ID!, $input: TimelineEntryInput!) { addTimelineEntry(clientId: $id, input: $input) { ${ENTRY} } }`;
const EDIT = `mutation ($id: ID!, $input: TimelineEntryInput!) { updateTimelineEntry(id: $id, input: $input) { ${ENTRY} } }`;

let api: Awaited<ReturnType<typeof startBusiness>>;
let owner: Caller;
let agent: Caller;
beforeAll(async () => {
  api = await startBusiness();
  owner = api.owner;
  agent = (await addPerson(owner, "ADMIN", "Carla")).caller;
});
afterAll(() => api.stop());

let number = 0;
const valid = (label = `Visita ${++number}`) => ({ label, icon: "visit", color: "#1A73E8" });
const newKind = async (label?: string) =>
  (await owner.ok<{ createActivityKind: Kind }>(CREATE, { input: valid(label) })).createActivityKind;
const kindsOf = async (caller: Caller) =>
  (await caller.ok<{ activityKinds: Kind[] }>(`{ activityKinds { ${KIND} } }`)).activityKinds;

describe("kinds of activities of one's own [F105]", () => {
  it("are made, renamed and archived, and everyone sees them at once", async () => {
    const kind = await newKind("Demostración");
    expect(kind).toMatchObject({ label: "Demostración", icon: "visit", color: "#1a73e8", archived: false });
    await owner.ok(UPDATE, { id: kind.id, input: { ...valid("Demo"), icon: "demo" } });
    await owner.ok(ARCHIVE, { id: kind.id, archived: true });
    expect((await kindsOf(agent)).find(({ id }) => id === kind.id)).toMatchObject({
      label: "Demo",
      icon: "demo",
      archived: true,
    });
    await owner.ok(ARCHIVE, { id: kind.id, archived: false });
    expect((await kindsOf(agent)).find(({ id }) => id === kind.id)?.archived).toBe(false);
  });

  it.each([
    [{ label: " " }, "label"],
    [{ label: "x".repeat(41) }, "label"],
    [{ icon: "skull" }, "icon"],
    [{ color: "red" }, "color"],
  ])("refuse %j", async (wrong, path) => {
    const { id } = await newKind();
    const input = { ...valid(), ...wrong };
    for (const refusal of [await owner.refused(CREATE, { input }), await owner.refused(UPDATE, { id, input })]) {
      expect(refusal).toMatchObject({ code: "BAD_USER_INPUT", fields: [{ path }] });
    }
  });

  it("refuse a name that is taken, accents and case ignored, and ids of nothing", async () => {
    await newKind("Café");
    expect(await owner.refused(CREATE, { input: valid("CAFE") })).toMatchObject({
      fields: [{ path: "label", message: "Ya hay un tipo de actividad con este nombre" }],
    });
    for (const id of ["nada", "01900000-0000-7000-8000-000000000000"]) {
      expect(await owner.refused(UPDATE, { id, input: valid() })).toMatchObject({ code: "NOT_FOUND" });
      expect(await owner.refused(ARCHIVE, { id, archived: true })).toMatchObject({ code: "NOT_FOUND" });
    }
  });
});

describe("an activity of such a kind", () => {
  it("says which, is found by it beside ours, and keeps it when the kind is archived [F108]", async () => {
    const [visit, demo] = [await newKind("Visita"), await newKind("Prueba")];
    const id = await addClient(owner);
    const add = async (input: object) =>
      (await owner.ok<{ addTimelineEntry: Entry & { id: string } }>(ADD, { id, input: { description: "x", ...input } }))
        .addTimelineEntry;
    const entry = await add({ kind: "CUSTOM", customKindId: visit.id.toUpperCase() });
    expect(entry).toMatchObject({ kind: "CUSTOM", customKind: { label: "Visita" } });
    await add({ kind: "CUSTOM", customKindId: demo.id });
    await add({ kind: "CALL" });
    await add({});
    await owner.ok(ARCHIVE, { id: visit.id, archived: true });
    const found = async (filter: object) => {
      const { client } = await owner.ok<{ client: { timeline: { nodes: Entry[] } } }>(
        `query ($id: ID!, $filter: TimelineFilter) { client(id: $id) { timeline(filter: $filter) { nodes { ${ENTRY} } } } }`,
        { id, filter },
      );
      return client.timeline.nodes.map(({ kind, customKind }) => customKind?.label ?? kind);
    };
    expect(await found({ customKindIds: [visit.id] })).toEqual(["Visita"]);
    expect(await found({ customKindIds: [visit.id], kinds: ["CALL"] })).toEqual(["CALL", "Visita"]);
    expect(await found({ kinds: ["CUSTOM"] })).toEqual(["Prueba", "Visita"]);
    expect(await found({ customKindIds: ["nada"] })).toEqual([]);
    const kept = await owner.ok<{ updateTimelineEntry: Entry }>(EDIT, {
      id: entry.id,
      input: { description: "y", kind: "CUSTOM", customKindId: visit.id },
    });
    expect(kept.updateTimelineEntry.customKind?.label).toBe("Visita");
    const { updateTimelineEntry } = await owner.ok<{ updateTimelineEntry: Entry }>(EDIT, {
      id: entry.id,
      input: { description: "y", kind: "NOTE" },
    });
    expect(updateTimelineEntry).toMatchObject({ kind: "NOTE", customKind: null });
    expect(await found({ customKindIds: [visit.id] })).toEqual([]);
  });

  it("is refused without the kind, with it beside another, with one that is archived or none", async () => {
    const id = await addClient(owner);
    const kind = await newKind();
    const archived = await newKind();
    await owner.ok(ARCHIVE, { id: archived.id, archived: true });
    for (const wrong of [
      { kind: "CUSTOM" },
      { kind: "CALL", customKindId: kind.id },
      { customKindId: kind.id },
      { kind: "CUSTOM", customKindId: archived.id },
      { kind: "CUSTOM", customKindId: "nada" },
    ]) {
      expect(await owner.refused(ADD, { id, input: { description: "x", ...wrong } })).toMatchObject({
        code: "BAD_USER_INPUT",
        fields: [{ path: "customKindId" }],
      });
    }
  });
});
