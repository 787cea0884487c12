import { expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { type Answers, render } from "../../../../../test/render.tsx";
import { SignedIn } from "../../../../../test/signedIn.tsx";
import type { ClientRecord } from "../../clientValues.ts";
import { EditableProperty } from "./EditableProperty.tsx";

const record = {
  __typename: "Client",
  id: "c1",
  kind: "COMPANY",
  name: "Pérez",
  contactPerson: null,
  firstName: null,
  lastName: null,
  birthDate: null,
  gender: null,
  language: null,
  email: "hola@perez.test",
  phone: "+34600123456",
  mobile: null,
  whatsapp: null,
  website: null,
  status: "PROSPECT",
  customFields: {},
  taxProfile: { __typename: "TaxProfile", country: null },
  addresses: [],
  owner: null,
  team: null,
  tags: [],
  lists: [],
  version: 1,
  viewerCan: { __typename: "ClientAbilities", edit: true, delete: true, seeContactData: true },
} as unknown as ClientRecord;

/** The phone of a record; `theirs` is what somebody else made of it meanwhile. */
async function open(theirs: Partial<ClientRecord> | null = null) {
  const sent: unknown[] = [];
  const stored = theirs ? { ...record, ...theirs, version: 2 } : record;
  const update: Answers[string] = ({ input, expectedVersion }) => {
    sent.push(input);
    return expectedVersion === stored.version
      ? { data: { updateClient: { ...stored, ...(input as object), version: 3 } } }
      : { data: null, errors: [{ message: "Changed", extensions: { code: "CONFLICT" } }] };
  };
  const reread = () => ({ data: { client: stored } });
  const fields = () => ({ data: { customFields: [] } });
  await render(
    <SignedIn>
      <EditableProperty client={record} fieldKey="phone" />
    </SignedIn>,
    { answers: { UpdateClient: update, ClientPage: reread, CustomFields: fields } },
  );
  await expect.element(page.getByText("+34 600 12 34 56")).toBeVisible();
  await page.getByRole("button", { name: /^Change Landline/ }).click();
  return sent;
}
const field = () => page.getByRole("textbox", { name: /^Landline/ });

test("a phone is edited as people write it; who types nothing saves nothing", async () => {
  const sent = await open();
  await expect.element(field()).toHaveValue("+34 600 12 34 56");
  await userEvent.keyboard("{Enter}");
  await expect.poll(() => field().elements()).toEqual([]);
  expect(sent).toEqual([]);
});

test("what is typed is sent as it was typed", async () => {
  const sent = await open();
  await field().fill("+34 600 12 34 57");
  await userEvent.keyboard("{Enter}");
  await expect.poll(() => sent).toEqual([{ phone: "+34 600 12 34 57" }]);
});

test("Esc gives up", async () => {
  const sent = await open();
  await field().fill("1");
  await userEvent.keyboard("{Escape}");
  await expect.poll(() => field().elements()).toEqual([]);
  expect(sent).toEqual([]);
});

test("a colleague's number is offered, and going back to editing keeps what was typed", async () => {
  const sent = await open({ phone: "+34600999999" });
  await field().fill("+34 600 12 34 57");
  await userEvent.keyboard("{Enter}");
  await expect.element(page.getByRole("radio", { name: "Theirs: +34 600 99 99 99" })).toBeVisible();
  await page.getByRole("button", { name: "Back to editing" }).click();
  await expect.element(field()).toHaveValue("+34 600 12 34 57");
  expect(sent).toHaveLength(1);
});
