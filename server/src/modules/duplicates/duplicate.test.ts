import { afterAll, beforeAll, expect, test } from "vitest";
import { addClient, addPerson, addTeam, changeSettings, startBusiness } from "../../../test/business.ts";
import type { Caller } from "../../../test/caller.ts";

let api: Awaited<ReturnType<typeof startBusiness>>;
let owner: Caller;
let agent: Caller;
let stranger: Caller;
let client: string;

beforeAll(async () => {
  api = await startBusiness();
  owner = api.owner;
  const [north, south] = [await addTeam(owner, "Norte"), await addTeam(owner, "Sur")];
  agent = (await addPerson(owner, "AGENT", "Ana", [north])).caller;
  stranger = (await addPerson(owner, "AGENT", "Berta", [south])).caller;
  client = await addClient(owner, {
    name: "Construcciones Áñez, S.A.",
    email: "hola@anez.test",
    phone: "+507 223-4567",
    whatsapp: "6123 4567",
    addresses: [{ type: "MAIN", country: "PA" }],
    taxProfile: { country: "PA", taxId: "155596713-2-2015" },
    teamId: north,
  });
  await addClient(owner, { name: "Panadería Prieto", mobile: "sin formato 55 44", teamId: north });
});
afterAll(() => api.stop());

interface Match {
  field: string;
  exact: boolean;
  client: { id: string; name: string; email: string | null } | null;
}
const PROBE =
  "query ($input: DuplicateProbe!) { clientDuplicates(input: $input) { field exact client { id name email } } }";
const probe = async (input: object, caller = owner) =>
  (await caller.ok<{ clientDuplicates: Match[] }>(PROBE, { input })).clientDuplicates;
const found = async (input: object, caller = owner) =>
  (await probe(input, caller)).map(({ field, exact, client }) => [
    field,
    exact,
    client?.id === undefined ? null : client.name,
  ]);
const NAME = "Construcciones Áñez, S.A.";

test.each([
  ["the e-mail in another case [F128]", { email: " Hola@ANEZ.test " }, "email"],
  ["a number however it was spaced [F127]", { phone: "+507 2234567" }, "phone"],
  ["a number without its prefix, by the country [F127]", { phone: "223 4567", country: "PA" }, "phone"],
  ["the WhatsApp number typed as a mobile [F129]", { mobile: "+5076123-4567" }, "mobile"],
  ["the tax number without its hyphens", { taxId: "155596713 2 2015" }, "taxId"],
])("finds %s", async (_title, input, field) => {
  expect(await found(input)).toEqual([[field, true, NAME]]);
});

test("a number without a prefix is read by the business's country", async () => {
  expect(await found({ whatsapp: "6123-4567" })).toEqual([]);
  await changeSettings(owner, { country: "PA" });
  expect(await found({ whatsapp: "6123-4567" })).toEqual([["whatsapp", true, NAME]]);
  const id = await addClient(owner, { name: "Otra", phone: "223 9999" });
  const { client: shown } = await owner.ok<{ client: object }>("query ($id: ID!) { client(id: $id) { phone } }", {
    id,
  });
  expect(shown).toEqual({ phone: "+5072239999" });
  await changeSettings(owner, { country: null });
});

test("a number that does not parse is found as it was typed", async () => {
  expect(await found({ phone: "55-44 sin formato" })).toEqual([]);
  await addClient(owner, { name: "Sin formato", phone: "88 77 66" });
  expect(await found({ mobile: "887-766" })).toEqual([["mobile", true, "Sin formato"]]);
});

test.each([
  ["construcciones anez s.a.", "what differs in accents, case and points"],
  ["Construcciones Áñez", "what was cut short"],
  ["Construcciones Ánez Hermanos SA", "what goes on"],
  ["Áñez Construcciones", "other order of words"],
  ["Construciones Añes", "wrong letters"],
])("finds a name like %s: %s", async (name) => {
  expect(await found({ name })).toEqual([["name", false, NAME]]);
});

test("the same name is exact; another one, and a beginning of few letters, find nothing", async () => {
  expect(await found({ name: "panaderia prieto" })).toEqual([["name", true, "Panadería Prieto"]]);
  for (const name of ["Ferretería Luna", "Pan", "%%%%", "S.A. de"]) expect(await found({ name })).toEqual([]);
});

