import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startApi } from "../../../test/api.ts";
import {
  addApiKey,
  addClient,
  addPerson,
  addTeam,
  CREATE_CLIENT,
  changeSettings,
  startBusiness,
} from "../../../test/business.ts";
import type { Caller } from "../../../test/caller.ts";

let api: Awaited<ReturnType<typeof startBusiness>>;
let owner: Caller;
beforeAll(async () => {
  api = await startBusiness();
  owner = api.owner;
  await changeSettings(owner, { requireEmail: false });
});
afterAll(() => api.stop());

const FIELD = "id key label type options required searchable position version";
interface Field {
  id: string;
  key: string;
  label: string;
  options: string[];
  position: number;
  version: number;
}
let number = 0;
const addField = async (input: object): Promise<Field> => {
  const { createCustomField } = await owner.ok<{ createCustomField: Field }>(
    `mutation ($input: CustomFieldInput!) { createCustomField(input: $input) { ${FIELD} } }`,
    { input: { label: `Campo ${++number}`, type: "TEXT", ...input } },
  );
  return createCustomField;
};
const UPDATE_FIELD = `mutation ($id: ID!, $input: CustomFieldInput!, $version: Int) {
  updateCustomField(id: $id, input: $input, expectedVersion: $version) { ${FIELD} } }`;
const UPDATE_CLIENT = `mutation ($id: ID!, $input: UpdateClientInput!) { updateClient(id: $id, input: $input) { customFields version } }`;
const customOf = async (id: string, caller: Caller = owner): Promise<Record<string, unknown>> => {
  const { client } = await caller.ok<{ client: { customFields: Record<string, unknown> } }>(
    "query ($id: ID!) { client(id: $id) { customFields } }",
    { id },
  );
  return client.customFields;
};
const setCustom = (id: string, customFields: unknown, caller: Caller = owner) =>
  caller.ok(UPDATE_CLIENT, { id, input: { customFields } });

