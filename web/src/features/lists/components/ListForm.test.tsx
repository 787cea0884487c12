import { expect, test } from "vitest";
import { page } from "vitest/browser";
import { render } from "../../../../test/render.tsx";
import { ListForm } from "./ListForm.tsx";

test("makes a list that is a newsletter [F115][F116]", async () => {
  const sent: Record<string, unknown>[] = [];
  const create = (variables: Record<string, unknown>) => {
    sent.push(variables);
    const made = { __typename: "ClientList", id: "l1", name: "News", newsletter: true, clientCount: 0 };
    return { data: { createClientList: made } };
  };
  let closed = false;
  const onClose = () => {
    closed = true;
  };
  await render(<ListForm list={undefined} onClose={onClose} />, { answers: { AddClientList: create } });
  await page.getByRole("textbox", { name: "Name" }).fill("News");
  await page.getByRole("switch", { name: "Newsletter" }).click();
  await page.getByRole("button", { name: "Create list" }).click();
  await expect.poll(() => closed).toBe(true);
  expect(sent).toEqual([{ input: { name: "News", newsletter: true } }]);
});
