import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  addClient,
  addPerson,
  addTag,
  addTask,
  addTeam,
  changeSettings,
  startBusiness,
} from "../../../test/business.ts";
import type { Caller } from "../../../test/caller.ts";

const MERGE = `mutation ($input: MergeClientsInput!) {
  mergeClients(input: $input) { mergeId moved client { id name email version } } }`;
const UNDO = "mutation ($id: ID!) { undoMerge(id: $id) { id name email } }";
const RECORD = `query ($id: ID!) { client(id: $id) {
  id name email phone status newsletterStatus version taxProfile { taxId checkDigit }
  addresses { type line1 city postalCode } tags { name } lists { name } newsletters { list { name } state }
  contacts { id name primary } timeline(first: 20) { nodes { kind description summary
    ... on ClientMergeEntry { mergeId undoableUntil left clients { id name } lost { clientId field before after } changes { field before after } } } } } }`;

const PREVIEW = `query ($input: MergeClientsInput!) { mergePreview(input: $input) {
  warnings fields { field proposed differs values { clientId value } } moves { kind label count } } }`;

interface Preview {
  warnings: string[];
  fields: { field: string; proposed: string; differs: boolean; values: { value: string | null }[] }[];
  moves: { kind: string; label: string; count: number }[];
}
interface Merged {
  mergeId: string;
  moved: number;
  client: { id: string; name: string; email: string | null; version: number };
}
interface Entry {
  kind: string;
  description: string | null;
  summary: string;
  mergeId?: string;
  left?: string[];
  undoableUntil?: string | null;
  clients?: { id: string; name: string }[];
  lost?: { clientId: string; field: string; before: string; after: string }[];
  changes?: { field: string; before: string | null; after: string | null }[];
}
interface Shown {
  id: string;
  name: string;
  email: string | null;
  phone: string | null;
  status: string;
  newsletterStatus: string;
  version: number;
  taxProfile: object;
  addresses: object[];
  tags: { name: string }[];
  lists: { name: string }[];
  newsletters: { list: { name: string }; state: string }[];
  contacts: { id: string; name: string; primary: boolean }[];
  timeline: { nodes: Entry[] };
}

let business: Awaited<ReturnType<typeof startBusiness>>;
let owner: Caller;
beforeAll(async () => {
  business = await startBusiness();
  owner = business.owner;
});
afterAll(() => business.stop());

const merge = async (survivorId: string, otherIds: string[], fields?: object, caller = owner) =>
  (await caller.ok<{ mergeClients: Merged }>(MERGE, { input: { survivorId, otherIds, fields } })).mergeClients;
const refusedMerge = (survivorId: string, otherIds: string[], fields?: object, caller = owner) =>
  caller.refused(MERGE, { input: { survivorId, otherIds, fields } });
const undo = async (id: string) =>
  (await owner.ok<{ undoMerge: { id: string; name: string }[] }>(UNDO, { id })).undoMerge;
const shown = async (id: string, caller = owner) => (await caller.ok<{ client: Shown }>(RECORD, { id })).client;
const entryOf = (client: Shown, kind: string) => client.timeline.nodes.find((entry) => entry.kind === kind) as Entry;

