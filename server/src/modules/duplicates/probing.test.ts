import { getNamedType, isInputObjectType } from "graphql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  addApiKey,
  addClient,
  addPerson,
  addTag,
  addTeam,
  changeSettings,
  dump,
  startBusiness,
} from "../../../test/business.ts";
import type { Caller } from "../../../test/caller.ts";
import { createSchema } from "../../schema.ts";

const NOBODY = "00000000-0000-7000-8000-000000000000";
const TAKEN = { email: "taken@example.org", phone: "+50761234567" };
const FREE = { email: "free@example.org", phone: "+50769999999" };

/** Mutations that take a client's or contact's address, on records of the caller's own. */
const mutations = {
  createClient: "mutation ($input: CreateClientInput!) { createClient(input: $input) { id } }",
  updateClient: `mutation ($client: ID!, $version: Int, $input: UpdateClientInput!) {
    updateClient(id: $client, expectedVersion: $version, input: $input) { id } }`,
  addContact: "mutation ($client: ID!, $input: ContactInput!) { addContact(clientId: $client, input: $input) { id } }",
  updateContact: `mutation ($contact: ID!, $version: Int, $input: ContactInput!) {
    updateContact(id: $contact, expectedVersion: $version, input: $input) { id } }`,
};
type Mutation = keyof typeof mutations;
/** Those of colleagues, who are no secret, and of a business that has no clients yet. */
const ofPeople = ["inviteUser", "requestPasswordReset", "setNotificationPreference", "setUp", "signIn"];

const ofClients: Mutation[] = ["createClient", "updateClient"];
const all = Object.keys(mutations) as Mutation[];
const faults: [title: string, of: Mutation[], input: object, ids?: object][] = [
  ["an owner that is none", ofClients, { ownerId: "nope" }],
  ["an owner that there is not", ofClients, { ownerId: NOBODY }],
  ["a team of others", ofClients, { teamId: "south" }],
  ["a team that is none", ofClients, { teamId: "nope" }],
  ["an unknown tag", ofClients, { tagIds: [NOBODY] }],
  ["an unknown list", ofClients, { listIds: [NOBODY] }],
  ["an unknown field of one's own", ofClients, { customFields: { nope: 1 } }],
  ["a value that does not fit its field", ofClients, { customFields: { visits: "many" } }],
  ["a website that is none", ofClients, { website: "no website" }],
  ["a country that there is not", ofClients, { addresses: [{ type: "MAIN", country: "Nowhere" }] }],
  ["a day that there was not", ofClients, { birthDate: "2020-02-31" }],
  ["no name", all, { name: " " }],
  ["too long a name", all, { name: "n".repeat(1000) }],
  ["half a character", all, { name: "\ud800" }],
  ["a client that there is not", ["updateClient", "addContact"], {}, { client: NOBODY }],
  ["a contact that there is not", ["updateContact"], {}, { contact: NOBODY }],
  ["another version", ["updateClient", "updateContact"], {}, { version: 77 }],
];
const cases = faults.flatMap(([title, of, input, ids]) => of.map((mutation) => ({ title, mutation, input, ids })));

let api: Awaited<ReturnType<typeof startBusiness>>;
let south: string;
const callers: Record<string, Caller> = {};
const records: Record<string, { client: string; contact: string }> = {};

beforeAll(async () => {
  api = await startBusiness();
  const { owner } = api;
  await changeSettings(owner, { country: "PA", requireEmail: false });
  const north = await addTeam(owner, "Norte");
  south = await addTeam(owner, "Sur");
  await addClient(owner, { name: "Oculta", teamId: south, ...TAKEN });
  await owner.ok(`mutation { createCustomField(input: { label: "Visits", type: NUMBER }) { key } }`);
  callers.agent = (await addPerson(owner, "AGENT", "Ana", [north])).caller;
  callers.program = await addApiKey((await addPerson(owner, "ADMIN", "Carla", [north])).caller, "AGENT");
  callers["agent without a team"] = (await addPerson(owner, "AGENT", "Berta")).caller;
  for (const [name, teamId] of Object.entries({ agent: north, program: north, "agent without a team": south })) {
    const client = await addClient(owner, { email: null, phone: "+507 2000000", teamId });
    const { addContact } = await owner.ok<{ addContact: { id: string } }>(mutations.addContact, {
      client,
      input: { name: "Eva" },
    });
    records[name] = { client, contact: addContact.id };
  }
});
afterAll(() => api.stop());