describe("definitions", () => {
  it("are made without code, each with a key of its own [F119]", async () => {
    const first = await addField({ label: "Fecha de alta", type: "DATE", searchable: true });
    expect(first).toMatchObject({
      key: "fecha_de_alta",
      type: "DATE",
      options: [],
      required: false,
      searchable: true,
      version: 1,
    });
    const second = await addField({ label: "¡Fecha de alta!" });
    expect(second).toMatchObject({ key: "fecha_de_alta_2", position: first.position + 1 });
    const { customFields } = await owner.ok<{ customFields: Field[] }>(`{ customFields { ${FIELD} } }`);
    expect(customFields.map(({ key }) => key)).toEqual(["fecha_de_alta", "fecha_de_alta_2"]);
  });

  it.each([
    [{ label: " " }, "label", "Falta este dato"],
    [{ label: "FECHA de ALTÁ" }, "label", "Ya hay un campo con este nombre"],
    [{ key: "fecha_de_alta" }, "key", "Ya hubo un campo con esta clave"],
    [{ key: "con espacio" }, "key", "Empieza por una letra; después letras, cifras y _"],
    [{ type: "SELECT" }, "options", "Falta este dato"],
    [{ type: "SELECT", options: ["Sí", "SI"] }, "options.1", "Ya hay una opción así"],
    [{ options: ["A"] }, "options", "Solo llevan opciones los campos donde se elige entre ellas"],
  ])("refuse %j", async (input, path, message) => {
    const refusal = await owner.refused(
      "mutation ($input: CustomFieldInput!) { createCustomField(input: $input) { id } }",
      { input: { label: `Campo ${++number}`, type: "TEXT", ...input } },
    );
    expect(refusal).toMatchObject({ code: "BAD_USER_INPUT", fields: [{ path, message }] });
  });

  it("are put in an order, all at once", async () => {
    const { customFields } = await owner.ok<{ customFields: Field[] }>("{ customFields { id } }");
    const ids = customFields.map(({ id }) => id).reverse();
    const REORDER = "mutation ($ids: [ID!]!) { reorderCustomFields(ids: $ids) { id position } }";
    const { reorderCustomFields } = await owner.ok<{ reorderCustomFields: Field[] }>(REORDER, { ids });
    expect(reorderCustomFields).toEqual(ids.map((id, position) => ({ id, position })));
    for (const wrong of [ids.slice(1), [...ids.slice(1), ids[1]], ["nothing", ...ids.slice(1)]]) {
      const refusal = await owner.refused(REORDER, { ids: wrong });
      expect(refusal).toMatchObject({ code: "BAD_USER_INPUT", fields: [{ path: "ids" }] });
    }
  });

  it("cannot be changed by two at once [F122]", async () => {
    const { id, label } = await addField({});
    const input = { label, type: "TEXT", required: true };
    const { updateCustomField } = await owner.ok<{ updateCustomField: Field }>(UPDATE_FIELD, { id, input, version: 1 });
    expect(updateCustomField).toMatchObject({ required: true, version: 2 });
    const refusal = await owner.refused(UPDATE_FIELD, { id, input: { label, type: "TEXT" }, version: 1 });
    expect(refusal).toMatchObject({ code: "CONFLICT", version: 2 });
    await owner.ok(UPDATE_FIELD, { id, input: { label, type: "TEXT", required: false } });
  });

  it("keep type and options that clients have [F124]", async () => {
    const { id, key, label } = await addField({ type: "SELECT", options: ["A", "B", "C"] });
    await addClient(owner, { customFields: { [key]: "B" } });
    expect(await owner.refused(UPDATE_FIELD, { id, input: { label, type: "TEXT" } })).toMatchObject({
      code: "ILLEGAL_STATE",
      count: 1,
    });
    expect(await owner.refused(UPDATE_FIELD, { id, input: { label, type: "SELECT", options: ["A"] } })).toMatchObject({
      code: "ILLEGAL_STATE",
      message: "1 cliente tiene «B»: cámbiale el nombre en vez de quitarla",
      options: [{ option: "B", count: 1 }],
    });
    const options = ["D", "B", "A"];
    const { updateCustomField } = await owner.ok<{ updateCustomField: Field }>(UPDATE_FIELD, {
      id,
      input: { label, type: "SELECT", options },
    });
    expect(updateCustomField.options).toEqual(options);
    expect(await owner.refused(UPDATE_FIELD, { id, input: { key: "otra", label, type: "SELECT" } })).toMatchObject({
      fields: [{ path: "key" }],
    });
  });

  it("change their type while no client that is there has a value", async () => {
    const { id, key, label } = await addField({});
    const gone = await addClient(owner, { customFields: { [key]: "no number" } });
    await owner.ok("mutation ($id: ID!) { deleteClient(id: $id) }", { id: gone });
    await owner.ok(UPDATE_FIELD, { id, input: { label, type: "NUMBER" } });
    const { rows } = await api.pool.query("select custom from client where id = $1", [gone]);
    expect(rows).toEqual([{ custom: {} }]);
  });

  it("are deleted with a count before, and their values hidden", async () => {
    const { id, key, label } = await addField({ searchable: true });
    const client = await addClient(owner, { customFields: { [key]: "escondido" } });
    const usage = "query ($id: ID!) { customFieldUsage(id: $id) }";
    expect(await owner.ok(usage, { id })).toEqual({ customFieldUsage: 1 });
    expect(await owner.ok("mutation ($id: ID!) { deleteCustomField(id: $id) }", { id })).toEqual({
      deleteCustomField: true,
    });
    expect(await customOf(client)).toEqual({});
    expect(await owner.ok(`{ clientCount(filter: { search: "escondido" }) }`)).toEqual({ clientCount: 0 });
    // What restoring it would bring back, and erasing it take away.
    expect(await owner.ok(usage, { id })).toEqual({ customFieldUsage: 1 });
    expect(await owner.refused(UPDATE_CLIENT, { id: client, input: { customFields: { [key]: "x" } } })).toMatchObject({
      code: "BAD_USER_INPUT",
      fields: [{ path: `customFields.${key}`, message: "No es un campo de los clientes" }],
    });
    const other = await addField({ label });
    expect(other.key).not.toBe(key);
  });

  it.each(["updateCustomField", "deleteCustomField", "renameCustomFieldOption", "undoRename"])(
    "%s of what does not exist",
    async (name) => {
      const operations: Record<string, string> = {
        updateCustomField: `mutation ($id: ID!) { updateCustomField(id: $id, input: { label: "L", type: TEXT }) { id } }`,
        deleteCustomField: "mutation ($id: ID!) { deleteCustomField(id: $id) }",
        renameCustomFieldOption: `mutation ($id: ID!) { renameCustomFieldOption(id: $id, from: "A", to: "B") { affected } }`,
        undoRename: "mutation ($id: ID!) { undoRenameCustomFieldOption(operationId: $id) { restored } }",
      };
      for (const id of ["01900000-0000-7000-8000-000000000000", "nothing"]) {
        expect((await owner.refused(operations[name] as string, { id })).code).toBe("NOT_FOUND");
      }
    },
  );
});

