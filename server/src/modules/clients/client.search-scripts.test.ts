import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  addApiKey,
  addClient,
  addPerson,
  addTag,
  addTask,
  addTeam,
  changeSettings,
  startBusiness,
} from "../../../test/business.ts";
import type { Caller } from "../../../test/caller.ts";

let api: Awaited<ReturnType<typeof startBusiness>>;
let owner: Caller;
const names = [
  "김민수 주식회사",
  "プログラム株式会社",
  "株式会社山田商事",
  "Алексей Николаевич",
  "हिन्दी व्यापार",
  "שָׁלוֹם בע״מ",
  "شَرِكَة النور",
  "บริษัท สยามการค้า",
  "Işık Ltd",
  "ＡＢＣ商店",
  "24/7 Soporte",
  "Große Öffnung",
];
beforeAll(async () => {
  api = await startBusiness();
  owner = api.owner;
  await changeSettings(owner, { requireEmail: false, country: "FR" });
  const key = await addApiKey(owner, "OWNER");
  for (const name of names) await addClient(key, { name });
  await addClient(key, { name: "Dupont", phone: "01 55 50 12 34", email: "mail@köln.test" });
  await addClient(key, { name: "Centralita", phone: "+507 265-1234 ext. 12" });
  await addClient(key, { name: "Palabras", phone: "6123-4567 preguntar por Ana" });
});
afterAll(() => api.stop());

const found = async (search: string, caller = owner) => {
  const { clients } = await caller.ok<{ clients: { nodes: { name: string }[]; totalCount: number } }>(
    "query ($filter: ClientFilter) { clients(filter: $filter, first: 100) { totalCount nodes { name } } }",
    { filter: { search } },
  );
  return clients.nodes.map(({ name }) => name);
};

it.each(names)("a client called %s is found by its own name, typed composed or not [F58]", async (name) => {
  for (const search of [name, name.normalize("NFD"), name.toUpperCase(), name.split(" ")[0] as string]) {
    expect(await found(search)).toContain(name.normalize("NFC"));
  }
});

it.each([
  ["商事", ["株式会社山田商事"]],
  ["山田商", ["株式会社山田商事"]],
  ["事商", []],
  ["商", ["ＡＢＣ商店", "株式会社山田商事"]],
  ["株式会社", ["株式会社山田商事", "プログラム株式会社"]],
  ["abc商", ["ＡＢＣ商店"]],
  ["민수", ["김민수 주식회사"]],
  ["การค้า", ["บริษัท สยามการค้า"]],
  ["isik", ["Işık Ltd"]],
  ["grosse offnung", ["Große Öffnung"]],
  ["24/7", ["24/7 Soporte"]],
  ["köln", ["Dupont"]],
  ["01 55 50 12 34", ["Dupont"]],
  ["+33 1 55 50 12 34", ["Dupont"]],
  ["0033155501234", ["Dupont"]],
  ["tel:+33-1-55-50-12-34", ["Dupont"]],
  ["01.55.50", ["Dupont"]],
  ["+507 265-1234 ext. 12", ["Centralita"]],
  ["265-1234", ["Centralita"]],
  ["61234567", ["Palabras"]],
  ["preguntar por Ana", ["Palabras"]],
])("%s finds %j [F59]", async (search, expected) => {
  expect(await found(search)).toEqual(expected);
});

it("numbers are found by nobody from whom they are hidden [F209]", async () => {
  await changeSettings(owner, { hideContactDataFromAgents: true, restrictAgentsToTeams: false });
  const agent = (await addPerson(owner, "AGENT", "Ana", [await addTeam(owner, "Norte")])).caller;
  expect(await found("24/7", agent)).toEqual(["24/7 Soporte"]);
  for (const search of ["01 55 50 12 34", "33155501234", "155501234", "köln"])
    expect(await found(search, agent)).toEqual([]);
});