const variablesOf = (caller: string, address: object, input: object, ids: object = {}) => {
  const given = { name: "Alguien", ...address, ...input } as { teamId?: string };
  return {
    ...records[caller],
    ...ids,
    input: { ...given, ...(given.teamId === "south" && { teamId: south }) },
  };
};

test("every mutation that takes an e-mail address or a telephone is among these", async () => {
  const schema = await createSchema();
  const takes = (type: unknown, seen = new Set<unknown>()): boolean => {
    const named = getNamedType(type as never);
    if (!isInputObjectType(named) || seen.has(named)) return false;
    seen.add(named);
    return Object.values(named.getFields()).some((field) => isAddress(field.name) || takes(field.type, seen));
  };
  const isAddress = (name: string) => ["email", "phone", "mobile", "whatsapp"].includes(name);
  const found = Object.values(schema.getMutationType()?.getFields() ?? {})
    .filter(({ args }) => args.some(({ name, type }) => isAddress(name) || takes(type)))
    .map(({ name }) => name);
  expect(found.sort()).toEqual([...all, ...ofPeople].sort());
});

describe.each(["sees contact data", "does not see contact data"])("who %s and only their team's clients", (rights) => {
  beforeAll(async () => {
    await changeSettings(api.owner, { hideContactDataFromAgents: rights.startsWith("does not") });
    await api.pool.query("delete from rate_limit");
  });

  test.each(cases)("is told of $title in $mutation the same whether or not an address is taken [F209]", async (one) => {
    for (const [name, caller] of Object.entries(callers)) {
      const before = await clientsAndContacts();
      const answers = await Promise.all(
        [TAKEN, FREE].map((address) =>
          caller.refused(mutations[one.mutation], variablesOf(name, address, one.input, one.ids)),
        ),
      );
      expect(answers[0]).toEqual(answers[1]);
      expect(answers[0]?.code).not.toBe("INTERNAL");
      expect(await clientsAndContacts()).toEqual(before);
    }
  });

  test("has no more answers by writes that fail than by questions, however many at once", async () => {
    const caller = callers.agent as Caller;
    await api.pool.query("delete from rate_limit");
    const probe = (i: number) =>
      caller.refused(mutations.createClient, {
        input: { name: "x", ownerId: i % 2 ? "nope" : null, email: TAKEN.email },
      });
    expect([(await probe(0)).code, (await probe(1)).code]).toEqual(["DUPLICATE_CLIENT", "BAD_USER_INPUT"]);
    await api.pool.query("update rate_limit set points = 290 where key like 'probe:%'");
    const codes = (await Promise.all(Array.from({ length: 40 }, (_, i) => probe(i)))).map(({ code }) => code);
    expect(codes.filter((code) => code !== "RATE_LIMITED")).toHaveLength(10);
    const free = { input: { name: "x", email: FREE.email } };
    expect(await caller.refused(mutations.createClient, free)).toMatchObject({
      code: "RATE_LIMITED",
      retryAfterSeconds: expect.any(Number),
    });
    // The same allowance as that of asking, and nothing that asks for no address.
    expect(
      await caller.refused(`query { clientDuplicates(input: { email: "x@example.org" }) { field } }`),
    ).toMatchObject({ code: "RATE_LIMITED" });
    await caller.ok(mutations.createClient, { input: { name: "Sin correo", phone: "61112222", email: null } });
  });
});

test("what succeeds is not counted, nor what fails for who sees every client anyway", async () => {
  await changeSettings(api.owner, { hideContactDataFromAgents: true });
  await api.pool.query("delete from rate_limit");
  const caller = callers.agent as Caller;
  for (let i = 0; i < 3; i++) await addClient(caller, { tagIds: [await addTag(api.owner, `T${i}`)] });
  await api.owner.refused(mutations.createClient, { input: { name: "x", email: TAKEN.email } });
  const { rows } = await api.pool.query("select points from rate_limit where key like 'probe:%'");
  expect(rows).toEqual([{ points: 0 }]);
});

async function clientsAndContacts() {
  const { client, contact } = await dump(api.pool);
  return { client, contact };
}
