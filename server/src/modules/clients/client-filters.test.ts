import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addApiKey, addClient, addPerson, addTag, addTeam, startBusiness } from "../../../test/business.ts";
import type { Caller } from "../../../test/caller.ts";

let api: Awaited<ReturnType<typeof startBusiness>>;
let owner: Caller;
let agent: Caller;
const ids: Record<string, string> = {};

beforeAll(async () => {
  api = await startBusiness();
  owner = api.owner;
  const team = await addTeam(owner, "Norte");
  agent = (await addPerson(owner, "AGENT", "Ana", [team])).caller;
  const place = (type: string, country: string, region: string, city: string, postalCode: string) => ({
    type,
    country,
    region,
    city,
    postalCode,
  });
  const add = async (name: string, input: object, caller: Caller = owner) => {
    ids[name] = await addClient(caller, { name, ...input });
  };
  await add("gijon", { addresses: [place("MAIN", "ES", "Asturias", "Gijón", "33201")], language: "es", teamId: team });
  await add("gijon2", { addresses: [place("MAIN", "ES", "asturias", "GIJON", "33 201")], language: "es-ES" });
  await add("gijon3", { addresses: [place("MAIN", "ES", "Asturias", "Gijón", "33202")], language: "ES" });
  await add("oviedo", { addresses: [place("BILLING", "ES", "Asturias", "Gijón", "33201")] });
  await add("panama", {
    addresses: [place("SHIPPING", "ES", "x", "y", "z"), place("MAIN", "PA", "", "Colón", "0301")],
  });
  await add("api", { addresses: [] }, await addApiKey(owner, "ADMIN"));
  await add("off", { addresses: [place("MAIN", "FR", "Bretagne", "Brest", "29200")], status: "INACTIVE" });
});
afterAll(() => api.stop());

const matching = async (filter: object, caller = owner) => {
  const { clients, clientCount } = await caller.ok<{
    clients: { nodes: { name: string }[]; totalCount: number };
    clientCount: number;
  }>(
    `query ($filter: ClientFilter) { clients(filter: $filter, orderBy: { field: NAME, direction: ASC }) { nodes { name } totalCount }
      clientCount(filter: $filter) }`,
    { filter },
  );
  expect([clients.totalCount, clientCount]).toEqual([clients.nodes.length, clients.nodes.length]);
  return clients.nodes.map(({ name }) => name);
};

test.each([
  ["F12", { country: ["es"] }, ["gijon", "gijon2", "gijon3"]],
  ["F64", { region: ["ASTURIAS"] }, ["gijon", "gijon2", "gijon3"]],
  ["F65", { city: [" gijón"] }, ["gijon", "gijon2", "gijon3"]],
  ["F65", { city: ["gijon", "colon"] }, ["gijon", "gijon2", "gijon3", "panama"]],
  ["F66", { postalCode: ["33201"] }, ["gijon"]],
  ["F67", { language: ["es"] }, ["gijon", "gijon3"]],
  ["F67", { language: ["ES-es"] }, ["gijon2"]],
  ["F70", { channel: ["API"] }, ["api"]],
  ["F70", { channel: ["STORE"] }, []],
  ["F73", { city: ["gijon"], search: "gijon3" }, ["gijon3"]],
  ["F73", { city: ["gijon"], postalCode: ["33202", "29200"], language: ["es"] }, ["gijon3"]],
  ["F51", { city: ["brest"] }, []],
  ["F61", { city: ["brest"], status: ["INACTIVE"] }, ["off"]],
  ["F65", { city: ["%", "_____", "' or true --"] }, []],
])("filters as the main address and language say [%s] %j", async (_number, filter, names) => {
  expect(await matching(filter)).toEqual(names);
});

test("an empty list of values is no condition", async () => {
  expect(
    await matching({ city: [], country: [], language: [], channel: [], listIds: [], newsletterStatus: [] }),
  ).toHaveLength(6);
});