describe("contacts, tasks, tags and notes", () => {
  let client: string;
  beforeAll(async () => {
    client = await addClient(owner, { name: "Anfitrión" });
    const contact = "mutation ($id: ID!, $input: ContactInput!) { addContact(clientId: $id, input: $input) { id } }";
    await owner.ok(contact, {
      id: client,
      input: { name: "佐藤商事", phone: "01 40 20 50 50", email: "ana@köln.test" },
    });
    await addTask(owner, client, { title: "Enviar factura 2024-0815" });
    await addTask(owner, client, { title: "プログラム", description: "Llamar al 01 55 50 77 88" });
    const note =
      "mutation ($id: ID!, $input: TimelineEntryInput!) { addTimelineEntry(clientId: $id, input: $input) { id } }";
    for (const description of [
      "<p>Departamento de R&amp;D</p><p>Atención 24/7</p>",
      "<p>Fac<strong>tura</strong> del proveedor</p><ul><li>uno</li><li>dos</li></ul>",
      '<p><a href="https://example.test">enlace</a> de <em>Алексей</em>, 2024-0815</p>',
    ]) {
      await owner.ok(note, { id: client, input: { description } });
    }
  });

  const notes = async (search: string) => {
    const { client: found } = await owner.ok<{ client: { timeline: { nodes: { description: string }[] } } }>(
      `query ($id: ID!, $search: String!) { client(id: $id) { timeline(filter: { search: $search }) {
        nodes { ... on ManualEntry { description } } } } }`,
      { id: client, search },
    );
    return found.timeline.nodes.map(({ description }) => description.slice(3, 6));
  };
  it.each([
    ["R&D", ["Dep"]],
    ["24/7", ["Dep"]],
    ["factura", ["Fac"]],
    ["unodos", []],
    ["strong", []],
    ["href", []],
    ["nofollow", []],
    ["amp", []],
    ["li", []],
    ["алексей", ["<a "]],
    ["2024-0815", ["<a "]],
    ["20240815", ["<a "]],
  ])("notes are read as people read them: %s finds %j [F109]", async (search, expected) => {
    expect(await notes(search)).toEqual(expected);
  });

  const tasks = async (search: string) =>
    (
      await owner.ok<{ tasks: { nodes: { title: string }[] } }>(
        "query ($search: String) { tasks(filter: { search: $search }) { nodes { title } } }",
        { search },
      )
    ).tasks.nodes.map(({ title }) => title);
  it.each([
    ["2024-0815", ["Enviar factura 2024-0815"]],
    ["プログ", ["プログラム"]],
    ["グラ", ["プログラム"]],
    ["01.55.50.77.88", ["プログラム"]],
  ])("tasks: %s finds %j", async (search, expected) => {
    expect(await tasks(search)).toEqual(expected);
  });

  it.each(["商事", "佐藤商事", "01 40 20 50 50", "+33 1 40 20 50 50", "0033 1 40 20 50 50", "köln"])(
    "a contact is found by %s [F215]",
    async (search) => {
      const { contacts } = await owner.ok<{ contacts: { nodes: { name: string }[] } }>(
        "query ($search: String) { contacts(filter: { search: $search }) { nodes { name } } }",
        { search },
      );
      expect(contacts.nodes.map(({ name }) => name)).toEqual(["佐藤商事"]);
      expect(await found(search)).toContain("Anfitrión");
    },
  );

  it("tags and options of other scripts are told apart, and found [F111]", async () => {
    const tagged = await addClient(owner, { name: "Con etiqueta", tagIds: [await addTag(owner, "ばば商会")] });
    await addTag(owner, "はは商会");
    expect(await found("ばば")).toEqual(["Con etiqueta"]);
    expect(tagged).toBeTruthy();
    await owner.ok(
      `mutation { createCustomField(input: { label: "L", type: SELECT, options: ["कि", "का", "мой", "мои"] }) { id } }`,
    );
  });
});
