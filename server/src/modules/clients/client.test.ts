import type { TextName } from "@clientela/shared/textNames";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  addApiKey,
  addClient,
  addPerson,
  addTag,
  addTeam,
  CREATE_CLIENT,
  changeSettings,
  dump,
  startBusiness,
} from "../../../test/business.ts";
import type { Caller } from "../../../test/caller.ts";
import { translatorOf } from "../../core/text.ts";

const UPDATE = `mutation ($id: ID!, $input: UpdateClientInput!, $expectedVersion: Int) {
  updateClient(id: $id, input: $input, expectedVersion: $expectedVersion) { id version updatedAt }
}`;
const UNKNOWN = "01900000-0000-7000-8000-000000000000";

let api: Awaited<ReturnType<typeof startBusiness>>;
let owner: Caller;
let admin: Caller;
let agent: Caller;
let agentId: string;
let key: Caller;
let team: string;

beforeAll(async () => {
  api = await startBusiness();
  owner = api.owner;
  team = await addTeam(owner, "Norte");
  admin = (await addPerson(owner, "ADMIN", "Carla")).caller;
  ({ caller: agent, id: agentId } = await addPerson(owner, "AGENT", "Ana", [team]));
  key = await addApiKey(owner, "ADMIN");
});
afterAll(() => api.stop());

/** What is stored of a client. */
async function get<T = Record<string, unknown>>(id: string, selection: string, caller = owner): Promise<T | null> {
  const { client } = await caller.ok<{ client: T | null }>(`query ($id: ID!) { client(id: $id) { ${selection} } }`, {
    id,
  });
  return client;
}
const update = (id: string, input: object) => owner.ok(UPDATE, { id, input });

