import { useState } from "react";
import { expect, test } from "vitest";
import { page } from "vitest/browser";
import { z } from "zod";
import { render } from "../../test/render.tsx";
import { TextInput } from "../form/TextInput.tsx";
import { leavesParameter } from "../form/unsaved.ts";
import { useRulesForm } from "../form/useRulesForm.ts";
import { EditForm } from "./EditForm.tsx";
import { EditPanel } from "./EditPanel.tsx";

interface Item {
  id: string;
  name: string;
}
const rules = z.object({ name: z.string().min(1, "errors.required") });

function ItemForm({ item, save, onClose }: { item: Item | undefined; save: () => void; onClose: () => void }) {
  const defaultValues = { name: item?.name ?? "" };
  const form = useRulesForm({ rules, defaultValues, leaves: leavesParameter("edit") });
  return (
    <EditForm
      form={form}
      label="Item"
      save={async () => save()}
      saved="Item saved"
      submitLabel="Save"
      onClose={onClose}
      actions={<button type="button">Archive</button>}
    >
      <TextInput name="name" label="Name" />
    </EditForm>
  );
}

function World({ saves }: { saves: string[] }) {
  const [items, setItems] = useState<Item[]>([{ id: "1", name: "One" }]);
  return (
    <>
      <button type="button" onClick={() => setItems([])}>
        Somebody deletes all
      </button>
      <EditPanel parameter="edit" records={items} titleOf={(item) => (item ? `Edit ${item.name}` : "New item")}>
        {(item, close) => <ItemForm item={item} save={() => saves.push(item?.id ?? "new")} onClose={close} />}
      </EditPanel>
    </>
  );
}

async function open(path: string) {
  const saves: string[] = [];
  const { router } = await render(<World saves={saves} />, { path });
  return { saves, search: () => router.state.location.search };
}
const panel = page.getByRole("dialog");

test("the address opens a record or a new one, with its ways below the fields; saved, it says so and closes", async () => {
  const { saves, search } = await open("/?edit=1&q=a");
  await expect.element(panel).toHaveAccessibleName("Edit One");
  await expect.element(page.getByRole("button", { name: "Archive" })).toBeVisible();
  await page.getByRole("button", { name: "Save" }).click();
  await expect.poll(search).toBe("?q=a");
  await expect.element(page.getByText("Item saved")).toBeVisible();
  expect(saves).toEqual(["1"]);
});

test("an address that names no record opens nothing", async () => {
  await open("/?edit=unknown");
  expect(panel.elements()).toEqual([]);
});

test("a record that leaves the list while it is edited stays in its panel, with what was typed", async () => {
  const { saves } = await open("/?edit=1");
  await page.getByLabelText("Name").fill("Mine");
  (page.getByText("Somebody deletes all").element() as HTMLElement).click();
  await expect.element(page.getByLabelText("Name")).toHaveValue("Mine");
  await page.getByRole("button", { name: "Save" }).click();
  await expect.poll(() => saves).toEqual(["1"]);
});

test("closing asks before something typed is lost", async () => {
  const { search } = await open("/?edit=new");
  await page.getByLabelText("Name").fill("Mine");
  await page.getByRole("button", { name: "Close" }).click();
  await expect.element(page.getByRole("alertdialog")).toBeVisible();
  expect(search()).toBe("?edit=new");
});