describe("values", () => {
  const types = ["TEXT", "LONG_TEXT", "NUMBER", "DATE", "BOOLEAN", "SELECT", "MULTI_SELECT", "URL", "EMAIL", "PHONE"];
  const all: Record<string, unknown> = {
    text: "hola",
    long_text: "dos\nlíneas",
    number: 1265.79,
    date: "2024-02-29",
    boolean: false,
    select: "Oro",
    multi_select: ["Oro", "Plata"],
    url: "https://example.com",
    email: "ana@example.com",
    phone: "+34600123123",
  };
  beforeAll(async () => {
    for (const type of types) {
      const options = type.endsWith("SELECT") ? { options: ["Oro", "Plata", "Bronce"] } : {};
      await addField({ key: type.toLowerCase(), label: `Un ${type}`, type, ...options });
    }
  });

  it("of all ten types are kept, normalised, merged and cleared [F36]", async () => {
    const id = await addClient(owner, {
      addresses: [{ type: "MAIN", country: "ES" }],
      customFields: {
        ...all,
        number: "1265.79",
        url: "example.com",
        email: "Ana@Example.com",
        phone: "600 123 123",
        multi_select: ["Plata", "Oro"],
      },
    });
    expect(await customOf(id)).toEqual(all);
    await setCustom(id, { text: null, number: 0, multi_select: [] });
    const { text: _text, multi_select: _choices, ...rest } = all;
    expect(await customOf(id)).toEqual({ ...rest, number: 0 });
    await setCustom(id, null);
    expect(await customOf(id)).toEqual({});
  });

  it.each([
    [{ number: "much" }, "customFields.number", "No es un número"],
    [{ number: 1e300 }, "customFields.number", "Usa como mucho 15 cifras"],
    [{ date: "2023-02-30" }, "customFields.date", "No es una fecha"],
    [{ boolean: "yes" }, "customFields.boolean", "No es válido"],
    [{ select: "Hierro" }, "customFields.select", "No es una de las opciones"],
    [{ multi_select: ["Oro", "Hierro"] }, "customFields.multi_select.1", "No es una de las opciones"],
    [{ url: "javascript:alert(1)" }, "customFields.url", "No parece una dirección web"],
    [{ email: "nobody" }, "customFields.email", "No parece una dirección de correo"],
    [{ text: "a\0b" }, "customFields.text", "No es válido"],
    [{ "x'; drop table client; --": 1 }, "customFields.x'; drop table client; --", "No es un campo de los clientes"],
    [[], "customFields", "No es válido"],
    ["text", "customFields", "No es válido"],
  ])("refuse %j", async (customFields, path, message) => {
    const refusal = await owner.refused(CREATE_CLIENT, { input: { name: "C", customFields } });
    expect(refusal).toMatchObject({ code: "BAD_USER_INPUT", fields: [{ path, message }] });
  });

  it("are understood by another process as soon as their field is made", async () => {
    const other = await startApi({ on: api });
    for (const type of ["TEXT", "NUMBER", "BOOLEAN"]) {
      const { key } = await addField({ type });
      const value = { TEXT: "x", NUMBER: 1, BOOLEAN: true }[type];
      const id = await addClient(owner.at(other), { customFields: { [key]: value } });
      expect(await customOf(id)).toEqual({ [key]: value });
    }
    await other.stop();
  });

  it("that are required are asked of people, not of programs", async () => {
    const { id, label } = await addField({ key: "must", required: true });
    const key = await addApiKey(owner, "OWNER");
    const input = { name: "Sin dato" };
    const refusal = await owner.refused(CREATE_CLIENT, { input });
    expect(refusal).toMatchObject({ fields: [{ path: "customFields.must", message: "Falta este dato" }] });
    const client = await addClient(key);
    await owner.ok(UPDATE_CLIENT, { id: client, input: { name: "Otro" } });
    await setCustom(client, { must: "x" });
    const clearing = await owner.refused(UPDATE_CLIENT, { id: client, input: { customFields: { must: null } } });
    expect(clearing).toMatchObject({ fields: [{ path: "customFields.must" }] });
    await setCustom(client, { must: null }, key);
    await owner.ok(UPDATE_FIELD, { id, input: { label, type: "TEXT", required: false } });
  });

  it("leave differences on the timeline, one by one under the field's label", async () => {
    const id = await addClient(owner, { customFields: { select: "Oro", text: "antes" } });
    const changes = async () => {
      const { client } = await owner.ok<{ client: { timeline: { nodes: { summary: string; changes: object[] }[] } } }>(
        `query ($id: ID!) { client(id: $id) { timeline(filter: { kinds: [CLIENT_EDITED] }, first: 1) {
          nodes { summary ... on ClientEditedEntry { changes { field label before after } } } } } }`,
        { id },
      );
      return client.timeline.nodes[0];
    };
    await setCustom(id, { select: "Plata", text: null, boolean: true, multi_select: ["Oro", "Bronce"] });
    expect((await changes())?.changes).toHaveLength(4);
    expect((await changes())?.changes).toEqual(
      expect.arrayContaining([
        { field: "customFields.select", label: "Un SELECT", before: "Oro", after: "Plata" },
        { field: "customFields.text", label: "Un TEXT", before: "antes", after: null },
        { field: "customFields.boolean", label: "Un BOOLEAN", before: null, after: "Sí" },
        { field: "customFields.multi_select", label: "Un MULTI_SELECT", before: null, after: "Oro, Bronce" },
      ]),
    );
    expect((await changes())?.summary).toContain("Un SELECT");
    const { rows: before } = await api.pool.query("select count(*) from timeline_entry");
    await setCustom(id, { select: "Plata", multi_select: ["Bronce", "Oro"] });
    expect((await api.pool.query("select count(*) from timeline_entry")).rows).toEqual(before);
  });

  it("of fields meant for it are found by the search box", async () => {
    const { id, label } = await addField({ key: "alias", type: "TEXT", searchable: false });
    await addField({ key: "direct", type: "PHONE", searchable: true });
    const client = await addClient(owner, {
      name: "Buscado",
      customFields: { alias: "El Ñandú", direct: "+34 911 22 33 44" },
    });
    const count = async (search: string) =>
      (
        await owner.ok<{ clientCount: number }>(
          "query ($search: String) { clientCount(filter: { search: $search }) }",
          { search },
        )
      ).clientCount;
    expect(await count("nandu")).toBe(0);
    const { rows: entries } = await api.pool.query("select count(*) from timeline_entry");
    await owner.ok(UPDATE_FIELD, { id, input: { label, type: "TEXT", searchable: true } });
    expect((await api.pool.query("select count(*) from timeline_entry")).rows).toEqual(entries);
    expect(await count("NANDU buscado")).toBe(1);
    expect(await count("911 223 344")).toBe(1);
    await setCustom(client, { alias: "Otro" });
    expect(await count("nandu")).toBe(0);
  });

  it("of contact data are hidden from whom it is hidden [F209] [Q13]", async () => {
    const team = await addTeam(owner, "A");
    const agent = (await addPerson(owner, "AGENT", "Ana", [team])).caller;
    await addField({ key: "second_email", type: "EMAIL", searchable: true });
    const id = await addClient(owner, {
      teamId: team,
      customFields: { email: "secret@example.com", second_email: "hidden@example.com", select: "Oro" },
    });
    await setCustom(id, { email: "new-secret@example.com" });
    await changeSettings(owner, { hideContactDataFromAgents: true });
    expect(await customOf(id, agent)).toEqual({ email: "•••", second_email: "•••", select: "Oro" });
    const seen = await agent.gql(
      `query ($id: ID!) { client(id: $id) { customFields timeline { nodes { summary ... on ClientEditedEntry { changes { label before after } } } } }
        clients(filter: { search: "hidden" }) { totalCount nodes { customFields } } all: clients { nodes { customFields } } }`,
      { id },
    );
    expect(seen.errors).toEqual([]);
    expect(seen.text).not.toMatch(/secret|hidden@/);
    expect(seen.data).toMatchObject({ clients: { totalCount: 0 } });
    expect(seen.text).toContain(`"before":"•••","after":"•••"`);
    const filter = (operator: string) =>
      `{ clientCount(filter: { customFields: [{ key: "email", operator: ${operator}, value: "secret@example.com" }] }) }`;
    for (const operator of ["EQ", "NEQ", "CONTAINS", "IS_SET"]) {
      expect((await agent.refused(filter(operator))).code).toBe("FORBIDDEN");
    }
    for (const email of ["other@example.com", null]) {
      expect((await agent.refused(UPDATE_CLIENT, { id, input: { customFields: { email } } })).code).toBe("FORBIDDEN");
    }
    await setCustom(id, null, agent);
    expect(await customOf(id)).toEqual({ email: "new-secret@example.com", second_email: "hidden@example.com" });
    await changeSettings(owner, { hideContactDataFromAgents: false });
  });

  it("that were contact data stay hidden on the timeline when their field changes its type [F209]", async () => {
    const team = await addTeam(owner, "B");
    const agent = (await addPerson(owner, "AGENT", "Berta", [team])).caller;
    const { id: fieldId } = await addField({ key: "former", label: "Antes", type: "EMAIL" });
    const id = await addClient(owner, { teamId: team, customFields: { former: "once@example.com" } });
    await setCustom(id, { former: null });
    await owner.ok(UPDATE_FIELD, { id: fieldId, input: { label: "Antes", type: "TEXT" } });
    await changeSettings(owner, { hideContactDataFromAgents: true });
    const query = `query ($id: ID!) { client(id: $id) { timeline { nodes { ... on ClientEditedEntry { changes { label before } } } } } }`;
    const { text } = await agent.gql(query, { id });
    expect(text).toContain(`{"label":"Antes","before":"•••"}`);
    expect(text).not.toContain("once@");
    await changeSettings(owner, { hideContactDataFromAgents: false });
  });
});

it("called like what every JavaScript object has holds values like any other [F119]", async () => {
  const { key } = await addField({ label: "Constructor", type: "TEXT" });
  expect(key).toBe("constructor_1");
  // As earlier versions made it of the label.
  await api.pool.query(
    "insert into custom_field (key, label, type, position) values ('constructor', 'Constructor 2', 'TEXT', 99)",
  );
  const without = await addClient(owner);
  expect(await customOf(without)).toEqual({});
  const holder = await addClient(owner, { customFields: { constructor: "Obras" } });
  expect(await customOf(holder)).toEqual({ constructor: "Obras" });
  await setCustom(holder, { constructor_1: "x" });
  expect(await customOf(holder)).toEqual({ constructor: "Obras", constructor_1: "x" });
  const { clientAsOf } = await owner.ok<{ clientAsOf: Record<string, unknown> }>(
    "query ($id: ID!, $at: DateTime!) { clientAsOf(id: $id, at: $at) }",
    { id: without, at: new Date() },
  );
  expect(clientAsOf).toMatchObject({ "customFields.constructor": null });
});