describe("a new client", () => {
  it("keeps every field it is given [F1] [F2] [F3] [F6] [F7] [F8] [F9] [F10] [F11] [F17] [F20] [F24] [F25] [F26] [F28] [F29]", async () => {
    const tag = await addTag(owner, "VIP");
    const input = {
      kind: "PERSON",
      name: "Núñez e Hijos",
      contactPerson: "Íñigo Núñez",
      firstName: "Íñigo",
      lastName: "Núñez",
      birthDate: "1980-02-29",
      gender: "hombre",
      language: "es-ES",
      email: "inigo@example.org",
      phone: "+34911234567",
      mobile: "+34612345678",
      whatsapp: "+34612345679",
      website: "https://example.org/tienda",
      status: "CLIENT",
      taxProfile: {
        legalName: "Núñez e Hijos, S. L.",
        country: "ES",
        idType: "NIF",
        taxId: "B12345674",
        checkDigit: "4",
        rucType: "juridico",
        fiscalCode: "X",
      },
      addresses: [
        {
          type: "MAIN",
          line1: "Calle Mayor, 1",
          line2: "2.º",
          city: "Madrid",
          region: "Madrid",
          postalCode: "28001",
          country: "ES",
        },
        {
          type: "SHIPPING",
          line1: "Calle Menor, 2",
          line2: null,
          city: "Cádiz",
          region: null,
          postalCode: null,
          country: "ES",
        },
      ],
    };
    const id = await addClient(owner, { ...input, ownerId: agentId, teamId: team, tagIds: [tag] });
    const selection = `kind name contactPerson firstName lastName birthDate gender language email phone mobile whatsapp website status
      taxProfile { legalName country idType taxId checkDigit rucType fiscalCode }
      addresses { type line1 line2 city region postalCode country }`;
    expect(await get(id, selection)).toEqual(input);
    expect(
      await get(
        id,
        "owner { name } team { name } tags { name } source { channel } version viewerCan { edit delete export seeContactData }",
      ),
    ).toEqual({
      owner: { name: "Ana" },
      team: { name: "Norte" },
      tags: [{ name: "VIP" }],
      source: { channel: "MANUAL" },
      version: 1,
      viewerCan: { edit: true, delete: true, export: true, seeContactData: true },
    });
  });

  it("is a company and a prospect without addresses unless told otherwise [F46]", async () => {
    const id = await addClient(owner, { teamId: null });
    expect(
      await get(
        id,
        "kind status addresses { type } taxProfile { taxId } owner { id } team { id } tags { id } lastInteractionAt",
      ),
    ).toEqual({
      kind: "COMPANY",
      status: "PROSPECT",
      addresses: [],
      taxProfile: { taxId: null },
      owner: null,
      team: null,
      tags: [],
      lastInteractionAt: null,
    });
  });

  it("is tidied: spaces around go, empty text is none, the e-mail is lower case, a web address gets its scheme", async () => {
    const id = await addClient(owner, {
      name: "  Ordenada  ",
      email: " Ordenada@Example.ORG ",
      contactPerson: "   ",
      website: "example.org",
      phone: "",
    });
    expect(await get(id, "name email contactPerson website phone")).toEqual({
      name: "Ordenada",
      email: "ordenada@example.org",
      contactPerson: null,
      website: "https://example.org",
      phone: null,
    });
  });

  it.each([
    ["with an international prefix", "+34 911 23 45 67", {}, "+34911234567"],
    ["of the main address's country", "911 23 45 67", { addresses: [{ type: "MAIN", country: "ES" }] }, "+34911234567"],
    ["of the tax country when no address has one", "6123-4567", { taxProfile: { country: "PA" } }, "+50761234567"],
    ["of no country, as typed", "911 23 45 67", {}, "911 23 45 67"],
    ["that is none, as typed", "ext. 12", { taxProfile: { country: "PA" } }, "ext. 12"],
  ])("keeps a phone %s", async (_, typed, input, stored) => {
    const id = await addClient(owner, { phone: typed, mobile: typed, whatsapp: typed, ...input });
    expect(await get(id, "phone mobile whatsapp")).toEqual({ phone: stored, mobile: stored, whatsapp: stored });
  });

  it("an API key's comes from the API and needs no e-mail [F3] [F232]", async () => {
    const { createClient } = await key.ok<{ createClient: { id: string } }>(CREATE_CLIENT, {
      input: { name: "Sin correo" },
    });
    expect(await get(createClient.id, "email source { channel }")).toEqual({ email: null, source: { channel: "API" } });
  });

  it("an agent's belongs to the agent's team, and to no other [F204]", async () => {
    const id = await addClient(agent);
    expect(await get(id, "team { name }", agent)).toEqual({ team: { name: "Norte" } });
    const foreign = await addTeam(owner, "Ajeno");
    for (const teamId of [foreign, UNKNOWN]) {
      expect(
        await agent.refused(CREATE_CLIENT, { input: { name: "A", email: "a@example.org", teamId } }),
      ).toMatchObject({
        code: "BAD_USER_INPUT",
        fields: [{ path: "teamId", message: "No estás en ese equipo" }],
      });
    }
  });

  it("an agent without a team cannot make one", async () => {
    const { caller } = await addPerson(owner, "AGENT", "Suelta");
    const refusal = await caller.refused(CREATE_CLIENT, { input: { name: "A", email: "suelta@example.org" } });
    expect(refusal).toEqual({ code: "FORBIDDEN", message: "Tienes que estar en un equipo para crear clientes" });
  });
});

