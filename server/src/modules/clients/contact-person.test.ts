import { afterAll, beforeAll, expect, it } from "vitest";
import { addClient, changeSettings, startBusiness } from "../../../test/business.ts";
import type { Caller } from "../../../test/caller.ts";

let api: Awaited<ReturnType<typeof startBusiness>>;
let owner: Caller;
beforeAll(async () => {
  api = await startBusiness();
  owner = api.owner;
  await changeSettings(owner, { requireEmail: false });
});
afterAll(() => api.stop());

interface Shown {
  contactPerson: string | null;
  contacts: { name: string; primary: boolean; active: boolean; email: string | null }[];
}
async function shown(id: string): Promise<Shown & { found: boolean }> {
  const { client } = await owner.ok<{ client: Shown }>(
    "query ($id: ID!) { client(id: $id) { contactPerson contacts { name primary active email } } }",
    { id },
  );
  const { clients } = await owner.ok<{ clients: { nodes: { id: string; contactPerson: string | null }[] } }>(
    "query ($search: String) { clients(filter: { search: $search }) { nodes { id contactPerson } } }",
    { search: client.contactPerson ?? "nadie" },
  );
  const row = clients.nodes.find((node) => node.id === id);
  return { ...client, found: row?.contactPerson === client.contactPerson };
}
const setPerson = (id: string, contactPerson: string | null) =>
  owner.ok("mutation ($id: ID!, $input: UpdateClientInput!) { updateClient(id: $id, input: $input) { id } }", {
    id,
    input: { contactPerson },
  });
const addContact = async (id: string, input: object) =>
  (
    await owner.ok<{ addContact: { id: string } }>(
      "mutation ($id: ID!, $input: ContactInput!) { addContact(clientId: $id, input: $input) { id } }",
      { id, input },
    )
  ).addContact.id;
const contact = (name: string, more: object = {}) => ({ name, primary: false, active: true, email: null, ...more });

it("the contact person of a new client is its primary contact, and a corrected name is still theirs [F188]", async () => {
  const id = await addClient(owner, { contactPerson: "Ana Peres" });
  expect(await shown(id)).toEqual({
    contactPerson: "Ana Peres",
    found: true,
    contacts: [contact("Ana Peres", { primary: true })],
  });
  await setPerson(id, "Ana Pérez");
  expect(await shown(id)).toMatchObject({
    contactPerson: "Ana Pérez",
    contacts: [contact("Ana Pérez", { primary: true })],
  });
});

it("another name never takes over somebody's address: who is called so is the primary contact, or becomes one [F188]", async () => {
  const id = await addClient(owner);
  await addContact(id, { name: "Marta", email: "marta@example.org" });
  expect(await shown(id)).toMatchObject({ contactPerson: "Marta", found: true });
  await setPerson(id, "Luis");
  expect(await shown(id)).toEqual({
    contactPerson: "Luis",
    found: true,
    contacts: [contact("Luis", { primary: true }), contact("Marta", { email: "marta@example.org" })],
  });
  await setPerson(id, "MARTA");
  expect((await shown(id)).contacts).toEqual([
    contact("MARTA", { primary: true, email: "marta@example.org" }),
    contact("Luis"),
  ]);
});

it("the record says at once who the contacts say it is, whichever way that changes [F190][F192]", async () => {
  const id = await addClient(owner, { contactPerson: "Ana" });
  const eva = await addContact(id, { name: "Eva", primary: true });
  expect(await shown(id)).toMatchObject({ contactPerson: "Eva", found: true });
  await owner.ok('mutation ($id: ID!) { updateContact(id: $id, input: { name: "Eva Ruiz" }) { id } }', { id: eva });
  expect(await shown(id)).toMatchObject({ contactPerson: "Eva Ruiz", found: true });
  await owner.ok("mutation ($id: ID!) { setContactActive(id: $id, active: false) { id } }", { id: eva });
  expect(await shown(id)).toMatchObject({ contactPerson: "Ana", found: true });
  await setPerson(id, null);
  expect(await shown(id)).toMatchObject({ contactPerson: null });
  await setPerson(id, "Eva Ruiz");
  expect((await shown(id)).contacts[0]).toEqual(contact("Eva Ruiz", { primary: true }));
});

it("one edit of the record is one version and one entry about it; a change by its contacts is seen by who edits it", async () => {
  const id = await addClient(owner, { contactPerson: "Ana" });
  const versionOf = async () =>
    (await owner.ok<{ client: { version: number } }>("query ($id: ID!) { client(id: $id) { version } }", { id })).client
      .version;
  const before = await versionOf();
  await owner.ok(
    'mutation ($id: ID!) { updateClient(id: $id, input: { name: "Otro", contactPerson: "Eva" }) { id } }',
    { id },
  );
  expect(await versionOf()).toBe(before + 1);
  const { rows } = await api.pool.query(
    "select data -> 'changes' as changes from timeline_entry where client_id = $1 and kind = 'CLIENT_EDITED'",
    [id],
  );
  expect(rows).toMatchObject([{ changes: { contact_person: ["Ana", "Eva"] } }]);
  await addContact(id, { name: "Luis", primary: true });
  expect(await versionOf()).toBe(before + 2);
});