describe("clients that nobody looks after, or of no team [F73]", () => {
  const search = "Huérfano";
  let person: Awaited<ReturnType<typeof addPerson>>;
  let team: string;
  beforeAll(async () => {
    team = await addTeam(owner, "Sur");
    person = await addPerson(owner, "AGENT", "Sara", [team]);
    const add = (name: string, input: object) =>
      addClient(owner, { name: `${search} ${name}`, teamId: null, ...input });
    await add("de Sara", { ownerId: person.id, teamId: team });
    await add("del equipo", { teamId: team });
    await add("de la dueña", {
      ownerId: (await owner.ok<{ viewer: { user: { id: string } } }>("{ viewer { user { id } } }")).viewer.user.id,
    });
    await add("de nadie", {});
    await add("inactivo", { status: "INACTIVE" });
  });
  afterAll(() => owner.ok(DELETE, { filter: { search, status: ["CLIENT", "PROSPECT", "INACTIVE"] } }));
  const DELETE = "mutation ($filter: ClientFilter) { deleteClients(selection: { filter: $filter }) { changed } }";
  const found = async (filter: object, caller = owner) =>
    (await matching({ search, ...filter }, caller)).map((name) => name.slice(search.length + 1));

  test.each([
    [{ withoutOwner: true }, ["de nadie", "del equipo"]],
    [{ withoutOwner: true, status: ["INACTIVE"] }, ["inactivo"]],
    [{ withoutTeam: true }, ["de la dueña", "de nadie"]],
    [{ withoutOwner: true, withoutTeam: true }, ["de nadie"]],
    [{ withoutOwner: false, withoutTeam: null }, ["de la dueña", "de nadie", "de Sara", "del equipo"]],
    [{ withoutOwner: true, ownerIds: [] }, ["de nadie", "del equipo"]],
  ])("%j", async (filter, names) => {
    expect(await found(filter)).toEqual(names);
  });

  test("come beside those of the people and teams that are named", async () => {
    expect(await found({ withoutOwner: true, ownerIds: [person.id] })).toEqual(["de nadie", "de Sara", "del equipo"]);
    expect(await found({ withoutTeam: true, teamIds: [team], ownerIds: [person.id] })).toEqual(["de Sara"]);
  });

  test("are for an agent those of the own teams alone [F204]", async () => {
    expect(await found({ withoutOwner: true }, person.caller)).toEqual(["del equipo"]);
    expect(await found({ withoutTeam: true }, person.caller)).toEqual([]);
  });

  test("are kept by a saved filter, and tagged as everything that matches [F75][F77]", async () => {
    const filter = { search, withoutOwner: true };
    const { saveFilter } = await owner.ok<{ saveFilter: { filter: object; lost: string[] } }>(
      'mutation ($filter: ClientFilter!) { saveFilter(name: "Sin nadie", filter: $filter) { filter lost } }',
      { filter },
    );
    expect(saveFilter).toEqual({ filter, lost: [] });
    const tag = await addTag(owner, "Repartir");
    const { tagClients } = await owner.ok<{ tagClients: { changed: number } }>(
      "mutation ($filter: ClientFilter, $tag: ID!) { tagClients(selection: { filter: $filter }, tagIds: [$tag]) { changed } }",
      { filter, tag },
    );
    expect(tagClients.changed).toBe(2);
    expect(await found({ tagIds: [tag] })).toEqual(["de nadie", "del equipo"]);
  });
});

test("a moved client is found where it is now, and its own timeline tells the address alone", async () => {
  const id = await addClient(owner, { name: "moved", addresses: [{ type: "MAIN", city: "Lugo" }] });
  await owner.ok("mutation ($id: ID!, $input: UpdateClientInput!) { updateClient(id: $id, input: $input) { id } }", {
    id,
    input: { addresses: [{ type: "MAIN", city: "Vigo" }] },
  });
  expect(await matching({ city: ["lugo"] })).toEqual([]);
  expect(await matching({ city: ["vigo"] })).toEqual(["moved"]);
  const { client } = await owner.ok<{ client: { timeline: { nodes: { changes?: { field: string }[] }[] } } }>(
    "query ($id: ID!) { client(id: $id) { timeline { nodes { ... on ClientEditedEntry { changes { field } } } } } }",
    { id },
  );
  expect(client.timeline.nodes[0]?.changes).toEqual([{ field: "addresses" }]);
  await owner.ok("mutation ($id: ID!) { deleteClient(id: $id) }", { id });
});

const FACETS = `query ($filter: ClientFilter) { clientFacets(filter: $filter) {
  countries { value count } regions { value count } cities { value count } languages { value count } } }`;

test("what can be filtered by, with counts, as it is most often written [F64, F65, F67]", async () => {
  expect(await owner.ok(FACETS)).toEqual({
    clientFacets: {
      countries: [
        { value: "ES", count: 3 },
        { value: "PA", count: 1 },
      ],
      regions: [{ value: "Asturias", count: 3 }],
      cities: [
        { value: "Gijón", count: 3 },
        { value: "Colón", count: 1 },
      ],
      languages: [
        { value: "ES", count: 2 },
        { value: "es-ES", count: 1 },
      ],
    },
  });
  const { clientFacets } = await owner.ok<{ clientFacets: Record<string, object[]> }>(FACETS, {
    filter: { status: ["INACTIVE"], search: "off" },
  });
  expect(clientFacets.cities).toEqual([{ value: "Brest", count: 1 }]);
});

test("an agent is offered only what the clients of the team have [F204]", async () => {
  expect(await agent.ok(FACETS)).toMatchObject({
    clientFacets: { countries: [{ value: "ES", count: 1 }], cities: [{ value: "Gijón", count: 1 }] },
  });
});

test("a city of many spellings is counted once, of hundreds the most frequent are offered", async () => {
  await api.pool.query(`insert into client (name, team_id, addresses)
    select 'bulk', null, jsonb_build_array(jsonb_build_object('type', 'MAIN', 'city', 'Ciudad ' || lpad(i::text, 3, '0'))) from generate_series(1, 150) i`);
  const { clientFacets } = await owner.ok<{ clientFacets: { cities: { value: string; count: number }[] } }>(FACETS);
  expect(clientFacets.cities).toHaveLength(100);
  expect(clientFacets.cities.slice(0, 3).map(({ value }) => value)).toEqual(["Gijón", "Ciudad 001", "Ciudad 002"]);
});
