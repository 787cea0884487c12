import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addPerson, addTag, addTeam, changeSettings, startBusiness } from "../../../test/business.ts";
import type { Caller } from "../../../test/caller.ts";

interface Saved {
  id: string;
  filter: Record<string, unknown>;
  lost: string[];
}

let api: Awaited<ReturnType<typeof startBusiness>>;
let owner: Caller;
beforeAll(async () => {
  api = await startBusiness();
  owner = api.owner;
});
afterAll(() => api.stop());

let number = 0;
const save = async (filter: object): Promise<string> => {
  const { saveFilter } = await owner.ok<{ saveFilter: { id: string } }>(
    "mutation ($name: String!, $filter: ClientFilter!) { saveFilter(name: $name, filter: $filter, shared: true) { id } }",
    { name: `Filtro ${++number}`, filter },
  );
  return saveFilter.id;
};
const opened = async (id: string, caller = owner): Promise<Saved> => {
  const { savedFilters } = await caller.ok<{ savedFilters: Saved[] }>("{ savedFilters { id filter lost } }");
  return savedFilters.find((saved) => saved.id === id) as Saved;
};
/** What opening it in the list asks. */
const count = (filter: object, caller = owner) =>
  caller.ok<{ clientCount: number }>("query ($filter: ClientFilter) { clientCount(filter: $filter) }", { filter });
const addField = async (type: string): Promise<{ id: string; key: string }> => {
  const { createCustomField } = await owner.ok<{ createCustomField: { id: string; key: string } }>(
    "mutation ($input: CustomFieldInput!) { createCustomField(input: $input) { id key } }",
    { input: { label: `Campo ${++number}`, type } },
  );
  return createCustomField;
};

describe("a saved filter of which something is gone [F75]", () => {
  test("opens without the tags, lists and teams that were deleted, and says so", async () => {
    const [kept, gone] = [await addTag(owner, "Queda"), await addTag(owner, "Se va")];
    const teamId = await addTeam(owner, "Equipo que se va");
    const { createClientList } = await owner.ok<{ createClientList: { id: string } }>(
      `mutation { createClientList(input: { name: "Lista que se va" }) { id } }`,
    );
    const filter = { search: "ana", tagIds: [kept, gone], teamIds: [teamId], listIds: [createClientList.id] };
    const id = await save(filter);
    expect(await opened(id)).toMatchObject({ filter, lost: [] });
    await owner.ok("mutation ($id: ID!) { deleteTag(id: $id) }", { id: gone });
    await owner.ok("mutation ($id: ID!) { deleteTeam(id: $id) }", { id: teamId });
    await owner.ok("mutation ($id: ID!) { deleteClientList(id: $id) }", { id: createClientList.id });
    const { filter: usable, lost } = await opened(id);
    expect(usable).toEqual({ search: "ana", tagIds: [kept] });
    expect(lost).toEqual([
      "Etiquetas que ya no existen: 1",
      "Listas que ya no existen: 1",
      "Equipos que ya no existen: 1",
    ]);
    expect(await count(usable)).toEqual({ clientCount: 0 });
  });

  test("opens without conditions on fields that were deleted or changed their type", async () => {
    const [deleted, changed, kept] = [await addField("TEXT"), await addField("NUMBER"), await addField("NUMBER")];
    const condition = { key: kept.key, operator: "GT", value: 3 };
    const id = await save({
      customFields: [
        { key: deleted.key, operator: "EQ", value: "x" },
        condition,
        { key: changed.key, operator: "GT", value: 3 },
      ],
    });
    await owner.ok("mutation ($id: ID!) { deleteCustomField(id: $id) }", { id: deleted.id });
    await owner.ok(
      "mutation ($id: ID!, $label: String!) { updateCustomField(id: $id, input: { label: $label, type: TEXT }) { id } }",
      { id: changed.id, label: "Texto ahora" },
    );
    const { filter, lost } = await opened(id);
    expect(filter).toEqual({ customFields: [condition] });
    expect(lost).toEqual([
      expect.stringMatching(/^El campo «Campo \d+» ya no existe$/),
      "El campo «Texto ahora» cambió de tipo",
    ]);
    expect(await count(filter)).toEqual({ clientCount: 0 });
  });

  test("opens for an agent without the condition on contact data that is hidden from them [F209]", async () => {
    const { key } = await addField("EMAIL");
    const id = await save({ status: ["CLIENT"], customFields: [{ key, operator: "EQ", value: "ana@example.com" }] });
    const agent = await addPerson(owner, "AGENT", "Nora", []);
    expect((await opened(id, agent.caller)).lost).toEqual([]);
    await changeSettings(owner, { hideContactDataFromAgents: true });
    const { filter, lost } = await opened(id, agent.caller);
    expect(filter).toEqual({ status: ["CLIENT"] });
    expect(lost).toEqual([expect.stringContaining("No puedes filtrar por")]);
    await count(filter, agent.caller);
  });
});