test("a name is not told of a client that is surely the same, and nobody is told as a duplicate of themselves", async () => {
  const all = { email: "hola@anez.test", phone: "+5072234567", name: "Construcciones Áñez" };
  expect(await found(all)).toEqual([
    ["email", true, NAME],
    ["phone", true, NAME],
  ]);
  expect(await found({ ...all, taxId: "155596713-2-2015", excludeId: client })).toEqual([]);
  expect(await found({})).toEqual([]);
});

test("what belongs to another team is known to exist, and neither whose it is nor its name [F204]", async () => {
  const input = { email: "hola@anez.test", phone: "+5072234567", name: NAME };
  const both = [
    ["email", true, null],
    ["phone", true, null],
  ];
  expect(await found(input, stranger)).toEqual(both);
  expect(await found({ phone: "+5072234567" }, stranger)).toEqual([["phone", true, null]]);
  expect(await found({ name: NAME }, stranger)).toEqual([]);
  // Leaving a client out that one does not see would tell whose the address is.
  expect(await found({ ...input, excludeId: client }, stranger)).toEqual(both);
});

test("hidden contact data cannot be guessed: an e-mail tells what creating tells, numbers nothing [F209]", async () => {
  await changeSettings(owner, { hideContactDataFromAgents: true });
  try {
    expect(await found({ email: "hola@anez.test" }, agent)).toEqual([["email", true, null]]);
    expect(await found({ email: "hola@anez.test", excludeId: client }, agent)).toEqual([["email", true, null]]);
    for (const field of ["phone", "mobile", "whatsapp"]) {
      expect(await found({ [field]: "+5072234567" }, agent)).toEqual([]);
      expect(await found({ [field]: "+50761234567" }, agent)).toEqual([]);
    }
    expect(await probe({ taxId: "155596713-2-2015" }, agent)).toEqual([
      { field: "taxId", exact: true, client: { id: client, name: NAME, email: "•••" } },
    ]);
    expect(await found({ name: "construcciones anez" }, agent)).toEqual([["name", false, NAME]]);
    await changeSettings(owner, { allowDuplicates: true });
    expect(await found({ email: "hola@anez.test" }, agent)).toEqual([]);
  } finally {
    await changeSettings(owner, { hideContactDataFromAgents: false, allowDuplicates: false });
  }
});

test("deleted clients are no duplicates", async () => {
  const id = await addClient(owner, { name: "Fugaz Efímera", email: "fugaz@example.org" });
  await owner.ok("mutation ($id: ID!) { deleteClient(id: $id) }", { id });
  expect(await found({ email: "fugaz@example.org", name: "Fugaz Efímera" })).toEqual([]);
});

test("refuses texts that are too long, and asks a person who asks too often to wait", async () => {
  expect(await owner.refused(PROBE, { input: { name: "n".repeat(201) } })).toMatchObject({
    code: "BAD_USER_INPUT",
    fields: [{ path: "name" }],
  });
  const { users } = await owner.ok<{ users: { id: string; email: string }[] }>("{ users { id email } }");
  const berta = users.find(({ email }) => email.startsWith("berta"))?.id;
  await api.pool.query("update rate_limit set points = 300 where key = $1", [`probe:${berta}`]);
  expect(await stranger.refused(PROBE, { input: { name: "Alguien" } })).toMatchObject({ code: "RATE_LIMITED" });
  expect(await found({ name: "Nadie en absoluto" })).toEqual([]);
});

test.each([
  ["+52 1 55 5555 0099", "+52 55 5555 0099"],
  ["+54 9 11 2345 6789", "+54 11 2345-6789"],
  ["+55 11 98765-4321", "+55 11 8765-4321"],
  ["+507 265-7777 ext. 12", "+507 2657777 int 12"],
])("%s and %s are one number [F127]", async (one, other) => {
  const name = `Con ${one}`;
  await addClient(owner, { name, phone: one });
  expect(await found({ phone: other })).toEqual([["phone", true, name]]);
});

test.each([
  ["+507 265-8888 ext. 12", "+507 265-8888 ext. 13", "two people behind one switchboard"],
  ["+507 265-9999 ext. 12", "+507 265-9999", "a person and the switchboard"],
  ["+55 11 3765-4321", "+55 11 93765-4321", "a landline and a mobile"],
])("%s and %s are %s [F127]", async (one, other) => {
  await addClient(owner, { name: `Con ${one}`, mobile: one });
  expect(await found({ phone: other })).toEqual([]);
});
