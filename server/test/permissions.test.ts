import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createSchema } from "../src/schema.ts";
import { PASSWORD } from "./api.ts";
import { addApiKey, addClient, addTag, addTeam, dump, OWNER_EMAIL, setUpInput } from "./business.ts";
import { addChoice, addDeletedChoice, addRename } from "./custom-fields.ts";
import { historyOperations } from "./permission-history.ts";
import { mailOperations } from "./permission-mail.ts";
import { codes, matrix } from "./permission-matrix.ts";
import { mergeOperations } from "./permission-merges.ts";
import { taskOperations } from "./permission-tasks.ts";
import { deleted, timelineOperations } from "./permission-timeline.ts";
import { type Name, names, outcome, startWorld } from "./permission-world.ts";

let world: Awaited<ReturnType<typeof startWorld>>;
let api: typeof world.api;
let callers: typeof world.callers;
let emails: typeof world.emails;
let team: string;

beforeAll(async () => {
  world = await startWorld();
  ({ api, callers, emails, team } = world);
});
afterAll(() => api.stop());

let number = 0;
const newClient = () => addClient(api.owner, { teamId: team });
const newEntry = async () => {
  const { addTimelineEntry } = await api.owner.ok<{ addTimelineEntry: { id: string } }>(
    `mutation ($id: ID!) { addTimelineEntry(clientId: $id, input: { description: "Nota" }) { id } }`,
    { id: await newClient() },
  );
  return addTimelineEntry.id;
};
const newDeletedEntry = async () => deleted(api.owner, await newEntry());
const newList = async () => {
  const { createClientList } = await api.owner.ok<{ createClientList: { id: string } }>(
    "mutation ($name: String!) { createClientList(input: { name: $name, newsletter: true }) { id } }",
    { name: `Lista ${++number}` },
  );
  return createClientList.id;
};
const newContact = async () => {
  const { addContact } = await api.owner.ok<{ addContact: { id: string } }>(
    `mutation ($id: ID!) { addContact(clientId: $id, input: { name: "Marta" }) { id } }`,
    { id: await newClient() },
  );
  return addContact.id;
};
const newField = () => addChoice(api.owner);
const deletedField = () => addDeletedChoice(api.owner);
const newRename = () => addRename(api.owner);
const newPerson = async () => {
  const { inviteUser } = await api.owner.ok<{ inviteUser: { user: { id: string } } }>(
    `mutation ($email: String!) { inviteUser(input: { name: "P", email: $email, role: AGENT }) { user { id } } }`,
    { email: `p${++number}@example.com` },
  );
  return inviteUser.user.id;
};

/** Bulk work that the owner did. */
const newOperation = async () => {
  const { setClientsStatus } = await api.owner.ok<{ setClientsStatus: { operationId: string } }>(
    "mutation ($ids: [ID!]!) { setClientsStatus(selection: { ids: $ids }, status: CLIENT) { operationId } }",
    { ids: [await newClient()] },
  );
  return setClientsStatus.operationId;
};