describe("merging", () => {
  it("takes addresses and tax profiles whole, keeps what lost, and gives it back [F134]", async () => {
    const a = await addClient(owner, {
      name: "Gil",
      addresses: [{ type: "MAIN", line1: "Calle 50", city: "Panamá" }],
      taxProfile: { taxId: "155-1", checkDigit: "12" },
    });
    const b = await addClient(owner, {
      name: "Luna",
      status: "CLIENT",
      addresses: [{ type: "MAIN", line1: "Av. Central 3", city: "David", postalCode: "0401" }],
      taxProfile: { taxId: "8-77-1", checkDigit: "40" },
    });
    const before = [await shown(a), await shown(b)];
    const { mergeId } = await merge(a, [b]);
    const one = await shown(a);
    expect(one).toMatchObject({
      name: "Gil",
      status: "CLIENT",
      addresses: [{ line1: "Calle 50", city: "Panamá", postalCode: null }],
      taxProfile: { taxId: "155-1", checkDigit: "12" },
    });
    const told = entryOf(one, "CLIENT_MERGED");
    expect(told).toMatchObject({ mergeId, summary: "Se combinó Luna con Gil", undoableUntil: expect.any(String) });
    expect(told.changes).toEqual([{ field: "status", before: "Prospecto", after: "Cliente" }]);
    expect(told.lost).toEqual(
      expect.arrayContaining([
        {
          clientId: b,
          field: "addresses",
          before: "Principal: Av. Central 3, 0401, David",
          after: "Principal: Calle 50, Panamá",
        },
        { clientId: b, field: "taxProfile.taxId", before: "8-77-1", after: "155-1" },
      ]),
    );
    expect((await undo(mergeId)).map(({ id }) => id)).toEqual([a, b]);
    const after = [await shown(a), await shown(b)];
    for (const [index, client] of after.entries()) {
      const { version: _version, timeline: _timeline, ...values } = client;
      expect(before[index]).toMatchObject(values);
      expect(client.timeline.nodes.map(({ kind }) => kind)).toEqual([
        "CLIENT_MERGE_UNDONE",
        "CLIENT_MERGED",
        "CLIENT_CREATED",
      ]);
    }
  });

  it("leaves one of what both have, and a refusal wins over an agreement [F135, F116]", async () => {
    const tag = await addTag(owner, "VIP");
    const [fairs, offers] = [await addList("Ferias", false), await addList("Ofertas", true)];
    const both = { tagIds: [tag], listIds: [fairs, offers] };
    const [a, b] = [
      await addClient(owner, { name: "Gil", ...both }),
      await addClient(owner, { name: "Luna", ...both }),
    ];
    for (const id of [a, b])
      await addContact(id, { name: `Ana de ${id === a ? "Gil" : "Luna"}`, email: "ana@example.test" });
    const alsoGil = await addContact(a, { name: "Otro" });
    await setNewsletter(b, offers, "UNSUBSCRIBED");
    const before = [await shown(a), await shown(b)];

    expect((await preview(a, [b])).warnings).toEqual([
      "«Ofertas»: queda dado de baja, porque uno de ellos se dio de baja",
    ]);
    const { mergeId } = await merge(a, [b], { contactPerson: b });
    const one = await shown(a);
    expect(one).toMatchObject({
      tags: [{ name: "VIP" }],
      lists: [{ name: "Ferias" }],
      newsletters: [{ list: { name: "Ofertas" }, state: "UNSUBSCRIBED" }],
    });
    expect(one.contacts.map(({ name, primary }) => [name, primary]).sort()).toEqual([
      ["Ana de Gil", false],
      ["Ana de Luna", true],
      ["Otro", false],
    ]);
    expect(one.contacts.map(({ id }) => id)).toContain(alsoGil);
    await undo(mergeId);
    for (const [index, id] of [a, b].entries()) {
      const { tags, lists, newsletters, contacts } = await shown(id);
      expect({ tags, lists, newsletters, contacts }).toEqual({
        tags: before[index]?.tags,
        lists: before[index]?.lists,
        newsletters: before[index]?.newsletters,
        contacts: before[index]?.contacts,
      });
    }
    await merge(b, [a]);
    // The link of a letter that was sent before names the merged client.
    expect(await setNewsletter(a, offers, "UNSUBSCRIBED")).toEqual({ setNewsletterState: { id: b } });
  });

  it("refuses what names nobody to merge with, and counts who is named twice once [F134]", async () => {
    const [north, south] = [await addTeam(owner, "Norte"), await addTeam(owner, "Sur")];
    const agent = await addPerson(owner, "AGENT", "Ana", [north]);
    const [a, b, far] = [
      await addClient(owner, { teamId: north }),
      await addClient(owner, { teamId: north }),
      await addClient(owner, { teamId: south }),
    ];
    const many = await Promise.all(Array.from({ length: 10 }, () => addClient(owner)));
    expect(await refusedMerge(a, [a])).toMatchObject({ code: "BAD_USER_INPUT", fields: [{ path: "otherIds" }] });
    expect(await refusedMerge(a, [])).toMatchObject({ code: "BAD_USER_INPUT", fields: [{ path: "otherIds" }] });
    expect(await refusedMerge(a, many)).toMatchObject({ code: "BAD_USER_INPUT", fields: [{ path: "otherIds" }] });
    expect(await refusedMerge(a, ["42"])).toMatchObject({ code: "NOT_FOUND" });
    expect(await refusedMerge(a, [b, far], {}, agent.caller)).toMatchObject({ code: "NOT_FOUND" });
    for (const fields of [{ nada: a }, { name: far }, { tags: a }, { "__proto__.x": a }]) {
      expect(await refusedMerge(a, [b], fields)).toMatchObject({ code: "BAD_USER_INPUT" });
    }
    const { client, mergeId } = await merge(a, [b, b.toUpperCase()], { email: b.toUpperCase() }, agent.caller);
    expect(client.email).toBe((await was(b)).email);
    const gone = await refusedMerge(a, [b]);
    expect(gone).toMatchObject({ code: "ILLEGAL_STATE", survivor: { clientId: a, name: client.name } });
    expect(await refusedMerge(far, [b], {}, owner)).toMatchObject({ code: "ILLEGAL_STATE" });
    await undo(mergeId);
  });

  it("never takes the last way to reach a client, or the value of a field that is required, by a choice", async () => {
    await changeSettings(owner, { requireEmail: true, phoneInsteadOfEmail: false });
    const [a, b] = [await addClient(owner), await addClient(owner)];
    await business.pool.query("update client set email = null where id = $1", [b]);
    expect(await refusedMerge(a, [b], { email: b })).toMatchObject({
      code: "BAD_USER_INPUT",
      fields: [{ path: "fields.email" }],
    });
    await merge(a, [b]);
    expect((await shown(a)).email).not.toBeNull();
  });

  it("proposes the fuller, then the newer, and never an empty value; hidden ones win or lose unseen [F134, F209]", async () => {
    const team = await addTeam(owner, "Este");
    const agent = await addPerson(owner, "AGENT", "Eva", [team]);
    const a = await addClient(owner, { name: "Gil", teamId: team, phone: null, newsletterStatus: "SUBSCRIBED" });
    const b = await addClient(owner, {
      name: "Panadería Gil",
      teamId: team,
      phone: "+50766120345",
      newsletterStatus: "UNSUBSCRIBED",
    });
    await addTask(owner, b);
    await changeSettings(owner, { hideContactDataFromAgents: true });
    const { fields, moves } = await preview(a, [b], agent.caller);
    const of = (key: string) => fields.find(({ field }) => field === key);
    expect(of("name")).toMatchObject({
      proposed: b,
      differs: true,
      values: [{ value: "Gil" }, { value: "Panadería Gil" }],
    });
    expect(of("email")).toMatchObject({ differs: true, values: [{ value: "•••" }, { value: "•••" }] });
    expect(of("phone")).toMatchObject({ proposed: b, differs: false, values: [{ value: null }, { value: "•••" }] });
    expect(of("newsletterStatus")).toMatchObject({ proposed: b });
    expect(moves).toContainEqual({ kind: "task", label: "1 tarea", count: 1 });
    const { client } = await merge(a, [b], { name: b }, agent.caller);
    expect(client).toMatchObject({ id: a, name: "Panadería Gil", email: "•••" });
    expect(await shown(a)).toMatchObject({ phone: "+50766120345", newsletterStatus: "UNSUBSCRIBED" });
    expect(JSON.stringify(await shown(a, agent.caller))).not.toMatch(/@|66120345/);
    await changeSettings(owner, { hideContactDataFromAgents: false });
  });
});

