import { afterAll, beforeAll, expect, it } from "vitest";
import {
  addAppointment,
  addClient,
  addPerson,
  addTag,
  addTask,
  addTeam,
  type Person,
  startBusiness,
} from "./business.ts";

let api: Awaited<ReturnType<typeof startBusiness>>;
let team: string;
let agent: Person;
let client: string;
beforeAll(async () => {
  api = await startBusiness();
  team = await addTeam(api.owner, "Norte");
  agent = await addPerson(api.owner, "AGENT", "Ana", [team]);
  client = await addClient(api.owner, { teamId: team });
});
afterAll(() => api.stop());

/** An id, and the same one in capitals. */
const twice = (id: string) => [id, id.toUpperCase()];
const ask = <T>(text: string, variables: object) => api.owner.ok<T>(text, variables);

it("the same id in two cases is one, wherever ids come in a list", async () => {
  const tag = await addTag(api.owner, "VIP");
  const { createClientList: list } = await ask<{ createClientList: { id: string } }>(
    'mutation { createClientList(input: { name: "Feria" }) { id } }',
    {},
  );
  const { addContact: contact } = await ask<{ addContact: { id: string } }>(
    'mutation ($client: ID!) { addContact(clientId: $client, input: { name: "Marta" }) { id } }',
    { client },
  );
  const field = async (label: string) =>
    (
      await ask<{ createCustomField: { id: string } }>(
        "mutation ($label: String!) { createCustomField(input: { label: $label, type: TEXT }) { id } }",
        { label },
      )
    ).createCustomField.id;
  const fields = [await field("Uno"), await field("Dos")];
  const task = await addTask(api.owner, client);
  const appointment = await addAppointment(api.owner, client);

  expect(
    await ask(
      `mutation ($id: ID!, $tags: [ID!], $lists: [ID!]) { updateClient(id: $id, input: { tagIds: $tags, listIds: $lists }) {
        tags { id } lists { id } } }`,
      { id: client.toUpperCase(), tags: twice(tag), lists: twice(list.id) },
    ),
  ).toEqual({ updateClient: { tags: [{ id: tag }], lists: [{ id: list.id }] } });
  expect(
    await ask(
      `mutation ($id: ID!, $tags: [ID!]) { addTimelineEntry(clientId: $id, input: { description: "x", tagIds: $tags }) {
        tags { id } } }`,
      { id: client, tags: twice(tag) },
    ),
  ).toEqual({ addTimelineEntry: { tags: [{ id: tag }] } });
  expect(
    await ask(
      `mutation ($id: ID!, $people: [ID!], $contacts: [ID!]) { updateAppointment(id: $id, input: { attendeeIds: $people,
        contactIds: $contacts }) { attendees { id } contacts { id } } }`,
      { id: appointment, people: twice(agent.id), contacts: twice(contact.id) },
    ),
  ).toEqual({ updateAppointment: { attendees: [{ id: agent.id }], contacts: [{ id: contact.id }] } });
  expect(await ask("mutation ($ids: [ID!]!) { completeTasks(ids: $ids) { id } }", { ids: twice(task) })).toEqual({
    completeTasks: [{ id: task }],
  });
  expect(
    await ask(
      'mutation ($id: ID!, $people: [ID!]) { updateTeam(id: $id, input: { name: "Norte", memberIds: $people }) { members { id } } }',
      { id: team, people: twice(agent.id) },
    ),
  ).toEqual({ updateTeam: { members: [{ id: agent.id }] } });
  expect(
    await ask(
      "mutation ($id: ID!, $teams: [ID!]) { updateUser(id: $id, input: { teamIds: $teams }) { teams { id } } }",
      {
        id: agent.id.toUpperCase(),
        teams: twice(team),
      },
    ),
  ).toEqual({ updateUser: { teams: [{ id: team }] } });
  expect(
    await ask("mutation ($ids: [ID!]!) { reorderCustomFields(ids: $ids) { id } }", {
      ids: [...twice(fields[1] as string), fields[0]],
    }),
  ).toEqual({ reorderCustomFields: [{ id: fields[1] }, { id: fields[0] }] });
  expect(
    await ask(
      "mutation ($ids: [ID!], $tags: [ID!]!) { tagClients(selection: { ids: $ids }, tagIds: $tags) { matched } }",
      { ids: twice(client), tags: twice(tag) },
    ),
  ).toEqual({ tagClients: { matched: 1 } });
  for (const filter of [{ tagIds: twice(tag) }, { teamIds: twice(team) }, { listIds: twice(list.id) }]) {
    expect(
      await ask("query ($filter: ClientFilter) { clients(filter: $filter) { totalCount nodes { id } } }", { filter }),
    ).toEqual({ clients: { totalCount: 1, nodes: [{ id: client }] } });
  }
});

it("a tag that is merged into one in capitals is answered", async () => {
  const [from, into] = [await addTag(api.owner, "Uno"), await addTag(api.owner, "Otro")];
  expect(
    await ask("mutation ($from: ID!, $into: ID!) { mergeTags(fromId: $from, intoId: $into) { tag { id } } }", {
      from: from.toUpperCase(),
      into: into.toUpperCase(),
    }),
  ).toEqual({ mergeTags: { tag: { id: into } } });
});
