import { api, expect, signIn, test } from "./server.ts";

test("what a quick person does to one record is done in their order, however slow the line [F112]", async ({
  page,
  context,
}) => {
  await signIn(context);
  const { createClient } = await api<{ createClient: { id: string } }>(
    context,
    'mutation { createClient(input: { name: "Café Prisa", email: "prisa@example.com" }) { id } }',
  );
  await page.goto(`/clients/${createClient.id}`);
  const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
  let first = true;
  await page.route("/graphql", async (route) => {
    const waits = first && (route.request().postData() ?? "").includes("mutation UpdateClient(");
    if (waits) first = false;
    if (waits) await held;
    await route.continue();
  });
  await page.getByRole("button", { name: "Añadir etiqueta" }).click();
  await page.getByRole("combobox", { name: "Añadir etiqueta" }).fill("Fugaz");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  const cross = page.getByRole("button", { name: "Quitar la etiqueta Fugaz" });
  await cross.click();
  await expect(cross).toBeHidden();
  await page.getByRole("button", { name: "Estado: Prospecto" }).click();
  await page.getByRole("menuitem", { name: "Cliente", exact: true }).click();
  letGo();
  await expect(page.getByRole("article").filter({ hasText: "Prospecto → Cliente" })).toBeVisible();
  await expect(cross).toBeHidden();
  await page.reload();
  await expect(page.getByRole("button", { name: "Estado: Cliente" })).toBeVisible();
  await expect(cross).toBeHidden();
});