describe("what breaks a rule is told by field, in the reader's language", () => {
  const es = translatorOf("es");
  const en = translatorOf("en");
  const long = (length: number) => "x".repeat(length);

  const broken: [input: object, path: string, key: TextName, params?: Record<string, unknown>][] = [
    [{ name: "" }, "name", "errors.required"],
    [{ name: "   " }, "name", "errors.required"],
    [{ name: long(201) }, "name", "errors.tooLong", { max: 200 }],
    [{ contactPerson: long(201) }, "contactPerson", "errors.tooLong", { max: 200 }],
    [{ firstName: long(101) }, "firstName", "errors.tooLong", { max: 100 }],
    [{ lastName: long(101) }, "lastName", "errors.tooLong", { max: 100 }],
    [{ gender: long(41) }, "gender", "errors.tooLong", { max: 40 }],
    [{ language: "español" }, "language", "errors.format.language"],
    [{ email: "nadie" }, "email", "errors.format.email"],
    [{ email: `${long(250)}@example.org` }, "email", "errors.tooLong", { max: 254 }],
    [{ phone: long(41) }, "phone", "errors.tooLong", { max: 40 }],
    [{ mobile: long(41) }, "mobile", "errors.tooLong", { max: 40 }],
    [{ whatsapp: long(41) }, "whatsapp", "errors.tooLong", { max: 40 }],
    [{ website: "javascript:alert(1)" }, "website", "errors.format.url"],
    [{ website: "no es una web" }, "website", "errors.format.url"],
    [{ taxProfile: { country: "ESP" } }, "taxProfile.country", "errors.format.country"],
    [{ taxProfile: { taxId: long(41) } }, "taxProfile.taxId", "errors.tooLong", { max: 40 }],
    [{ taxProfile: { checkDigit: "12345" } }, "taxProfile.checkDigit", "errors.tooLong", { max: 4 }],
    [{ addresses: [{ type: "MAIN", country: "Spain" }] }, "addresses.0.country", "errors.format.country"],
    [
      { addresses: [{ type: "SHIPPING", postalCode: long(21) }] },
      "addresses.0.postalCode",
      "errors.tooLong",
      { max: 20 },
    ],
    [{ addresses: [{ type: "MAIN" }, { type: "MAIN" }] }, "addresses.1.type", "errors.oneAddressOfType"],
    [
      { addresses: [{ type: "BILLING" }, { type: "MAIN" }, { type: "BILLING" }] },
      "addresses.2.type",
      "errors.oneAddressOfType",
    ],
    [{ addresses: Array(21).fill({ type: "SHIPPING" }) }, "addresses", "errors.tooBig", { max: 20 }],
    [{ ownerId: UNKNOWN }, "ownerId", "errors.unknownUser"],
    [{ ownerId: "nadie" }, "ownerId", "errors.unknownUser"],
    [{ teamId: UNKNOWN }, "teamId", "errors.unknownTeam"],
    [{ tagIds: [UNKNOWN] }, "tagIds", "errors.unknownTag"],
    [{ tagIds: ["nada"] }, "tagIds", "errors.unknownTag"],
    [{ tagIds: Array(101).fill(UNKNOWN) }, "tagIds", "errors.tooBig", { max: 100 }],
  ];
  it.each(broken.map(([input, path, key, params]) => ({ input, path, key, params })))("$path: $key", async (rule) => {
    const { input, path, key, params } = rule;
    const before = await dump(api.pool);
    const variables = { input: { name: "Uno", email: "uno@example.org", ...input } };
    for (const [language, tell] of [
      ["es", es],
      ["en-GB,en;q=0.8", en],
    ] as const) {
      const created = await admin.with({ "accept-language": language }).refused(CREATE_CLIENT, variables);
      expect(created).toEqual({
        code: "BAD_USER_INPUT",
        message: tell("errors.badInput"),
        fields: [{ path, message: tell(key, params) }],
      });
    }
    expect(await dump(api.pool)).toEqual(before);
    const id = await addClient(owner);
    expect(await owner.refused(UPDATE, { id, input })).toMatchObject({
      code: "BAD_USER_INPUT",
      fields: [{ path, message: es(key, params) }],
    });
  });

  it("every broken rule is told at once", async () => {
    const { fields } = await owner.refused(CREATE_CLIENT, {
      input: { name: "", email: "x", addresses: [{ type: "MAIN", country: "1" }] },
    });
    expect(fields?.map(({ path }) => path)).toEqual(["name", "email", "addresses.0.country"]);
  });

  it("the language a person chose goes before the browser's", async () => {
    const { caller } = await addPerson(owner, "ADMIN", "Edith");
    await caller.ok(`mutation { updateAccount(input: { locale: "en" }) { role } }`);
    const { message } = await caller.with({ "accept-language": "es" }).refused(CREATE_CLIENT, { input: { name: "" } });
    expect(message).toBe("Check the marked fields");
  });

  it("what GraphQL itself refuses names the field too", async () => {
    const refusal = await owner.refused(CREATE_CLIENT, { input: { name: "A", birthDate: "1980-02-30" } });
    expect(refusal).toMatchObject({ code: "BAD_USER_INPUT", fields: [{ path: "birthDate" }] });
  });

  it.each(["id", "version", "createdAt", "deletedAt", "sourceChannel", "emailShared", "role", "total"])(
    "takes no field %s that is not in the input [Q17]",
    async (field) => {
      const { status, errors } = await owner.gql(CREATE_CLIENT, {
        input: { name: "A", email: "a@example.org", [field]: 1 },
      });
      expect(status).toBe(400);
      expect(errors[0]?.extensions?.code).toBe("BAD_USER_INPUT");
    },
  );
});

