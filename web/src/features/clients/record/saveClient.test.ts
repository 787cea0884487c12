import { ApolloClient, ApolloLink, Observable } from "@apollo/client";
import { beforeEach, expect, test } from "vitest";
import { createCache } from "../../../apollo/cache.ts";
import { cacheRules } from "../../../features.ts";
import { ConflictLeft } from "../../../feedback/problem.ts";
import { conflictQuestions, leavePage } from "../../../records/conflicts.ts";
import { type ClientRecord, withValue } from "../clientValues.ts";
import { saveClient as save } from "./saveClient.ts";

const record = {
  __typename: "Client",
  id: "c1",
  kind: "COMPANY",
  name: "Pérez",
  contactPerson: null,
  firstName: null,
  lastName: null,
  birthDate: null,
  gender: null,
  language: null,
  email: "hola@perez.test",
  phone: null,
  mobile: null,
  whatsapp: null,
  website: null,
  status: "PROSPECT",
  taxProfile: {
    __typename: "TaxProfile",
    legalName: null,
    country: null,
    idType: null,
    taxId: null,
    checkDigit: null,
    rucType: null,
    fiscalCode: null,
  },
  addresses: [],
  owner: null,
  team: null,
  tags: [],
  lists: [],
  source: { __typename: "Source", channel: "MANUAL", campaign: null, device: null, referrer: null },
  lastInteractionAt: null,
  createdAt: "2026-11-01T10:00:00Z",
  updatedAt: "2026-11-01T10:00:00Z",
  version: 1,
  viewerCan: { __typename: "ClientAbilities", edit: true, delete: true, seeContactData: true },
} as unknown as ClientRecord;

/** A server that holds one record and knows versions as ours does. */
function serverWith(stored: ClientRecord) {
  const sent: { input: object; expectedVersion: number }[] = [];
  let current = stored;
  const link = new ApolloLink(({ operationName, variables }) => {
    const answer = (): ApolloLink.Result => {
      if (operationName === "ClientPage") return { data: { client: current } };
      const { input, expectedVersion } = variables as { input: object; expectedVersion: number };
      sent.push({ input, expectedVersion });
      if (expectedVersion !== current.version)
        return { data: null, errors: [{ message: "changed", extensions: { code: "CONFLICT" } }] };
      current = { ...current, ...input, version: current.version + 1 };
      return { data: { updateClient: current } };
    };
    return new Observable((observer) => {
      observer.next(answer());
      observer.complete();
    });
  });
  return { apollo: new ApolloClient({ cache: createCache(cacheRules), link }), sent, stored: () => current };
}

beforeEach(leavePage);
const saveClient = (apollo: ApolloClient, before: ClientRecord, after: ClientRecord) =>
  save(apollo, before, after, { labelOf: (key) => key, textOf: (key, values) => String(values[key] ?? "") });
const question = () => conflictQuestions.get()[0];

test("sends what changed, with the version it was seen in", async () => {
  const server = serverWith(record);
  const saved = await saveClient(server.apollo, record, withValue(record, "phone", "+507 1"));
  expect(server.sent).toEqual([{ input: { phone: "+507 1" }, expectedVersion: 1 }]);
  expect(saved.version).toBe(2);
});

test("sends nothing where nothing changed", async () => {
  const server = serverWith(record);
  expect(await saveClient(server.apollo, record, { ...record, phone: "" })).toBe(record);
  expect(server.sent).toEqual([]);
});

test("another person's change of another field is kept, and nobody is asked", async () => {
  const server = serverWith({ ...record, website: "https://suya.test", version: 5 });
  const saved = await saveClient(server.apollo, record, withValue(record, "phone", "+507 1"));
  expect(saved).toMatchObject({ phone: "+507 1", website: "https://suya.test", version: 6 });
  expect(server.sent.map(({ expectedVersion }) => expectedVersion)).toEqual([1, 5]);
});

test("where both changed the same field the person chooses, and only then something is written", async () => {
  const server = serverWith({ ...record, name: "Pérez S. A.", version: 2 });
  const mine = withValue(withValue(record, "name", "Pérez e hijos"), "phone", "+507 1");
  const saving = saveClient(server.apollo, record, mine);
  await expect
    .poll(() => question()?.fields)
    .toEqual([{ key: "name", label: "name", theirs: "Pérez S. A.", mine: "Pérez e hijos" }]);
  expect(server.stored().name).toBe("Pérez S. A.");
  question()?.answer(["name"]);
  expect(await saving).toMatchObject({ name: "Pérez S. A.", phone: "+507 1" });
});

test("one's own value wins when that is the choice", async () => {
  const server = serverWith({ ...record, name: "Pérez S. A.", version: 2 });
  const saving = saveClient(server.apollo, record, withValue(record, "name", "Pérez e hijos"));
  await expect.poll(() => question()).toBeDefined();
  question()?.answer([]);
  expect(await saving).toMatchObject({ name: "Pérez e hijos" });
});

test("going back to editing writes nothing", async () => {
  const server = serverWith({ ...record, name: "Pérez S. A.", version: 2 });
  const saving = saveClient(server.apollo, record, withValue(record, "name", "Pérez e hijos"));
  await expect.poll(() => question()).toBeDefined();
  question()?.answer(null);
  await expect(saving).rejects.toBeInstanceOf(ConflictLeft);
  expect(server.stored()).toMatchObject({ name: "Pérez S. A.", version: 2 });
});

test("two saves that meet a conflict are asked one after the other, and each gets its answer", async () => {
  const server = serverWith({ ...record, name: "Pérez S. A.", website: "https://suya.test", version: 2 });
  const first = saveClient(server.apollo, record, withValue(record, "name", "Pérez e hijos"));
  const second = saveClient(server.apollo, record, withValue(record, "website", "https://mia.test"));
  await expect
    .poll(() => conflictQuestions.get().map(({ fields }) => fields.map(({ key }) => key)))
    .toEqual([["name"], ["website"]]);
  question()?.answer([]);
  await first;
  question()?.answer([]);
  await second;
  expect(server.stored()).toMatchObject({ name: "Pérez e hijos", website: "https://mia.test" });
});

test("a record that is left goes back to editing in every question", async () => {
  const server = serverWith({ ...record, name: "Pérez S. A.", version: 2 });
  const saves = ["Uno", "Dos"].map((name) => saveClient(server.apollo, record, withValue(record, "name", name)));
  await expect.poll(() => conflictQuestions.get()).toHaveLength(2);
  leavePage();
  for (const save of saves) await expect(save).rejects.toBeInstanceOf(ConflictLeft);
  expect(conflictQuestions.get()).toEqual([]);
});