/** An operation on each root field that is right in all but who calls it, and the ids it is about. */
const operations: Record<string, [operation: string, variables?: (name: Name) => Promise<object> | object]> = {
  "Query.viewer": ["{ viewer { role } }"],
  "Query.setUpState": ["{ setUpState { needed } }"],
  "Query.invitation": [`{ invitation(token: "none") { email } }`],
  "Query.client": ["query ($id: ID!) { client(id: $id) { id } }", async () => ({ id: await newClient() })],
  "Query.clients": ["{ clients { nodes { id } } }"],
  "Query.clientCount": ["{ clientCount }"],
  "Query.clientStats": ["{ clientStats { total } }"],
  "Query.clientFacets": ["{ clientFacets { cities { value } } }"],
  "Query.clientAudience": [
    "query ($id: ID!) { clientAudience(id: $id) { id } }",
    async () => ({ id: await newClient() }),
  ],
  "Query.clientDuplicates": [`{ clientDuplicates(input: { name: "Cliente" }) { field } }`],
  "Query.clientLists": ["{ clientLists { id clientCount } }"],
  "Query.customFields": ["{ customFields { id } }"],
  "Query.customFieldUsage": ["query ($id: ID!) { customFieldUsage(id: $id) }", async () => ({ id: await newField() })],
  "Query.deletedCustomFields": ["{ deletedCustomFields { id } }"],
  "Query.customFieldOptionUsage": [
    `query ($id: ID!) { customFieldOptionUsage(id: $id, option: "A") }`,
    async () => ({ id: await newField() }),
  ],
  "Query.customFieldOptionFilters": [
    `query ($id: ID!) { customFieldOptionFilters(id: $id, option: "A") }`,
    async () => ({ id: await newField() }),
  ],
  "Query.bulkOperation": [
    "query ($id: ID!) { bulkOperation(id: $id) { done } }",
    async () => ({ id: await newOperation() }),
  ],
  "Query.bulkResult": [
    "query ($id: ID!) { bulkResult(id: $id) { changed } }",
    async () => ({ id: await newOperation() }),
  ],
  "Query.myOperations": ["{ myOperations { id } }"],
  "Query.operations": ["{ operations { id } }"],
  "Query.savedFilters": ["{ savedFilters { id } }"],
  "Query.tags": ["{ tags { id } }"],
  "Query.users": ["{ users { id } }"],
  "Query.teams": ["{ teams { id } }"],
  "Query.settings": ["{ settings { locale } }"],
  "Query.apiKeys": ["{ apiKeys { id } }"],
  "Query.sessions": ["{ sessions { id } }"],
  "Mutation.setUp": [
    `mutation ($input: SetUpInput!) { setUp(token: "none", input: $input) { role } }`,
    () => ({ input: setUpInput }),
  ],
  "Mutation.signIn": [
    "mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { role } }",
    (name) => ({ email: emails[name] ?? emails.agent, password: PASSWORD }),
  ],
  "Mutation.acceptInvitation": [
    `mutation ($password: String!) { acceptInvitation(token: "none", password: $password) { role } }`,
    () => ({ password: PASSWORD }),
  ],
  "Mutation.signOut": ["mutation { signOut }"],
  "Mutation.signOutSession": [
    "mutation ($id: ID!) { signOutSession(id: $id) }",
    async () => {
      await api.signIn(OWNER_EMAIL);
      const { sessions } = await callers.owner.ok<{ sessions: { id: string; current: boolean }[] }>(
        "{ sessions { id current } }",
      );
      return { id: sessions.find(({ current }) => !current)?.id };
    },
  ],
  "Mutation.signOutEverywhere": ["mutation { signOutEverywhere }"],
  "Mutation.updateAccount": [
    `mutation { updateAccount(input: { locale: "es", clientList: { compact: false } }) { role } }`,
  ],
  "Mutation.changePassword": [
    "mutation ($password: String!) { changePassword(current: $password, next: $password) }",
    () => ({ password: PASSWORD }),
  ],
  "Mutation.createApiKey": [`mutation { createApiKey(input: { name: "K", role: AGENT }) { id } }`],
  "Mutation.revokeApiKey": [
    "mutation ($id: ID!) { revokeApiKey(id: $id) }",
    async () => ({ id: (await addApiKey(callers.admin, "AGENT")).keyId }),
  ],
  "Mutation.updateSettings": [`mutation { updateSettings(input: { currency: "USD" }) { currency } }`],
  "Mutation.inviteUser": [
    `mutation ($email: String!) { inviteUser(input: { name: "P", email: $email, role: AGENT }) { link } }`,
    () => ({ email: `p${++number}@example.com` }),
  ],
  "Mutation.renewInvitation": [
    "mutation ($id: ID!) { renewInvitation(userId: $id) { link } }",
    async () => ({ id: await newPerson() }),
  ],
  "Mutation.updateUser": [
    `mutation ($id: ID!) { updateUser(id: $id, input: { name: "Otra" }) { id } }`,
    async () => ({ id: await newPerson() }),
  ],
  "Mutation.createTeam": [
    "mutation ($name: String!) { createTeam(input: { name: $name }) { id } }",
    () => ({ name: `Equipo ${++number}` }),
  ],
  "Mutation.updateTeam": [
    "mutation ($id: ID!, $name: String!) { updateTeam(id: $id, input: { name: $name }) { id } }",
    async () => ({ id: await addTeam(api.owner, `Equipo ${++number}`), name: `Equipo ${++number}` }),
  ],
  "Mutation.deleteTeam": [
    "mutation ($id: ID!) { deleteTeam(id: $id) }",
    async () => ({ id: await addTeam(api.owner, `Equipo ${++number}`) }),
  ],
  "Mutation.createClient": [
    `mutation ($email: String!) { createClient(input: { name: "C", email: $email }) { id } }`,
    () => ({ email: `c${++number}@example.com` }),
  ],
  "Mutation.updateClient": [
    `mutation ($id: ID!) { updateClient(id: $id, input: { name: "Otro" }) { id } }`,
    async () => ({ id: await newClient() }),
  ],
  "Mutation.deleteClient": ["mutation ($id: ID!) { deleteClient(id: $id) }", async () => ({ id: await newClient() })],
  "Mutation.reactivateClient": [
    "mutation ($id: ID!) { reactivateClient(id: $id) { id } }",
    async () => ({ id: await addClient(api.owner, { teamId: team, status: "INACTIVE" }) }),
  ],
  "Mutation.setNewsletterState": [
    "mutation ($id: ID!, $list: ID!) { setNewsletterState(clientId: $id, listId: $list, state: SUBSCRIBED) { id } }",
    async () => ({ id: await newClient(), list: await newList() }),
  ],
  "Mutation.createClientList": [
    "mutation ($name: String!) { createClientList(input: { name: $name }) { id } }",
    () => ({ name: `Lista ${++number}` }),
  ],
  "Mutation.updateClientList": [
    "mutation ($id: ID!, $name: String!) { updateClientList(id: $id, input: { name: $name }) { id } }",
    async () => ({ id: await newList(), name: `Lista ${++number}` }),
  ],
  "Mutation.deleteClientList": [
    "mutation ($id: ID!) { deleteClientList(id: $id) }",
    async () => ({ id: await newList() }),
  ],
  "Mutation.addContact": [
    `mutation ($id: ID!) { addContact(clientId: $id, input: { name: "Marta" }) { id } }`,
    async () => ({ id: await newClient() }),
  ],
  "Mutation.updateContact": [
    `mutation ($id: ID!) { updateContact(id: $id, input: { name: "Otra" }) { id } }`,
    async () => ({ id: await newContact() }),
  ],
  "Mutation.setContactActive": [
    "mutation ($id: ID!) { setContactActive(id: $id, active: false) { id } }",
    async () => ({ id: await newContact() }),
  ],
  // While contact data is hidden from nobody, nobody has it revealed; see modules/reveal/reveal.test.ts.
  "Mutation.revealContactData": [
    `mutation ($id: ID!) { revealContactData(clientId: $id, reason: "Un motivo") { email } }`,
    async () => ({ id: await newClient() }),
  ],
  "Mutation.tagClients": [
    "mutation ($ids: [ID!]!, $tag: ID!) { tagClients(selection: { ids: $ids }, tagIds: [$tag]) { changed } }",
    async () => ({ ids: [await newClient()], tag: await addTag(api.owner, `Etiqueta ${++number}`) }),
  ],
  "Mutation.untagClients": [
    "mutation ($ids: [ID!]!, $tag: ID!) { untagClients(selection: { ids: $ids }, tagIds: [$tag]) { changed } }",
    async () => ({ ids: [await newClient()], tag: await addTag(api.owner, `Etiqueta ${++number}`) }),
  ],
  "Mutation.addClientsToList": [
    "mutation ($ids: [ID!]!, $list: ID!) { addClientsToList(selection: { ids: $ids }, listId: $list) { changed } }",
    async () => ({ ids: [await newClient()], list: await newList() }),
  ],
  "Mutation.removeClientsFromList": [
    "mutation ($ids: [ID!]!, $list: ID!) { removeClientsFromList(selection: { ids: $ids }, listId: $list) { changed } }",
    async () => ({ ids: [await newClient()], list: await newList() }),
  ],
  "Mutation.setClientsStatus": [
    "mutation ($ids: [ID!]!) { setClientsStatus(selection: { ids: $ids }, status: CLIENT) { changed } }",
    async () => ({ ids: [await newClient()] }),
  ],
  "Mutation.assignClients": [
    "mutation ($ids: [ID!]!) { assignClients(selection: { ids: $ids }, ownerId: null) { changed } }",
    async () => ({ ids: [await newClient()] }),
  ],
  "Mutation.deleteClients": [
    "mutation ($ids: [ID!]!) { deleteClients(selection: { ids: $ids }) { changed } }",
    async () => ({ ids: [await newClient()] }),
  ],
  "Mutation.undoOperation": [
    "mutation ($id: ID!) { undoOperation(id: $id) { changed } }",
    async () => ({ id: await newOperation() }),
  ],
  "Mutation.stopOperation": [
    "mutation ($id: ID!) { stopOperation(id: $id) }",
    async () => ({ id: await newOperation() }),
  ],
  "Mutation.saveFilter": [
    "mutation ($name: String!) { saveFilter(name: $name, filter: {}) { id } }",
    () => ({ name: `Filtro ${++number}` }),
  ],
  "Mutation.deleteSavedFilter": [
    "mutation ($id: ID!) { deleteSavedFilter(id: $id) }",
    async () => {
      const { saveFilter } = await api.owner.ok<{ saveFilter: { id: string } }>(
        "mutation ($name: String!) { saveFilter(name: $name, filter: {}, shared: true) { id } }",
        { name: `Filtro ${++number}` },
      );
      return { id: saveFilter.id };
    },
  ],
  "Mutation.mergeTags": [
    "mutation ($from: ID!, $into: ID!) { mergeTags(fromId: $from, intoId: $into) { moved } }",
    async () => ({
      from: await addTag(api.owner, `Etiqueta ${++number}`),
      into: await addTag(api.owner, `Etiqueta ${++number}`),
    }),
  ],
  "Mutation.createCustomField": [
    "mutation ($label: String!) { createCustomField(input: { label: $label, type: TEXT }) { id } }",
    () => ({ label: `Campo ${++number}` }),
  ],
  "Mutation.updateCustomField": [
    "mutation ($id: ID!, $label: String!) { updateCustomField(id: $id, input: { label: $label, type: SELECT }) { id } }",
    async () => ({ id: await newField(), label: `Campo ${++number}` }),
  ],
  "Mutation.reorderCustomFields": [
    "mutation ($ids: [ID!]!) { reorderCustomFields(ids: $ids) { id } }",
    async () => {
      const { customFields } = await api.owner.ok<{ customFields: { id: string }[] }>("{ customFields { id } }");
      return { ids: customFields.map(({ id }) => id) };
    },
  ],
  "Mutation.deleteCustomField": [
    "mutation ($id: ID!) { deleteCustomField(id: $id) }",
    async () => ({ id: await newField() }),
  ],
  "Mutation.renameCustomFieldOption": [
    `mutation ($id: ID!) { renameCustomFieldOption(id: $id, from: "A", to: "C") { affected } }`,
    async () => ({ id: await newField() }),
  ],
  "Mutation.removeCustomFieldOption": [
    `mutation ($id: ID!) { removeCustomFieldOption(id: $id, option: "A", replacement: "B") { affected } }`,
    async () => ({ id: await newField() }),
  ],
  "Mutation.restoreCustomField": [
    "mutation ($id: ID!) { restoreCustomField(id: $id) { id } }",
    async () => ({ id: await deletedField() }),
  ],
  "Mutation.purgeCustomField": [
    "mutation ($id: ID!) { purgeCustomField(id: $id) }",
    async () => ({ id: await deletedField() }),
  ],
  "Mutation.undoRenameCustomFieldOption": [
    "mutation ($id: ID!) { undoRenameCustomFieldOption(operationId: $id) { restored } }",
    async () => ({ id: await newRename() }),
  ],
  "Mutation.createTag": [
    "mutation ($name: String!) { createTag(input: { name: $name }) { id } }",
    () => ({ name: `Etiqueta ${++number}` }),
  ],
  "Mutation.updateTag": [
    "mutation ($id: ID!, $name: String!) { updateTag(id: $id, input: { name: $name }) { id } }",
    async () => ({ id: await addTag(api.owner, `Etiqueta ${++number}`), name: `Etiqueta ${++number}` }),
  ],
  "Mutation.deleteTag": [
    "mutation ($id: ID!) { deleteTag(id: $id) }",
    async () => ({ id: await addTag(api.owner, `Etiqueta ${++number}`) }),
  ],
  "Mutation.addTimelineEntry": [
    `mutation ($id: ID!) { addTimelineEntry(clientId: $id, input: { description: "Nota" }) { id } }`,
    async () => ({ id: await newClient() }),
  ],
  "Mutation.updateTimelineEntry": [
    `mutation ($id: ID!) { updateTimelineEntry(id: $id, input: { description: "Otra" }) { id } }`,
    async () => ({ id: await newEntry() }),
  ],
  "Mutation.deleteTimelineEntry": [
    "mutation ($id: ID!) { deleteTimelineEntry(id: $id) }",
    async () => ({ id: await newEntry() }),
  ],
  ...timelineOperations(() => api.owner, newEntry, newClient),
  ...mailOperations(() => api.owner, newPerson),
  ...historyOperations(() => api.owner, newClient),
  ...mergeOperations(() => api.owner, newClient),
  ...taskOperations(() => api.owner, newClient),
  "Subscription.timelineEntryAdded": [
    "subscription ($id: ID!) { timelineEntryAdded(clientId: $id) { id } }",
    async () => ({ id: await newClient() }),
  ],
};