describe("one client per e-mail", () => {
  it("refuses the same email in another case and names the client that has it [F4] [F126] [F128] [F130]", async () => {
    const id = await addClient(owner, { name: "Primera", email: "unica@example.org" });
    expect(await owner.refused(CREATE_CLIENT, { input: { name: "Segunda", email: " UNICA@example.ORG" } })).toEqual({
      code: "DUPLICATE_CLIENT",
      message: "Ya existe un cliente con este correo: Primera",
      fields: [{ path: "email", message: "Ya existe un cliente con este correo: Primera" }],
      duplicates: [{ clientId: id, name: "Primera", field: "email" }],
    });
    const other = await addClient(owner);
    expect(await owner.refused(UPDATE, { id: other, input: { email: "Unica@example.org" } })).toMatchObject({
      code: "DUPLICATE_CLIENT",
    });
    await owner.ok(UPDATE, { id, input: { email: "UNICA@example.org" } });
  });

  it("does not tell who has it when the viewer may not see them [F204]", async () => {
    await addClient(owner, { name: "De otros", email: "otros@example.org" });
    expect(await agent.refused(CREATE_CLIENT, { input: { name: "Mía", email: "otros@example.org" } })).toEqual({
      code: "DUPLICATE_CLIENT",
      message: "Ya existe un cliente con este correo",
      fields: [{ path: "email", message: "Ya existe un cliente con este correo" }],
      duplicates: [{ clientId: null, name: null, field: "email" }],
    });
  });

  it("200 creations at once with one e-mail make one client [F4]", async () => {
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, i) =>
        owner.gql(CREATE_CLIENT, { input: { name: `N${i}`, email: "Carrera@example.org" } }),
      ),
    );
    const codes = answers.flatMap(({ errors }) => errors.map(({ extensions }) => extensions?.code));
    expect(new Set(codes)).toEqual(new Set(["DUPLICATE_CLIENT"]));
    expect(codes).toHaveLength(199);
    const { rows } = await api.pool.query("select from client where email = 'carrera@example.org'");
    expect(rows).toHaveLength(1);
  });

  it("the setting allowDuplicates lifts it, and those made meanwhile stay when it is off again [F133]", async () => {
    await changeSettings(owner, { allowDuplicates: true });
    const first = await addClient(owner, { name: "Uno", email: "doble@example.org" });
    const second = await addClient(owner, { name: "Dos", email: "doble@example.org" });
    await changeSettings(owner, { allowDuplicates: false });
    for (const id of [first, second]) await update(id, { name: "Sigue", email: "doble@example.org" });
    expect(await owner.refused(CREATE_CLIENT, { input: { name: "Tres", email: "doble@example.org" } })).toMatchObject({
      code: "DUPLICATE_CLIENT",
    });
  });

  it("a deleted client's e-mail is free again", async () => {
    const input = { name: "Borrada", email: "libre@example.org" };
    await owner.ok(`mutation ($id: ID!) { deleteClient(id: $id) }`, { id: await addClient(owner, input) });
    await addClient(owner, input);
  });
});

