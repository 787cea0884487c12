import { api, expect, signIn, test } from "./server.ts";

const UPDATE = "mutation ($id: ID!, $input: UpdateClientInput!) { updateClient(id: $id, input: $input) { id } }";

test("a record is seen as it was, and a field goes back to what it was [B6]", async ({ page, context }) => {
  await signIn(context);
  const { createClient } = await api<{ createClient: { id: string } }>(
    context,
    `mutation { createClient(input: { name: "Molinos del Sur", email: "molinos@example.org", website: "https://uno.example" }) { id } }`,
  );
  const { id } = createClient;
  const before = new Date();
  await page.waitForTimeout(5);
  await api(context, UPDATE, { id, input: { name: "Molinos del Norte", status: "CLIENT" } });

  await page.goto(`/clients/${id}`);
  await page.getByRole("button", { name: "Más acciones" }).click();
  await page.getByRole("menuitem", { name: "Ver cómo estaba…" }).click();
  const panel = page.getByRole("dialog");
  await expect(panel.getByRole("row", { name: /Cliente \/ Negocio Molinos del Norte igual/ })).toBeVisible();
  await page.goto(`/clients/${id}?asOf=${before.toISOString()}`);
  await expect(panel.getByRole("row", { name: /Molinos del Sur Molinos del Norte/ })).toBeVisible();
  await panel.getByLabel("Solo lo que ha cambiado").check();
  await expect(panel.getByRole("row")).toHaveCount(3);

  await panel.getByRole("link", { name: "Cliente / Negocio" }).click();
  await expect(panel.getByText("Historial de Cliente / Negocio")).toBeVisible();
  await panel.getByRole("button", { name: "Deshacer", exact: true }).click();
  await expect(page.getByText("El campo ha vuelto a lo que era")).toBeVisible();
  await expect(panel.getByRole("listitem")).toHaveCount(2);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("heading", { level: 1, name: "Molinos del Sur" })).toBeVisible();

  const property = page.getByRole("button", { name: /^Cambiar Cliente \/ Negocio/ });
  await property.hover();
  await page.getByRole("link", { name: "Ver el historial de Cliente / Negocio" }).click();
  await expect(panel.getByRole("listitem")).toHaveCount(2);
});
