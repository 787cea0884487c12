import { expect, test } from "vitest";
import { page } from "vitest/browser";
import { type Answers, render } from "../../../../test/render.tsx";
import { CustomFieldsPage } from "../CustomFieldsPage.tsx";

const field = (options: string[], version: number, label = "Level") => ({
  __typename: "CustomField",
  id: "f1",
  key: "level",
  label,
  type: "SELECT",
  options,
  required: false,
  searchable: false,
  position: 0,
  version,
  deletedAt: null,
  deletedBy: null,
  purged: false,
  work: null,
});

const refusal = (code: string, message: string, fields: { path: string; message: string }[] = []) => ({
  errors: [{ message, extensions: { code, fields } }],
});
const undo = (options: string[]) => () => ({
  data: {
    undoRenameCustomFieldOption: {
      __typename: "UndoneRename",
      customField: field(options, 5),
      restored: 11,
      skipped: 1,
    },
  },
});
const changed = (name: string, options: string[], affected = 12) => ({
  data: {
    [name]: {
      __typename: "RenamedOption",
      customField: field(options, 4),
      affected,
      savedFilters: 1,
      operationId: "o1",
    },
  },
});

const settings = () => ({ data: { customFields: [field(["Gold", "Silver"], 3)], deletedCustomFields: [] } });
const theirs = () => ({ data: { customFields: [field(["Gold", "Silver", "Tin"], 4, "Rank")] } });
const open = (answers: Answers, filters = 0) => {
  const usage = () => ({ data: { customFieldOptionUsage: 12, customFieldOptionFilters: filters } });
  return render(<CustomFieldsPage />, {
    path: "/settings/fields?field=f1",
    answers: {
      CustomFieldSettings: settings,
      CustomFields: theirs,
      CustomFieldOptionUsage: usage,
      UndoRenameCustomFieldOption: undo(["Gold", "Silver"]),
      ...answers,
    },
  });
};
const newName = () => page.getByRole("textbox", { name: "New name" });
const options = () => page.getByRole("list", { name: "Options" }).getByRole("listitem");
async function renameGold(answer: (variables: Record<string, unknown>) => object) {
  await open({ RenameCustomFieldOption: answer });
  await page.getByRole("button", { name: "Rename “Gold”" }).click();
  await expect.element(page.getByText(/^12 clients have it/)).toBeVisible();
  await newName().fill("Platinum");
  await page.getByRole("button", { name: "Rename", exact: true }).click();
}
async function removeGold(answer: (variables: Record<string, unknown>) => object) {
  await open({ RemoveCustomFieldOption: answer }, 2);
  await page.getByRole("button", { name: "Remove the option Gold" }).click();
  await expect.element(page.getByText("12 clients have it. 2 saved filters name it.")).toBeVisible();
}
const remove = () => page.getByRole("button", { name: "Remove", exact: true });

test("says how many records an option has before and after it is renamed, and takes it back [F120][F121]", async () => {
  await renameGold((variables) => {
    expect(variables).toMatchObject({ from: "Gold", to: "Platinum", expectedVersion: 3 });
    return changed("renameCustomFieldOption", ["Platinum", "Silver"]);
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
  await expect.element(newName()).toHaveValue("Platinum");
});

test("tells what somebody else made of the field meanwhile beside the new name, which stays, and asks again [F122][F124]", async () => {
  const versions: unknown[] = [];
  await renameGold(({ expectedVersion }) => {
    versions.push(expectedVersion);
    return versions.length === 1
      ? refusal("CONFLICT", "Somebody else changed this record")
      : changed("renameCustomFieldOption", ["Platinum", "Silver", "Tin"]);
  });
  await expect.element(page.getByText(/It is now: Rank · Gold, Silver, Tin. Press again/)).toBeVisible();
  await expect.element(newName()).toHaveValue("Platinum");
  await page.getByRole("button", { name: "Rename", exact: true }).click();
  await expect.element(page.getByText(/^“Gold” is now “Platinum”/)).toBeVisible();
  expect(versions).toEqual([3, 4]);
  // What else they changed is still asked about, and what they added is there.
  await expect.element(page.getByRole("button", { name: "Use theirs" })).toBeVisible();
  expect(
    options()
      .elements()
      .map(({ textContent }) => textContent),
  ).toEqual(["Platinum", "Silver", "Tin"]);
});

test("gives clients and filters another option in place of one, what is typed besides stays, and back [F120][F121]", async () => {
  await removeGold((variables) => {
    expect(variables).toMatchObject({ option: "Gold", replacement: "Silver", expectedVersion: 3 });
    return changed("removeCustomFieldOption", ["Silver"]);
  });
  await remove().click();
  await expect.element(page.getByText("This is needed")).toBeVisible();
  await page.getByRole("combobox", { name: "Option in its place" }).selectOptions("Silver");
  await remove().click();
  await expect
    .element(page.getByText("“Gold” is gone: 12 clients have “Silver” now. And in 1 saved filter."))
    .toBeVisible();
  await page.getByRole("textbox", { name: "Options" }).fill("Bronze");
  await page.getByRole("button", { name: "Add" }).click();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.element(page.getByText(/^11 clients have “Gold” again/)).toBeVisible();
  expect(
    options()
      .elements()
      .map(({ textContent }) => textContent),
  ).toEqual(["Gold", "Silver", "Bronze"]);
});

test("leaves clients without an option where nothing takes its place [F121]", async () => {
  await removeGold((variables) => {
    expect(variables).toMatchObject({ option: "Gold", replacement: null });
    return changed("removeCustomFieldOption", ["Silver"]);
  });
  await page.getByRole("radio", { name: /^Nothing/ }).click();
  await remove().click();
  await expect.element(page.getByText(/^“Gold” is gone: 12 clients are left without it./)).toBeVisible();
});

test("says beside the choice why an option cannot go", async () => {
  await removeGold(() =>
    refusal("BAD_USER_INPUT", "Check", [{ path: "option", message: "The last option has to stay" }]),
  );
  await page.getByRole("radio", { name: /^Nothing/ }).click();
  await remove().click();
  await expect.element(page.getByRole("alert")).toHaveTextContent("The last option has to stay");
});