/** Fields after which whoever called them signs in again. */
const endsSession = new Set(["signIn", "signOut", "signOutEverywhere", "changePassword"]);

async function signInAgain(name: Name): Promise<void> {
  const email = emails[name];
  if (email) callers[name] = await api.signIn(email);
  api.owner = callers.owner;
}

describe("who may call what [Q9] [Q10]", () => {
  it("lists every root field of the schema, and no other", async () => {
    const schema = await createSchema();
    const fields = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].flatMap((type) =>
      Object.keys(type?.getFields() ?? {}).map((field) => `${type?.name}.${field}`),
    );
    expect(Object.keys(matrix).sort(), "rows of permission-matrix.ts").toEqual(fields.sort());
    expect(Object.keys(operations).sort(), "operations of this file and the permission-*.ts beside it").toEqual(fields);
  });

  it.each(Object.entries(matrix))("%s", async (field, row) => {
    const tried = operations[field];
    if (!tried)
      throw new Error(`Neither permissions.test.ts nor a permission-*.ts beside it has an operation on ${field}`);
    const [operation, variables] = tried;
    const found: Partial<Record<Name, string>> = {};
    const letters = row.split(" ");
    const refused = names.filter((_, index) => (letters[index] as string) in codes);
    // Whoever is refused leaves all as it was for the next one.
    if (refused[0]) {
      const given = (await variables?.(refused[0])) ?? {};
      const before = await dump(api.pool);
      for (const name of refused) {
        const letter = await outcome(world, field, name, operation, given);
        found[name] = letter;
        if (!(letter in codes)) continue;
        const after = await dump(api.pool);
        for (const table of Object.keys(before)) {
          expect(after[table], `${table} after ${field} was denied to ${name}`).toBe(before[table]);
        }
      }
    }
    for (const name of names.filter((name) => !refused.includes(name))) {
      found[name] = await outcome(world, field, name, operation, (await variables?.(name)) ?? {});
      if (endsSession.has(field.split(".")[1] as string)) await signInAgain(name);
    }
    expect(names.map((name) => found[name]).join(" ")).toBe(row);
  });
});

