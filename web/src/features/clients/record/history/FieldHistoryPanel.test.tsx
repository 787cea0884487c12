import { expect, test } from "vitest";
import { page } from "vitest/browser";
import { render } from "../../../../../test/render.tsx";
import type { ClientRecord } from "../../clientValues.ts";
import { FieldHistoryPanel } from "./FieldHistoryPanel.tsx";

const client = { __typename: "Client", id: "c1", version: 1, viewerCan: { edit: true } };
const revision = (entryId: string, before: string, after: string) => ({
  __typename: "FieldRevision",
  entryId,
  occurredAt: "2026-11-01T10:00:00Z",
  actor: null,
  change: { __typename: "FieldChange", field: "name", label: null, type: null, before, after },
});

const drawn = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));

/** The panel over a client that somebody saves while it is open; `theirs` is what that made of the field's history. */
async function open(theirs: object[]) {
  const sent: unknown[] = [];
  let history = [revision("e1", "First", "Second")] as object[];
  const restore = async ({ entryId, expectedVersion }: Record<string, unknown>) => {
    sent.push([entryId, expectedVersion]);
    // The browser takes the focus from what is disabled when it next draws.
    await drawn();
    if (expectedVersion === 2) return { data: { restoreClientField: { ...client, version: 3 } } };
    history = [...theirs, ...history];
    return { data: null, errors: [{ message: "Changed", extensions: { code: "CONFLICT" } }] };
  };
  const read = () => ({ data: { client: { ...client, version: 2 } } });
  const readHistory = () => ({ data: { clientFieldHistory: history } });
  await render(
    <FieldHistoryPanel client={client as unknown as ClientRecord} field="name" onClose={() => undefined} />,
    { answers: { RestoreClientField: restore, ClientPage: read, ClientFieldHistory: readHistory } },
  );
  await page.getByRole("button", { name: "Undo" }).click();
  return sent;
}

test("where somebody changed the same field meanwhile the person chooses, and theirs can stay", async () => {
  const sent = await open([revision("e2", "Second", "Third")]);
  await expect.element(page.getByRole("radio", { name: "Yours: First" })).toBeChecked();
  await page.getByRole("radio", { name: "Theirs: Third" }).click();
  await page.getByRole("button", { name: "Save the choice" }).click();
  await expect.poll(() => page.getByRole("radio").elements()).toEqual([]);
  expect(sent).toEqual([["e1", 1]]);
  expect(page.getByText("The field is back to what it was").elements()).toEqual([]);
});

test("a field is set back although somebody changed another one meanwhile", async () => {
  const sent = await open([]);
  await expect.element(page.getByText("The field is back to what it was")).toBeVisible();
  expect(document.activeElement).toBe(page.getByRole("button", { name: "Undo" }).element());
  expect(sent).toEqual([
    ["e1", 1],
    ["e1", 2],
  ]);
});
