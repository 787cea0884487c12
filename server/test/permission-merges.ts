import type { Caller } from "./caller.ts";

type Operations = Record<string, [operation: string, variables?: () => Promise<object> | object]>;

/** Operations on clients that become one that are right in all but who calls them. */
export function mergeOperations(owner: () => Caller, newClient: () => Promise<string>): Operations {
  const two = async () => ({ input: { survivorId: await newClient(), otherIds: [await newClient()] } });
  const MERGE = "mutation ($input: MergeClientsInput!) { mergeClients(input: $input) { mergeId client { id } } }";
  const merged = async () => {
    const { mergeClients } = await owner().ok<{ mergeClients: { mergeId: string } }>(MERGE, await two());
    return { id: mergeClients.mergeId };
  };
  return {
    "Query.mergePreview": [
      "query ($input: MergeClientsInput!) { mergePreview(input: $input) { moves { count } } }",
      two,
    ],
    "Query.clientMerge": ["query ($id: ID!) { clientMerge(id: $id) { id left } }", merged],
    "Mutation.mergeClients": [MERGE, two],
    "Mutation.undoMerge": ["mutation ($id: ID!) { undoMerge(id: $id) { id } }", merged],
  };
}
