import { expect, test } from "vitest";
import { page } from "vitest/browser";
import { render } from "../../../../test/render.tsx";
import { CustomFieldsPage } from "../CustomFieldsPage.tsx";

const field = (id: string, label: string, rest: object = {}) => ({
  __typename: "CustomField",
  id,
  key: id,
  label,
  type: "TEXT",
  options: [],
  required: false,
  searchable: true,
  position: 0,
  version: 1,
  deletedAt: null,
  deletedBy: null,
  purged: false,
  work: null,
  ...rest,
});
const work = (done: number) => ({ work: { __typename: "CustomFieldWork", done, total: 4000 } });
const gone = {
  deletedAt: "2026-11-01T10:00:00Z",
  deletedBy: { __typename: "User", id: "u1", name: "Ana" },
};

test("says how far the search box is with a field, and asks on until it is done", async () => {
  let asked = 0;
  const settings = () => {
    asked += 1;
    const left = asked < 3 ? work(asked * 1000) : {};
    return { data: { customFields: [field("f1", "Notes", left)], deletedCustomFields: [] } };
  };
  await render(<CustomFieldsPage />, { answers: { CustomFieldSettings: settings } });
  await expect.element(page.getByText("Updating search: 1,000 of 4,000 clients")).toBeVisible();
  await expect.element(page.getByRole("progressbar", { name: /2,000 of 4,000/ })).toBeVisible();
  await expect.element(page.getByText(/Updating search/)).not.toBeInTheDocument();
  await expect.element(page.getByText("Notes")).toBeVisible();
});

test("a deleted field comes back, or says beside itself why it cannot [F119]", async () => {
  let refused = true;
  const settings = () => ({
    data: refused
      ? { customFields: [field("f1", "Notes")], deletedCustomFields: [field("f2", "Notes", gone)] }
      : { customFields: [field("f1", "Notes"), field("f2", "Notes 2")], deletedCustomFields: [] },
  });
  const fields = [{ path: "label", message: "That name is taken" }];
  const refusal = { errors: [{ message: "Check", extensions: { code: "BAD_USER_INPUT", fields } }] };
  const restore = () => (refused ? refusal : { data: { restoreCustomField: field("f2", "Notes 2") } });
  const usage = () => ({ data: { customFieldUsage: 312 } });
  await render(<CustomFieldsPage />, {
    answers: { CustomFieldSettings: settings, CustomFieldUsage: usage, RestoreCustomField: restore },
  });
  const row = page.getByRole("region", { name: "1 deleted field" }).getByRole("listitem");
  await expect.element(row.getByText("Text · 312 clients have a value in it")).toBeVisible();
  await expect.element(row.getByText(/^Deleted by Ana · /)).toBeVisible();
  await page.getByRole("button", { name: "Restore Notes" }).click();
  await expect.element(row.getByRole("alert")).toHaveTextContent("That name is taken");
  refused = false;
  await page.getByRole("button", { name: "Restore Notes" }).click();
  await expect.element(page.getByText("Field restored: Notes")).toBeVisible();
  await expect.element(row).not.toBeInTheDocument();
});

test("a field goes for good only once its name is typed, and tells how far that is [F119]", async () => {
  let left: number | null = null;
  const settings = () => {
    if (left !== null) left -= 1;
    const rest = left === null ? gone : { ...gone, purged: true, ...work(4000 - 1000 * left) };
    const deletedCustomFields = left === 0 ? [] : [field("f2", "Ámbito", rest)];
    return { data: { customFields: [], deletedCustomFields } };
  };
  const usage = () => ({ data: { customFieldUsage: 4000 } });
  const purge = () => {
    left = 4;
    return { data: { purgeCustomField: true } };
  };
  await render(<CustomFieldsPage />, {
    answers: { CustomFieldSettings: settings, CustomFieldUsage: usage, PurgeCustomField: purge },
  });
  await page.getByRole("button", { name: "Actions for Ámbito" }).click();
  await page.getByRole("menuitem", { name: "Erase for good" }).click();
  await expect.element(page.getByText(/^4,000 clients lose what they have in it./)).toBeVisible();
  const erase = page.getByRole("button", { name: "Erase for good" });
  await erase.click();
  await expect.element(page.getByText("That is not the name of the field: Ámbito")).toBeVisible();
  await page.getByRole("textbox", { name: "Type the name of the field" }).fill("ambito");
  await erase.click();
  await expect.element(page.getByText("Erasing for good: Ámbito")).toBeVisible();
  await expect.element(page.getByRole("progressbar", { name: /Erasing its values/ })).toBeVisible();
  await expect.element(page.getByRole("progressbar")).not.toBeInTheDocument();
  await expect.element(page.getByText("You have no fields of your own yet")).toBeVisible();
});
