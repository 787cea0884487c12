import { api, expect, signIn, test } from "./server.ts";

const createClient = async (context: Parameters<typeof api>[0], input: object): Promise<string> =>
  (
    await api<{ createClient: { id: string } }>(
      context,
      "mutation ($input: CreateClientInput!) { createClient(input: $input) { id } }",
      { input },
    )
  ).createClient.id;

test.beforeEach(({ context }) => signIn(context));

test("«Nuevo» opens over the filtered list, which is there afterwards with its ticks, and the record leads back to it [F34]", async ({
  page,
  context,
}) => {
  for (const name of ["Menú Uno", "Menú Dos"])
    await createClient(context, { name, email: `${name}@menu.test`.replaceAll(/[ ú]/g, "") });
  await page.goto("/clients?q=Menú&status=PROSPECT");
  await page.getByRole("checkbox", { name: /Menú Uno/ }).check();
  const filtered = page.url();
  for (const [thing, title] of [
    ["Cliente", "Nuevo cliente"],
    ["Tarea", "Nueva tarea"],
    ["Cita", "Nueva cita"],
  ] as const) {
    await page.getByRole("button", { name: "Nuevo", exact: true }).click();
    await page.getByRole("menuitem", { name: thing }).click();
    await page.getByRole("dialog", { name: title }).getByRole("button", { name: "Cancelar" }).click();
    await expect(page.getByRole("dialog")).toBeHidden();
    await expect(page).toHaveURL(filtered);
    await expect(page.getByRole("button", { name: "Nuevo", exact: true })).toBeFocused();
    await expect(page.getByRole("checkbox", { name: /Menú Uno/ })).toBeChecked();
  }
  await page.getByRole("link", { name: "Menú Dos" }).click();
  await page.getByRole("banner").getByRole("link", { name: "Clientes" }).click();
  await expect(page).toHaveURL(filtered);
});

test("«Nuevo» offers the page's own thing first", async ({ page, context }) => {
  const id = await createClient(context, { name: "Menú Tres", email: "tres@menu.test" });
  for (const [path, things] of [
    ["/tasks", ["Tarea", "Cita", "Cliente"]],
    ["/tasks?view=week", ["Cita", "Tarea", "Cliente"]],
    [`/clients/${id}`, ["Tarea", "Cita", "Contacto", "Cliente"]],
    ["/settings", ["Cliente", "Tarea", "Cita"]],
  ] as const) {
    await page.goto(path);
    await page.getByRole("button", { name: "Nuevo", exact: true }).click();
    await expect(page.getByRole("menuitem")).toHaveText([...things]);
    await page.keyboard.press("Escape");
  }
  await page.goto("/tasks");
  await page.getByRole("button", { name: "Nuevo", exact: true }).click();
  await page.getByRole("menuitem").first().click();
  const panel = page.getByRole("dialog", { name: "Nueva tarea" });
  await panel.getByLabel("Título").fill("Llamar desde el menú");
  await panel.getByLabel("Cliente").fill("Menú Tres");
  await page.getByRole("option", { name: /Menú Tres/ }).click();
  await panel.getByRole("button", { name: "Crear tarea" }).click();
  await expect(page).toHaveURL("/tasks");
});
