import { PASSWORD } from "./api.ts";
import { addApiKey, addClient, addTag, addTeam, OWNER_EMAIL, setUpInput } from "./business.ts";
import { workOperations } from "./permission-work.ts";
import {
  api,
  callers,
  emails,
  type Name,
  newClient,
  newContact,
  newEntry,
  newField,
  newList,
  newOperation,
  newPerson,
  newRename,
  next,
  team,
} from "./permission-world.ts";

/** An operation on each root field that is right in all but who calls it, and the ids it is about. */
export const operations: Record<string, [operation: string, variables?: (name: Name) => Promise<object> | object]> = {
  "Query.viewer": ["{ viewer { role } }"],
  "Query.setUpState": ["{ setUpState { needed } }"],
  "Query.invitation": [`{ invitation(token: "none") { email } }`],
  "Query.client": ["query ($id: ID!) { client(id: $id) { id } }", async () => ({ id: await newClient() })],
  "Query.clients": ["{ clients { nodes { id } } }"],
  "Query.clientCount": ["{ clientCount }"],
  "Query.clientStats": ["{ clientStats { total } }"],
  "Query.contacts": ["{ contacts { nodes { id client { id } } } }"],
  "Query.clientAsOf": [
    "query ($id: ID!, $at: DateTime!) { clientAsOf(id: $id, at: $at) }",
    async () => ({ id: await newClient(), at: new Date().toISOString() }),
  ],
  "Query.clientThenAndNow": [
    "query ($id: ID!, $at: DateTime!) { clientThenAndNow(id: $id, at: $at) { field } }",
    async () => ({ id: await newClient(), at: new Date().toISOString() }),
  ],
  "Query.clientFieldHistory": [
    `query ($id: ID!) { clientFieldHistory(id: $id, field: "name") { entryId } }`,
    async () => ({ id: await newClient() }),
  ],
  "Mutation.restoreClientField": [
    `mutation ($id: ID!, $entryId: ID!) { restoreClientField(clientId: $id, entryId: $entryId, field: "website") { id } }`,
    async () => {
      const id = await newClient();
      await api.owner.ok(
        `mutation ($id: ID!) { updateClient(id: $id, input: { website: "https://example.org" }) { id } }`,
        { id },
      );
      const { client } = await api.owner.ok<{ client: { timeline: { nodes: { id: string }[] } } }>(
        "query ($id: ID!) { client(id: $id) { timeline(first: 1, filter: { kinds: [CLIENT_EDITED] }) { nodes { id } } } }",
        { id },
      );
      return { id, entryId: client.timeline.nodes[0]?.id };
    },
  ],
  "Query.dashboard": ["{ dashboard { contacts { active } byOwner { clients } } }"],
  "Query.latestActivity": ["{ latestActivity(first: 5) { nodes { id client { id } } } }"],
  "Query.clientFacets": ["{ clientFacets { cities { value } } }"],
  "Query.clientAudience": [
    "query ($id: ID!) { clientAudience(id: $id) { id } }",
    async () => ({ id: await newClient() }),
  ],
  "Query.clientDuplicates": [`{ clientDuplicates(input: { name: "Cliente" }) { field } }`],
  "Query.clientLists": ["{ clientLists { id clientCount } }"],
  "Query.customFields": ["{ customFields { id } }"],
  "Query.customFieldUsage": ["query ($id: ID!) { customFieldUsage(id: $id) }", async () => ({ id: await newField() })],
  "Query.customFieldOptionUsage": [
    `query ($id: ID!) { customFieldOptionUsage(id: $id, option: "A") }`,
    async () => ({ id: await newField() }),
  ],
  "Query.bulkOperation": [
    "query ($id: ID!) { bulkOperation(id: $id) { done } }",
    async () => ({ id: await newOperation() }),
  ],
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
    async () => ({ id: (await addApiKey(api.owner, "AGENT")).keyId }),
  ],
  "Mutation.updateSettings": [`mutation { updateSettings(input: { currency: "USD" }) { currency } }`],
  "Mutation.inviteUser": [
    `mutation ($email: String!) { inviteUser(input: { name: "P", email: $email, role: AGENT }) { link } }`,
    () => ({ email: `p${next()}@example.com` }),
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
    () => ({ name: `Equipo ${next()}` }),
  ],
  "Mutation.updateTeam": [
    "mutation ($id: ID!, $name: String!) { updateTeam(id: $id, input: { name: $name }) { id } }",
    async () => ({ id: await addTeam(api.owner, `Equipo ${next()}`), name: `Equipo ${next()}` }),
  ],
  "Mutation.deleteTeam": [
    "mutation ($id: ID!) { deleteTeam(id: $id) }",
    async () => ({ id: await addTeam(api.owner, `Equipo ${next()}`) }),
  ],
  "Mutation.createClient": [
    `mutation ($email: String!) { createClient(input: { name: "C", email: $email }) { id } }`,
    () => ({ email: `c${next()}@example.com` }),
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
    () => ({ name: `Lista ${next()}` }),
  ],
  "Mutation.updateClientList": [
    "mutation ($id: ID!, $name: String!) { updateClientList(id: $id, input: { name: $name }) { id } }",
    async () => ({ id: await newList(), name: `Lista ${next()}` }),
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
    async () => ({ ids: [await newClient()], tag: await addTag(api.owner, `Etiqueta ${next()}`) }),
  ],
  "Mutation.untagClients": [
    "mutation ($ids: [ID!]!, $tag: ID!) { untagClients(selection: { ids: $ids }, tagIds: [$tag]) { changed } }",
    async () => ({ ids: [await newClient()], tag: await addTag(api.owner, `Etiqueta ${next()}`) }),
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
    () => ({ name: `Filtro ${next()}` }),
  ],
  "Mutation.deleteSavedFilter": [
    "mutation ($id: ID!) { deleteSavedFilter(id: $id) }",
    async () => {
      const { saveFilter } = await api.owner.ok<{ saveFilter: { id: string } }>(
        "mutation ($name: String!) { saveFilter(name: $name, filter: {}, shared: true) { id } }",
        { name: `Filtro ${next()}` },
      );
      return { id: saveFilter.id };
    },
  ],
  "Mutation.mergeTags": [
    "mutation ($from: ID!, $into: ID!) { mergeTags(fromId: $from, intoId: $into) { moved } }",
    async () => ({
      from: await addTag(api.owner, `Etiqueta ${next()}`),
      into: await addTag(api.owner, `Etiqueta ${next()}`),
    }),
  ],
  "Mutation.createCustomField": [
    "mutation ($label: String!) { createCustomField(input: { label: $label, type: TEXT }) { id } }",
    () => ({ label: `Campo ${next()}` }),
  ],
  "Mutation.updateCustomField": [
    "mutation ($id: ID!, $label: String!) { updateCustomField(id: $id, input: { label: $label, type: SELECT }) { id } }",
    async () => ({ id: await newField(), label: `Campo ${next()}` }),
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
  "Mutation.undoRenameCustomFieldOption": [
    "mutation ($id: ID!) { undoRenameCustomFieldOption(operationId: $id) { restored } }",
    async () => ({ id: await newRename() }),
  ],
  "Mutation.createTag": [
    "mutation ($name: String!) { createTag(input: { name: $name }) { id } }",
    () => ({ name: `Etiqueta ${next()}` }),
  ],
  "Mutation.updateTag": [
    "mutation ($id: ID!, $name: String!) { updateTag(id: $id, input: { name: $name }) { id } }",
    async () => ({ id: await addTag(api.owner, `Etiqueta ${next()}`), name: `Etiqueta ${next()}` }),
  ],
  "Mutation.deleteTag": [
    "mutation ($id: ID!) { deleteTag(id: $id) }",
    async () => ({ id: await addTag(api.owner, `Etiqueta ${next()}`) }),
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
  ...workOperations(() => api.owner, newClient),
  "Subscription.timelineEntryAdded": [
    "subscription ($id: ID!) { timelineEntryAdded(clientId: $id) { id } }",
    async () => ({ id: await newClient() }),
  ],
};
