import { api, createPerson, expect, signIn, test } from "./server.ts";

test("a kind of one's own is made, refused under a taken name, changed, archived and offered again [F105]", async ({
  page,
  context,
}) => {
  await signIn(context);
  const { createClient } = await api<{ createClient: { id: string } }>(
    context,
    "mutation ($input: CreateClientInput!) { createClient(input: $input) { id } }",
    { input: { name: "Con Tipos", email: "tipos@tipos.test" } },
  );
  await api(context, "mutation ($input: ActivityKindInput!) { createActivityKind(input: $input) { id } }", {
    input: { label: "Ocupada", icon: "flag", color: "#3c8f5a" },
  });
  await page.goto("/settings");
  await page.getByRole("navigation").getByRole("link", { name: "Actividades" }).click();
  await page.getByRole("button", { name: "Crear tipo" }).click();
  const panel = page.getByRole("dialog", { name: "Crear tipo" });
  await panel.getByRole("button", { name: "Crear tipo" }).click();
  await expect(panel.getByText("Falta este dato")).toBeVisible();
  await panel.getByRole("radio", { name: "Entrega" }).check();
  await panel.getByLabel("Nombre").fill("OCUPADA");
  await panel.getByRole("button", { name: "Crear tipo" }).click();
  await expect(panel.getByLabel("Nombre")).toHaveAttribute("aria-invalid", "true");
  await expect(panel.getByLabel("Nombre")).toHaveValue("OCUPADA");
  await expect(panel.getByRole("radio", { name: "Entrega" })).toBeChecked();
  await panel.getByLabel("Nombre").fill("Reparto");
  await panel.getByRole("button", { name: "Crear tipo" }).click();
  await expect(page.getByRole("heading", { name: "2 tipos propios" })).toBeVisible();

  await page.getByRole("button", { name: "Acciones para Reparto" }).click();
  await page.getByRole("menuitem", { name: "Editar" }).click();
  const edit = page.getByRole("dialog", { name: "Editar el tipo Reparto" });
  await expect(edit.getByRole("radio", { name: "Entrega" })).toBeChecked();
  await edit.getByLabel("Nombre").fill("Instalación");
  await edit.getByRole("radio", { name: "Morado" }).check();
  await edit.getByRole("button", { name: "Guardar" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "Instalación" })).toBeVisible();

  const offered = page.getByRole("group", { name: "Tipo de actividad" });
  const archived = page.getByRole("region", { name: "Archivados" });
  await page.getByRole("button", { name: "Acciones para Instalación" }).click();
  await page.getByRole("menuitem", { name: "Archivar" }).click();
  await expect(archived).toContainText("Instalación");
  const kinds = async () => {
    await page.goto(`/clients/${createClient.id}`);
    await page.locator("[data-composer]").click();
    await expect(offered.getByRole("button", { name: "Ocupada" })).toBeVisible();
    return offered.getByRole("button").allTextContents();
  };
  expect(await kinds()).not.toContain("Instalación");
  await page.goto("/settings/activities");
  await page.getByRole("button", { name: "Acciones para Instalación" }).click();
  await page.getByRole("menuitem", { name: "Volver a ofrecer" }).click();
  await expect(archived).toHaveCount(0);
  expect(await kinds()).toContain("Instalación");
});

test("an agent has no page for kinds of activities", async ({ context, browser, app }) => {
  await signIn(context);
  const agent = await createPerson(context, { name: "Ada Sin Tipos" });
  const hers = await browser.newContext({ baseURL: app.url, locale: "es-PA" });
  await signIn(hers, agent);
  const page = await hers.newPage();
  await page.goto("/settings/activities");
  await expect(page.getByRole("heading", { name: "No tienes acceso a esta página" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Crear tipo" })).toHaveCount(0);
  await hers.close();
});
