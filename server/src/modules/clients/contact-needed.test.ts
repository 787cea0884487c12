import { afterAll, beforeAll, expect, test } from "vitest";
import { addClient, CREATE_CLIENT, changeSettings, startBusiness } from "../../../test/business.ts";
import type { Caller } from "../../../test/caller.ts";

let api: Awaited<ReturnType<typeof startBusiness>>;
let owner: Caller;

beforeAll(async () => {
  api = await startBusiness();
  owner = api.owner;
  await changeSettings(owner, { country: "PA" });
});
afterAll(() => api.stop());

const update = (id: string, input: object) =>
  owner.ok("mutation ($id: ID!, $input: UpdateClientInput!) { updateClient(id: $id, input: $input) { id } }", {
    id,
    input,
  });

test("a person must give an e-mail or a phone, or the e-mail where phones will not do [F3]", async () => {
  const refused = (message: string) => ({ code: "BAD_USER_INPUT", fields: [{ path: "email", message }] });
  expect(await owner.refused(CREATE_CLIENT, { input: { name: "Sin nada" } })).toMatchObject(
    refused("Pon un correo o un teléfono"),
  );
  for (const way of [{ phone: "212-1234" }, { mobile: "6123-4567" }, { whatsapp: "6123-4568" }])
    await owner.ok(CREATE_CLIENT, { input: { name: "Con teléfono", ...way } });
  await changeSettings(owner, { phoneInsteadOfEmail: false });
  expect(await owner.refused(CREATE_CLIENT, { input: { name: "X", phone: "212-1234" } })).toMatchObject(
    refused("Falta este dato"),
  );
  await changeSettings(owner, { requireEmail: false });
  await owner.ok(CREATE_CLIENT, { input: { name: "Sin nada" } });
  await changeSettings(owner, { requireEmail: true, phoneInsteadOfEmail: true });
});

test("nobody takes the last way to reach a client away where either will do [F3]", async () => {
  const id = await addClient(owner, { email: "ultima@example.org", whatsapp: "6123-4569" });
  await update(id, { email: null });
  const clear = "mutation ($id: ID!) { updateClient(id: $id, input: { whatsapp: null }) { id } }";
  expect(await owner.refused(clear, { id })).toMatchObject({
    code: "BAD_USER_INPUT",
    fields: [{ path: "whatsapp", message: "Pon un correo o un teléfono" }],
  });
  await update(id, { whatsapp: null, phone: "212-1235" });
});
