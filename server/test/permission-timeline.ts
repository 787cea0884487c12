import type { Caller } from "./caller.ts";

let number = 0;
const kind = () => ({ label: `Tipo ${++number}`, icon: "visit", color: "#1a73e8" });

/** The operations on manual entries, what they said before, and their kinds. */
export function timelineOperations(
  owner: () => Caller,
  newEntry: () => Promise<string>,
  newClient: () => Promise<string>,
): Record<string, [operation: string, variables?: () => Promise<object> | object]> {
  const newKind = async () => {
    const { createActivityKind } = await owner().ok<{ createActivityKind: { id: string } }>(
      "mutation ($input: ActivityKindInput!) { createActivityKind(input: $input) { id } }",
      { input: kind() },
    );
    return createActivityKind.id;
  };
  const newFile = async () => {
    const { text } = await owner().send({
      path: `/files/clients/${await newClient()}?name=a.txt`,
      method: "PUT",
      headers: { "x-requested-with": "test" },
      body: "x",
    });
    return (JSON.parse(text) as { id: string }).id;
  };
  return {
    "Mutation.deleteClientFile": [
      "mutation ($id: ID!) { deleteClientFile(id: $id) }",
      async () => ({ id: await newFile() }),
    ],
    "Mutation.restoreClientFile": [
      "mutation ($id: ID!) { restoreClientFile(id: $id) { id } }",
      async () => ({ id: await newFile() }),
    ],
    "Query.timelineEntry": [
      "query ($id: ID!) { timelineEntry(id: $id) { id } }",
      async () => ({ id: await newEntry() }),
    ],
    "Mutation.restoreTimelineEntry": [
      "mutation ($id: ID!) { restoreTimelineEntry(id: $id) { id } }",
      async () => ({ id: await deleted(owner(), await newEntry()) }),
    ],
    "Query.activityKinds": ["{ activityKinds { id } }"],
    "Mutation.createActivityKind": [
      "mutation ($input: ActivityKindInput!) { createActivityKind(input: $input) { id } }",
      () => ({ input: kind() }),
    ],
    "Mutation.updateActivityKind": [
      "mutation ($id: ID!, $input: ActivityKindInput!) { updateActivityKind(id: $id, input: $input) { id } }",
      async () => ({ id: await newKind(), input: kind() }),
    ],
    "Mutation.archiveActivityKind": [
      "mutation ($id: ID!) { archiveActivityKind(id: $id, archived: true) { id } }",
      async () => ({ id: await newKind() }),
    ],
    "Subscription.timelineEntryChanged": [
      `subscription ($id: ID!) { timelineEntryChanged(clientId: $id, since: "3:3:") { change } }`,
      async () => {
        const { restoreTimelineEntry } = await owner().ok<{ restoreTimelineEntry: { client: { id: string } } }>(
          "mutation ($id: ID!) { restoreTimelineEntry(id: $id) { client { id } } }",
          { id: await deleted(owner(), await newEntry()) },
        );
        return { id: restoreTimelineEntry.client.id };
      },
    ],
  };
}

/** An entry, once it is deleted. */
export async function deleted(owner: Caller, id: string): Promise<string> {
  await owner.ok("mutation ($id: ID!) { deleteTimelineEntry(id: $id) }", { id });
  return id;
}
