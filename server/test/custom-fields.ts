import type { Caller } from "./caller.ts";

let fields = 0;

/** Adds a choice of A and B, and answers its id. */
export async function addChoice(owner: Caller): Promise<string> {
  const { createCustomField } = await owner.ok<{ createCustomField: { id: string } }>(
    `mutation ($label: String!) { createCustomField(input: { label: $label, type: SELECT, options: ["A", "B"] }) { id } }`,
    { label: `Elección ${++fields}` },
  );
  return createCustomField.id;
}

/** Adds a choice, deletes it, and answers its id. */
export async function addDeletedChoice(owner: Caller): Promise<string> {
  const id = await addChoice(owner);
  await owner.ok("mutation ($id: ID!) { deleteCustomField(id: $id) }", { id });
  return id;
}

/** Renames an option of a new choice, and answers the operation that can be undone. */
export async function addRename(owner: Caller): Promise<string> {
  const { renameCustomFieldOption } = await owner.ok<{ renameCustomFieldOption: { operationId: string } }>(
    `mutation ($id: ID!) { renameCustomFieldOption(id: $id, from: "A", to: "C") { operationId } }`,
    { id: await addChoice(owner) },
  );
  return renameCustomFieldOption.operationId;
}
