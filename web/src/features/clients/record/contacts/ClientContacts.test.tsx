import { expect, test } from "vitest";
import { page } from "vitest/browser";
import { render } from "../../../../../test/render.tsx";
import { ClientContacts } from "./ClientContacts.tsx";

const contact = (own: object) => ({
  __typename: "Contact",
  id: "k1",
  name: "Luz Mora",
  email: "luz@perez.test",
  phone: null,
  position: "Buyer",
  primary: true,
  active: true,
  version: 2,
  ...own,
});
const answersWith = (contacts: object[]) => {
  const shown = () => ({ data: { client: { __typename: "Client", id: "c1", contacts } } });
  return { ClientContacts: shown };
};
const client = { id: "c1", viewerCan: { edit: true, seeContactData: true } };

test("shows who is at the client and who is the primary contact [F188][F190]", async () => {
  const gone = contact({ id: "k2", name: "Raúl", primary: false, active: false, email: null });
  await render(<ClientContacts client={client} />, { answers: answersWith([contact({}), gone]) });
  await expect.element(page.getByText("2 contacts")).toBeVisible();
  await expect.element(page.getByText("Primary", { exact: true })).toBeVisible();
  await expect.element(page.getByText("Inactive", { exact: true })).toBeVisible();
});

test("editing a contact sends what was changed alone [F189]", async () => {
  const sent: Record<string, unknown>[] = [];
  const save = (variables: Record<string, unknown>) => {
    sent.push(variables);
    return { data: { updateContact: contact({ position: "Manager", version: 3 }) } };
  };
  const answers = { ...answersWith([contact({})]), UpdateContact: save };
  await render(<ClientContacts client={client} />, { path: "/clients/c1?tab=contacts&contact=k1", answers });
  await page.getByRole("textbox", { name: "Position" }).fill("Manager");
  await page.getByRole("button", { name: "Save" }).click();
  await expect.poll(() => sent).toHaveLength(1);
  expect(sent[0]).toEqual({ id: "k1", expectedVersion: 2, input: { position: "Manager" } });
});

test("two values that somebody else changed too are asked in the order of the form, a phone as people write it", async () => {
  const theirs = contact({ position: "Director", phone: "+50769990000", version: 3 });
  let contacts = [contact({})];
  const read = () => answersWith(contacts).ClientContacts();
  const update = () => {
    contacts = [theirs];
    return { data: null, errors: [{ message: "Changed", extensions: { code: "CONFLICT" } }] };
  };
  const answers = { ClientContacts: read, UpdateContact: update };
  await render(<ClientContacts client={client} />, { path: "/clients/c1?tab=contacts&contact=k1", answers });
  await page.getByRole("textbox", { name: "Phone" }).fill("+507 6123-4567");
  await page.getByRole("textbox", { name: "Position" }).fill("Manager");
  await page.getByRole("button", { name: "Save" }).click();
  const choice = page.getByRole("dialog", { name: "Somebody else changed the same thing" });
  await expect.element(choice.getByRole("radio", { name: "Theirs: +507 6999 0000" })).toBeVisible();
  expect(
    choice
      .getByRole("radiogroup")
      .elements()
      .map((group) => group.textContent),
  ).toEqual([expect.stringContaining("Director"), expect.stringContaining("6999")]);
});

test("masked contact data are neither edited nor saved [F209]", async () => {
  const hidden = { id: "c1", viewerCan: { edit: true, seeContactData: false } };
  const answers = answersWith([contact({ email: "•••" })]);
  await render(<ClientContacts client={hidden} />, { path: "/clients/c1?contact=k1", answers });
  await expect.element(page.getByRole("textbox", { name: "Position" })).toBeVisible();
  await expect.element(page.getByRole("textbox", { name: "E-mail" })).not.toBeInTheDocument();
});