describe("what belongs to another team answers like what does not exist [Q11]", () => {
  const missing = "01900000-0000-7000-8000-000000000000";
  const malformed = "nothing";
  it.each([
    ["Query.client", newClient],
    ["Mutation.updateClient", newClient],
    ["Mutation.deleteClient", newClient],
    ["Query.clientAudience", newClient],
    ["Query.clientFieldHistory", newClient],
    ["Mutation.reactivateClient", newClient],
    ["Mutation.addContact", newClient],
    ["Mutation.updateContact", newContact],
    ["Mutation.setContactActive", newContact],
    ["Mutation.addTimelineEntry", newClient],
    ["Mutation.updateTimelineEntry", newEntry],
    ["Mutation.deleteTimelineEntry", newEntry],
    ["Mutation.restoreTimelineEntry", newDeletedEntry],
  ])("%s", async (field, make) => {
    const [operation] = operations[field] as (typeof operations)[string];
    const [foreign, absent, unfit] = await Promise.all(
      [await make(), missing, malformed].map((id) => callers.stranger.gql(operation, { id })),
    );
    expect(foreign?.text).toBe(absent?.text);
    expect(foreign?.text).toBe(unfit?.text);
    expect(foreign?.status).toBe(absent?.status);
  });

  it.each([missing, malformed, "foreign"])("Subscription.timelineEntryAdded of %s", async (id) => {
    const socket = callers.stranger.socket();
    const { ended } = await socket.subscribe(operations["Subscription.timelineEntryAdded"]?.[0] as string, {
      id: id === "foreign" ? await newClient() : id,
    });
    expect(await ended).toEqual([{ message: "No existe o ya no puedes verlo", extensions: { code: "NOT_FOUND" } }]);
    await socket.close();
  });

  it("a person's own session is not another's to end", async () => {
    const { sessions } = await callers.owner.ok<{ sessions: { id: string }[] }>("{ sessions { id } }");
    const end = "mutation ($id: ID!) { signOutSession(id: $id) }";
    const foreign = await callers.admin.gql(end, { id: sessions[0]?.id });
    expect(foreign.text).toBe((await callers.admin.gql(end, { id: missing })).text);
  });
});
