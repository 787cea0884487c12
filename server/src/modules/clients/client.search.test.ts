import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  addApiKey,
  addClient,
  addPerson,
  addTag,
  addTeam,
  changeSettings,
  startBusiness,
} from "../../../test/business.ts";
import type { Caller } from "../../../test/caller.ts";

let api: Awaited<ReturnType<typeof startBusiness>>;
let owner: Caller;

beforeAll(async () => {
  api = await startBusiness();
  owner = api.owner;
  const key = await addApiKey(owner, "OWNER");
  const tag = await addTag(owner, "Cliente Oro");
  const clients = [
    {
      name: "Ferretería Ibáñez",
      contactPerson: "Peñíscola García",
      email: "compras@ibanez.example",
      phone: "+34 911 23 45 67",
    },
    { name: "Talleres IBAÑEZ Hermanos", mobile: "+34612345678", email: null },
    { name: "Panadería López", whatsapp: "+507 6987-6543", tagIds: [tag], email: null },
    { name: "100% Algodón", email: "a_b@example.org" },
    { name: "100 Algodones", email: "axb@example.org" },
    { name: "Barra\\Invertida", email: null },
    { name: "Großmann GmbH", email: null },
    { name: "Inactiva Ibáñez", status: "INACTIVE", email: null },
    { name: "Ω Omega", firstName: "Zoë", lastName: "Ångström", email: null },
  ];
  for (const client of clients) await addClient(key, client);
});
afterAll(() => api.stop());

async function found(search: string, caller = owner, filter: object = {}): Promise<string[]> {
  const { clients, clientCount } = await caller.ok<{
    clients: { nodes: { name: string }[]; totalCount: number };
    clientCount: number;
  }>(
    `query ($filter: ClientFilter) { clients(filter: $filter, first: 100) { totalCount nodes { name } } clientCount(filter: $filter) }`,
    { filter: { ...filter, search } },
  );
  expect([clients.totalCount, clientCount]).toEqual([clients.nodes.length, clients.nodes.length]);
  return clients.nodes.map(({ name }) => name).sort();
}

describe("the search box", () => {
  it.each([
    ["ferreteria", ["Ferretería Ibáñez"], "ignores accents"],
    ["FERRETERÍA", ["Ferretería Ibáñez"], "ignores case"],
    ["ibañez", ["Ferretería Ibáñez", "Talleres IBAÑEZ Hermanos"], "finds parts of names"],
    ["ibáñez ferret", ["Ferretería Ibáñez"], "takes words in any order"],
    ["  hermanos   talleres ", ["Talleres IBAÑEZ Hermanos"], "takes spaces in any number"],
    ["garcia peniscola", ["Ferretería Ibáñez"], "finds the contact person"],
    ["angstrom zoe", ["Ω Omega"], "finds first and last name"],
    ["grossmann", ["Großmann GmbH"], "finds ß by ss"],
    ["compras@ibanez", ["Ferretería Ibáñez"], "finds the e-mail [F58]"],
    ["COMPRAS@IBANEZ.EXAMPLE", ["Ferretería Ibáñez"], "finds the e-mail in capitals"],
    ["911 23 45 67", ["Ferretería Ibáñez"], "finds a phone by its digits, however spaced [F59]"],
    ["+34 (911) 234-567", ["Ferretería Ibáñez"], "finds a phone in another shape [F59]"],
    ["612345", ["Talleres IBAÑEZ Hermanos"], "finds part of a mobile [F59]"],
    ["6987-6543", ["Panadería López"], "finds a WhatsApp number [F59]"],
    ["oro", ["Panadería López"], "finds a tag [F60]"],
    ["cliente ORO", ["Panadería López"], "finds a tag of two words [F60]"],
    ["100%", ["100% Algodón"], "takes % literally"],
    ["a_b@", ["100% Algodón"], "takes _ literally"],
    ["barra\\inv", ["Barra\\Invertida"], "takes \\ literally"],
    ["%", ["100% Algodón"], "takes a lone % literally"],
    ["\\", ["Barra\\Invertida"], "takes a lone \\ literally"],
    ["'; drop table client; --", [], "takes quotes literally [Q18]"],
    ["nadie", [], "finds nothing where there is nothing"],
  ])("%s → %j: %s", async (search, names) => {
    expect(await found(search)).toEqual([...names].sort());
  });

  it.each(["", "   "])("of %j finds everything", async (search) => {
    expect(await found(search)).toHaveLength(8);
  });

  it("combines with the status filter [F73]", async () => {
    expect(await found("ibañez", owner, { status: ["INACTIVE"] })).toEqual(["Inactiva Ibáñez"]);
  });

  it("finds a client at once after it was renamed or tagged", async () => {
    const id = await addClient(owner, { name: "Antes" });
    const update = "mutation ($id: ID!, $input: UpdateClientInput!) { updateClient(id: $id, input: $input) { id } }";
    await owner.ok(update, { id, input: { name: "Después" } });
    expect(await found("antes")).toEqual([]);
    expect(await found("despues")).toEqual(["Después"]);
    await owner.ok(update, { id, input: { tagIds: [await addTag(owner, "Recién")] } });
    expect(await found("recien")).toEqual(["Después"]);
  });

  it("takes long and strange text without failing", async () => {
    for (const search of [
      "x".repeat(5000),
      "🎉 👩‍👩‍👧",
      "\u202e\u0301",
      "qq ".repeat(2000),
      "1".repeat(3000),
      "\ud800",
    ]) {
      expect(await found(search)).toEqual([]);
    }
  });
});

describe("of an agent", () => {
  it("finds only clients of the agent's teams [F205]", async () => {
    const team = await addTeam(owner, "Norte");
    const agent = (await addPerson(owner, "AGENT", "Ana", [team])).caller;
    await addClient(owner, { name: "Ibáñez del Norte", teamId: team });
    expect(await found("ibañez", agent)).toEqual(["Ibáñez del Norte"]);
    expect(await found("oro", agent)).toEqual([]);
    await changeSettings(owner, { restrictAgentsToTeams: false });
    expect(await found("oro", agent)).toEqual(["Panadería López"]);
  });
});
