import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addAppointment, addClient, addPerson, addTask, addTeam, startBusiness } from "./business.ts";

let api: Awaited<ReturnType<typeof startBusiness>>;
let client: string;
beforeAll(async () => {
  api = await startBusiness();
  client = await addClient(api.owner);
});
afterAll(() => api.stop());

const add = async (mutation: string, input: object) =>
  Object.values(await api.owner.ok<Record<string, { id: string }>>(mutation, { client, input }))[0]?.id as string;

/** Each record that several people edit: how it is made and changed, a field that has to be there, and another one. */
const records = [
  {
    what: "a task",
    make: () => addTask(api.owner, client, { title: "Llamar", description: "Antes" }),
    change: "updateTask",
    type: "TaskInput",
    shown: "title description version",
    required: "title",
    other: "description",
    before: { title: "Llamar", description: "Antes", version: 1 },
  },
  {
    what: "an appointment",
    make: () =>
      addAppointment(api.owner, client, {
        title: "Visita",
        place: "Antes",
        startsAt: "2030-06-03T08:00:00Z",
        endsAt: "2030-06-03T09:00:00Z",
      }),
    change: "updateAppointment",
    type: "AppointmentInput",
    shown: "title place startsAt endsAt version",
    required: "title",
    other: "place",
    before: {
      title: "Visita",
      place: "Antes",
      startsAt: "2030-06-03T08:00:00Z",
      endsAt: "2030-06-03T09:00:00Z",
      version: 1,
    },
  },
  {
    what: "a contact",
    make: () =>
      add("mutation ($client: ID!, $input: ContactInput!) { addContact(clientId: $client, input: $input) { id } }", {
        name: "Marta",
        position: "Antes",
        email: "marta@example.org",
      }),
    change: "updateContact",
    type: "ContactInput",
    shown: "name position email version",
    required: "name",
    other: "position",
    before: { name: "Marta", position: "Antes", email: "marta@example.org", version: 1 },
  },
  {
    what: "a manual entry",
    make: () =>
      add(
        "mutation ($client: ID!, $input: TimelineEntryInput!) { addTimelineEntry(clientId: $client, input: $input) { id } }",
        { kind: "CALL", title: "Antes", description: "<p>Texto</p>", stage: "SALE" },
      ),
    change: "updateTimelineEntry",
    type: "TimelineEntryInput",
    shown: "kind title description stage ... on ManualEntry { version }",
    required: "description",
    other: "title",
    before: { kind: "CALL", title: "Antes", description: "<p>Texto</p>", stage: "SALE", version: 1 },
  },
] as const;

describe.each(records)("a change of $what", ({ make, change, type, shown, required, other, before }) => {
  const mutation = `mutation ($id: ID!, $input: ${type}!, $version: Int) {
    ${change}(id: $id, input: $input, expectedVersion: $version) { ${shown} } }`;
  const changed = async (id: string, input: object, version: number | null = null) =>
    (await api.owner.ok<Record<string, unknown>>(mutation, { id, input, version }))[change];

  it("of one field leaves every other as it is, those that have to be there too", async () => {
    const id = await make();
    expect(await changed(id, { [other]: "Después" })).toEqual({ ...before, [other]: "Después", version: 2 });
    expect(await changed(id, { [other]: null })).toEqual({ ...before, [other]: null, version: 3 });
  });

  it("does not clear a field that has to be there", async () => {
    const id = await make();
    for (const nothing of [null, " "]) {
      expect(await api.owner.refused(mutation, { id, input: { [required]: nothing } })).toMatchObject({
        code: "BAD_USER_INPUT",
        fields: [{ path: required }],
      });
    }
  });

  it("on a version that is no longer there is a conflict that tells which one is, and changes nothing", async () => {
    const id = await make();
    expect(await changed(id, { [other]: "Suyo" }, 1)).toMatchObject({ version: 2 });
    expect(await api.owner.refused(mutation, { id, input: { [other]: "Mío" }, version: 1 })).toMatchObject({
      code: "CONFLICT",
      version: 2,
    });
    expect(await changed(id, { [other]: "Los dos" }, 2)).toMatchObject({ [other]: "Los dos", version: 3 });
  });
});

it("a rename of a tag, a list, a team or a kind of activity leaves the rest of it as it is", async () => {
  const agent = await addPerson(api.owner, "AGENT", "Ana");
  const team = await addTeam(api.owner, "Norte");
  const ids = await api.owner.ok<Record<"tag" | "list" | "kind", { id: string }>>(`mutation {
    tag: createTag(input: { name: "VIP", color: "#102030" }) { id }
    list: createClientList(input: { name: "Noticias", newsletter: true }) { id }
    kind: createActivityKind(input: { label: "Visita", icon: "visit", color: "#102030" }) { id } }`);
  const members =
    "mutation ($team: ID!, $people: [ID!]) { updateTeam(id: $team, input: { memberIds: $people }) { name } }";
  expect(await api.owner.ok(members, { team, people: [agent.id] })).toEqual({ updateTeam: { name: "Norte" } });
  expect(
    await api.owner.ok(
      `mutation ($tag: ID!, $list: ID!, $kind: ID!, $team: ID!) {
        updateTag(id: $tag, input: { name: "Oro" }) { name color }
        updateClientList(id: $list, input: { name: "Novedades" }) { name newsletter }
        updateActivityKind(id: $kind, input: { label: "Visita a casa" }) { label icon color }
        updateTeam(id: $team, input: { name: "Sur" }) { name members { id } } }`,
      { tag: ids.tag.id, list: ids.list.id, kind: ids.kind.id, team },
    ),
  ).toEqual({
    updateTag: { name: "Oro", color: "#102030" },
    updateClientList: { name: "Novedades", newsletter: true },
    updateActivityKind: { label: "Visita a casa", icon: "visit", color: "#102030" },
    updateTeam: { name: "Sur", members: [{ id: agent.id }] },
  });
  expect(
    await api.owner.ok(
      "mutation ($kind: ID!, $tag: ID!) { updateActivityKind(id: $kind, input: {}) { label } updateTag(id: $tag, input: {}) { name } }",
      { kind: ids.kind.id, tag: ids.tag.id },
    ),
  ).toEqual({ updateActivityKind: { label: "Visita a casa" }, updateTag: { name: "Oro" } });
});

it("what is new names what it has to have", async () => {
  for (const [mutation, type, path] of [
    ["createTask", "TaskInput", "title"],
    ["createAppointment", "AppointmentInput", "title"],
    ["addContact", "ContactInput", "name"],
    ["addTimelineEntry", "TimelineEntryInput", "description"],
  ]) {
    const create = `mutation ($client: ID!, $input: ${type}!) { ${mutation}(clientId: $client, input: $input) { id } }`;
    expect(await api.owner.refused(create, { client, input: {} })).toMatchObject({
      code: "BAD_USER_INPUT",
      fields: expect.arrayContaining([expect.objectContaining({ path })]),
    });
  }
});