describe("a change", () => {
  it("leaves omitted fields alone and clears what is null", async () => {
    const tag = await addTag(owner, "Fría");
    const before = {
      name: "Entera",
      email: "entera@example.org",
      contactPerson: "Eva",
      phone: "+34911234567",
      website: "https://example.org",
      birthDate: "2000-01-01",
      addresses: [{ type: "MAIN", city: "Madrid" }],
      taxProfile: { taxId: "1", country: "ES" },
      ownerId: agentId,
      teamId: team,
      tagIds: [tag],
    };
    const id = await addClient(owner, before);
    await update(id, { name: "Cambiada" });
    const selection = `name email contactPerson phone website birthDate addresses { city } taxProfile { taxId country } owner { name } team { name } tags { name }`;
    expect(await get(id, selection)).toMatchObject({
      name: "Cambiada",
      email: "entera@example.org",
      addresses: [{ city: "Madrid" }],
      taxProfile: { taxId: "1", country: "ES" },
      owner: { name: "Ana" },
      team: { name: "Norte" },
      tags: [{ name: "Fría" }],
    });
    await update(id, {
      contactPerson: null,
      phone: null,
      website: null,
      birthDate: null,
      addresses: [],
      taxProfile: null,
      ownerId: null,
      teamId: null,
      tagIds: [],
    });
    expect(await get(id, selection)).toEqual({
      name: "Cambiada",
      email: "entera@example.org",
      contactPerson: null,
      phone: null,
      website: null,
      birthDate: null,
      addresses: [],
      taxProfile: { taxId: null, country: null },
      owner: null,
      team: null,
      tags: [],
    });
  });

  it("takes null for no addresses and no tags", async () => {
    const id = await addClient(owner, { addresses: [{ type: "MAIN" }], tagIds: [await addTag(owner, "Pasajera")] });
    await update(id, { addresses: null, tagIds: null });
    expect(await get(id, "addresses { type } tags { name }")).toEqual({ addresses: [], tags: [] });
    await addClient(owner, { addresses: null, tagIds: null });
  });

  it("lets an owner who was deactivated since stay", async () => {
    const { id: ownerId } = await addPerson(owner, "AGENT", "Jubilada");
    const id = await addClient(owner, { ownerId });
    await owner.ok("mutation ($id: ID!) { updateUser(id: $id, input: { active: false }) { id } }", { id: ownerId });
    await update(id, { name: "Otra", ownerId });
    expect(
      await owner.refused(CREATE_CLIENT, { input: { name: "A", email: "jubilada@example.org", ownerId } }),
    ).toMatchObject({
      code: "BAD_USER_INPUT",
    });
  });

  it("writes a phone by the country the client already has", async () => {
    const id = await addClient(owner, { addresses: [{ type: "MAIN", country: "ES" }] });
    await update(id, { mobile: "612 34 56 78" });
    expect(await get(id, "mobile")).toEqual({ mobile: "+34612345678" });
  });

  it("on an older version is a conflict that tells the version of now", async () => {
    const id = await addClient(owner);
    await owner.ok(UPDATE, { id, input: { name: "Uno" }, expectedVersion: 1 });
    expect(await owner.refused(UPDATE, { id, input: { name: "Dos" }, expectedVersion: 1 })).toEqual({
      code: "CONFLICT",
      message: "Otra persona cambió este registro mientras lo editabas",
      version: 2,
    });
    expect(await get(id, "name version")).toEqual({ name: "Uno", version: 2 });
  });

  it("of twenty at once on the same version one wins", async () => {
    const id = await addClient(owner);
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) => owner.gql(UPDATE, { id, input: { name: `N${i}` }, expectedVersion: 1 })),
    );
    expect(answers.filter(({ errors }) => errors.length === 0)).toHaveLength(1);
    expect(answers.flatMap(({ errors }) => errors.map(({ extensions }) => extensions?.code))).toEqual(
      Array(19).fill("CONFLICT"),
    );
    expect(await get(id, "version")).toEqual({ version: 2 });
  });

  it("that changes nothing keeps the version", async () => {
    const id = await addClient(owner, { name: "Igual" });
    await update(id, { name: "Igual", addresses: [], taxProfile: null });
    expect(await get(id, "version")).toEqual({ version: 1 });
  });

  it("finds the client by its id in capitals", async () => {
    const id = await addClient(owner, { name: "Mayúscula" });
    expect(await get(id.toUpperCase(), "name")).toEqual({ name: "Mayúscula" });
    await update(id.toUpperCase(), { name: "Otra" });
    expect(await get(id, "name")).toEqual({ name: "Otra" });
  });

  it("an agent cannot give a client to a team of others, but to one of their own", async () => {
    const id = await addClient(agent);
    const foreign = await addTeam(owner, "Sur");
    expect(await agent.refused(UPDATE, { id, input: { teamId: foreign } })).toMatchObject({ code: "BAD_USER_INPUT" });
    await agent.ok(UPDATE, { id, input: { teamId: team } });
  });
});

describe("deleting a client", () => {
  it("takes it from every list and record; it cannot be changed or deleted again", async () => {
    const id = await addClient(owner, { name: "Efímera" });
    const remove = "mutation ($id: ID!) { deleteClient(id: $id) }";
    await owner.ok(remove, { id });
    expect(await get(id, "id")).toBeNull();
    const { clients } = await owner.ok<{ clients: { totalCount: number } }>(
      `{ clients(filter: { search: "Efímera" }) { totalCount } }`,
    );
    expect(clients.totalCount).toBe(0);
    expect(await owner.refused(remove, { id })).toEqual({
      code: "NOT_FOUND",
      message: "No existe o ya no puedes verlo",
    });
    expect(await owner.refused(UPDATE, { id, input: { name: "Otra" } })).toMatchObject({ code: "NOT_FOUND" });
    expect(
      await owner.refused(
        `mutation ($id: ID!) { addTimelineEntry(clientId: $id, input: { description: "x" }) { id } }`,
        { id },
      ),
    ).toMatchObject({ code: "NOT_FOUND" });
  });
});
