import { expect, test } from "vitest";
import { page } from "vitest/browser";
import { render } from "../../../../test/render.tsx";
import { CustomFieldsPage } from "../CustomFieldsPage.tsx";

const field = (options: string[], version: number) => ({
  __typename: "CustomField",
  id: "f1",
  key: "level",
  label: "Level",
  type: "SELECT",
  options,
  required: false,
  searchable: false,
  position: 0,
  version,
});

const undone = { customField: field(["Gold", "Silver"], 5), restored: 11, skipped: 1 };
const refusal = (code: string, message: string, fields: { path: string; message: string }[] = []) => ({
  errors: [{ message, extensions: { code, fields } }],
});

const undo = () => ({ data: { undoRenameCustomFieldOption: { __typename: "UndoneRename", ...undone } } });
const usage = () => ({ data: { customFieldOptionUsage: 12 } });
const fields = () => ({ data: { customFields: [field(["Gold", "Silver"], 3)] } });

async function renameGold(answer: (variables: Record<string, unknown>) => object) {
  const answers = {
    CustomFields: fields,
    CustomFieldOptionUsage: usage,
    RenameCustomFieldOption: answer,
    UndoRenameCustomFieldOption: undo,
  };
  await render(<CustomFieldsPage />, { path: "/settings/fields?field=f1", answers });
  await page.getByRole("button", { name: "Rename “Gold”" }).click();
  await expect.element(page.getByText(/^12 clients have it/)).toBeVisible();
  await page.getByRole("textbox", { name: "New name" }).fill("Platinum");
  await page.getByRole("button", { name: "Rename", exact: true }).click();
}

test("says how many records an option has before and after it is renamed, and takes it back [F120][F121]", async () => {
  await renameGold((variables) => {
    expect(variables).toMatchObject({ from: "Gold", to: "Platinum", expectedVersion: 3 });
    const renamed = { customField: field(["Platinum", "Silver"], 4), affected: 12, savedFilters: 1, operationId: "o1" };
    return { data: { renameCustomFieldOption: { __typename: "RenamedOption", ...renamed } } };
  });
  await expect
    .element(page.getByText(/^“Gold” is now “Platinum” in 12 clients. And in 1 saved filter.$/))
    .toBeVisible();
  await expect.element(page.getByRole("button", { name: "Rename “Platinum”" })).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.element(page.getByText(/^11 clients have “Gold” again. 1 had changed/)).toBeVisible();
  await expect.element(page.getByRole("button", { name: "Rename “Gold”" })).toBeVisible();
});

test("refuses a name that another option has, beside it [F123]", async () => {
  await renameGold(() =>
    refusal("BAD_USER_INPUT", "Check", [{ path: "to", message: "There is already an option like this" }]),
  );
  await expect.element(page.getByText("There is already an option like this")).toBeVisible();
});

test("shows what somebody else made of the field meanwhile, and lets one choose [F122][F124]", async () => {
  await renameGold(() => refusal("CONFLICT", "Somebody else changed this record"));
  await expect.element(page.getByText(/It is now: Level · Choice · Gold, Silver/)).toBeVisible();
  await page.getByRole("button", { name: "Use theirs" }).click();
  await expect.element(page.getByText(/It is now:/)).not.toBeInTheDocument();
});