const preview = async (survivorId: string, otherIds: string[], caller = owner) =>
  (await caller.ok<{ mergePreview: Preview }>(PREVIEW, { input: { survivorId, otherIds } })).mergePreview;
/** What the row of a client says, whatever has become of it. */
const was = async (id: string) =>
  (await business.pool.query<{ email: string }>("select email from client where id = $1", [id])).rows[0] as {
    email: string;
  };
const setNewsletter = (clientId: string, listId: string, state: string) =>
  owner.ok(
    "mutation ($clientId: ID!, $listId: ID!, $state: NewsletterState!) { setNewsletterState(clientId: $clientId, listId: $listId, state: $state) { id } }",
    { clientId, listId, state },
  );
const addList = async (name: string, newsletter: boolean) =>
  (
    await owner.ok<{ createClientList: { id: string } }>(
      "mutation ($name: String!, $newsletter: Boolean) { createClientList(input: { name: $name, newsletter: $newsletter }) { id } }",
      { name, newsletter },
    )
  ).createClientList.id;
const addContact = async (clientId: string, input: object) =>
  (
    await owner.ok<{ addContact: { id: string } }>(
      "mutation ($clientId: ID!, $input: ContactInput!) { addContact(clientId: $clientId, input: $input) { id } }",
      { clientId, input },
    )
  ).addContact.id;
