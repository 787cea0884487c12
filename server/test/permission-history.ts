import type { Caller } from "./caller.ts";

type Operations = Record<string, [operation: string, variables?: () => Promise<object> | object]>;

/** Operations on figures and former values that are right in all but who calls them. */
export function historyOperations(owner: () => Caller, newClient: () => Promise<string>): Operations {
  const now = async () => ({ id: await newClient(), at: new Date().toISOString() });
  return {
    "Query.contacts": ["{ contacts { nodes { id client { id } } } }"],
    "Query.dashboard": ["{ dashboard { contacts { active } byOwner { clients } } }"],
    "Query.latestActivity": ["{ latestActivity(first: 5) { nodes { id client { id } } } }"],
    "Query.clientAsOf": ["query ($id: ID!, $at: DateTime!) { clientAsOf(id: $id, at: $at) }", now],
    "Query.clientThenAndNow": [
      "query ($id: ID!, $at: DateTime!) { clientThenAndNow(id: $id, at: $at) { field } }",
      now,
    ],
    "Query.clientFieldHistory": [
      `query ($id: ID!) { clientFieldHistory(id: $id, field: "name") { entryId } }`,
      async () => ({ id: await newClient() }),
    ],
    "Mutation.restoreClientField": [
      `mutation ($id: ID!, $entryId: ID!) { restoreClientField(clientId: $id, entryId: $entryId, field: "website") { id } }`,
      async () => {
        const id = await newClient();
        await owner().ok(
          `mutation ($id: ID!) { updateClient(id: $id, input: { website: "https://example.org" }) { id } }`,
          { id },
        );
        const { client } = await owner().ok<{ client: { timeline: { nodes: { id: string }[] } } }>(
          "query ($id: ID!) { client(id: $id) { timeline(first: 1, filter: { kinds: [CLIENT_EDITED] }) { nodes { id } } } }",
          { id },
        );
        return { id, entryId: client.timeline.nodes[0]?.id };
      },
    ],
  };
}
