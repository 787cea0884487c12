import { addApiKey, addClient, addPerson, addTeam, OWNER_EMAIL, startBusiness } from "./business.ts";
import type { Caller } from "./caller.ts";

/** Who is tried on every root field: `agent` is of the team that everything made here belongs to, `stranger` of another. */
export const names = ["anonymous", "agent", "stranger", "admin", "owner", "agentKey", "adminKey", "ownerKey"] as const;
export type Name = (typeof names)[number];

export let api: Awaited<ReturnType<typeof startBusiness>>;
export let callers: Record<Name, Caller>;
export let team: string;
export const emails: Partial<Record<Name, string>> = { owner: OWNER_EMAIL };

/** Starts a business with all of them. */
export async function startWorld(): Promise<void> {
  api = await startBusiness();
  const { owner } = api;
  team = await addTeam(owner, "A");
  const { users } = await owner.ok<{ users: { id: string }[] }>("{ users { id } }");
  await owner.ok(`mutation ($id: ID!, $teams: [ID!]) { updateUser(id: $id, input: { teamIds: $teams }) { id } }`, {
    id: users[0]?.id,
    teams: [team],
  });
  const agent = await addPerson(owner, "AGENT", "Ana", [team]);
  const stranger = await addPerson(owner, "AGENT", "Berta", [await addTeam(owner, "B")]);
  const admin = await addPerson(owner, "ADMIN", "Carla");
  Object.assign(emails, { agent: agent.email, stranger: stranger.email, admin: admin.email });
  callers = {
    anonymous: api.anonymous,
    agent: agent.caller,
    stranger: stranger.caller,
    admin: admin.caller,
    owner,
    agentKey: await addApiKey(owner, "AGENT"),
    adminKey: await addApiKey(owner, "ADMIN"),
    ownerKey: await addApiKey(owner, "OWNER"),
  };
  // The first use of a key is noted down; no later call of this test is.
  for (const name of names) await callers[name].ok("{ setUpState { needed } }");
}

/** After a field that ends sessions. */
export async function signInAgain(): Promise<void> {
  for (const [name, email] of Object.entries(emails)) callers[name as Name] = await api.signIn(email);
  api.owner = callers.owner;
}

let number = 0;
/** A number of its own for what must be unlike. */
export const next = (): number => ++number;
export const newClient = () => addClient(api.owner, { teamId: team });
export const newEntry = async () => {
  const { addTimelineEntry } = await api.owner.ok<{ addTimelineEntry: { id: string } }>(
    `mutation ($id: ID!) { addTimelineEntry(clientId: $id, input: { description: "Nota" }) { id } }`,
    { id: await newClient() },
  );
  return addTimelineEntry.id;
};
export const newList = async () => {
  const { createClientList } = await api.owner.ok<{ createClientList: { id: string } }>(
    "mutation ($name: String!) { createClientList(input: { name: $name, newsletter: true }) { id } }",
    { name: `Lista ${next()}` },
  );
  return createClientList.id;
};
export const newContact = async () => {
  const { addContact } = await api.owner.ok<{ addContact: { id: string } }>(
    `mutation ($id: ID!) { addContact(clientId: $id, input: { name: "Marta" }) { id } }`,
    { id: await newClient() },
  );
  return addContact.id;
};
export const newField = async () => {
  const { createCustomField } = await api.owner.ok<{ createCustomField: { id: string } }>(
    `mutation ($label: String!) { createCustomField(input: { label: $label, type: SELECT, options: ["A", "B"] }) { id } }`,
    { label: `Campo ${next()}` },
  );
  return createCustomField.id;
};
export const newRename = async () => {
  const { renameCustomFieldOption } = await api.owner.ok<{ renameCustomFieldOption: { operationId: string } }>(
    `mutation ($id: ID!) { renameCustomFieldOption(id: $id, from: "A", to: "C") { operationId } }`,
    { id: await newField() },
  );
  return renameCustomFieldOption.operationId;
};
export const newPerson = async () => {
  const { inviteUser } = await api.owner.ok<{ inviteUser: { user: { id: string } } }>(
    `mutation ($email: String!) { inviteUser(input: { name: "P", email: $email, role: AGENT }) { user { id } } }`,
    { email: `p${next()}@example.com` },
  );
  return inviteUser.user.id;
};

/** Bulk work that the owner did. */
export const newOperation = async () => {
  const { setClientsStatus } = await api.owner.ok<{ setClientsStatus: { operationId: string } }>(
    "mutation ($ids: [ID!]!) { setClientsStatus(selection: { ids: $ids }, status: CLIENT) { operationId } }",
    { ids: [await newClient()] },
  );
  return setClientsStatus.operationId;
};
