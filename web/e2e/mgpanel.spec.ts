import { api, expect, signIn, test } from "./server.ts";

/** The steps of MGPanel's manual for its module of clients, chapter 7: search, filters, selection and the row's menu. */
test("live search, advanced filters, work on several and quick actions go step by step as described [F55][F58][F61][F62][F63][F73][F74][F76][F77][F78][F79]", async ({
  page,
  context,
}) => {
  await signIn(context);
  const create = (input: object) =>
    api(context, "mutation ($input: CreateClientInput!) { createClient(input: $input) { id } }", { input });
  await create({ name: "Panel Primero", email: "uno@panelista.test", status: "CLIENT", phone: "+507 6123-4001" });
  await create({ name: "Panel Segundo", email: "dos@panelista.test", status: "PROSPECT" });
  await create({ name: "Ajena", email: "tres@panelista.test", status: "CLIENT" });

  // 2 · What is seen: figures, and the table with name, e-mail, phone, status and actions.
  await page.goto("/clients");
  for (const figure of ["Total", "Prospectos", "Clientes", "Nuevos este mes"])
    await expect(page.getByRole("button", { name: new RegExp(`^${figure}`) })).toBeVisible();
  for (const column of ["Nombre", "Correo", "Teléfono", "Estado", "Acciones"])
    await expect(page.getByRole("columnheader", { name: column, exact: true })).toBeVisible();

  // 7.1 · By name, and by address, while one types.
  const rows = page.getByRole("row").filter({ has: page.getByRole("rowheader") });
  await page.getByRole("searchbox").pressSequentially("panel pri");
  await expect(rows).toHaveText([/Panel Primero.*uno@panelista\.test.*Cliente/]);
  await page.getByRole("searchbox").fill("panelista.test");
  await expect(rows).toHaveCount(3);

  // 7.2 · Status and dates, together with what is searched; applied and cleared.
  await page.getByRole("button", { name: "Estado", exact: true }).first().click();
  for (const status of ["Prospecto", "Cliente", "Inactivo"])
    await expect(page.getByRole("checkbox", { name: status, exact: true })).toBeVisible();
  await page.getByRole("checkbox", { name: "Cliente", exact: true }).check();
  await page.keyboard.press("Escape");
  await expect(rows).toHaveCount(2);
  await page.getByRole("button", { name: "Fecha de alta" }).click();
  const presets = ["Hoy", "Ayer", "Últimos 7 días", "Este mes", "Mes anterior", "Últimos 3 meses"];
  await expect(page.getByRole("menuitem")).toHaveText(presets);
  await page.getByRole("menuitem", { name: "Ayer" }).click();
  await expect(page.getByRole("heading", { name: "Ningún cliente cumple todo esto" })).toBeVisible();
  await page.getByRole("button", { name: "Alta: Ayer", exact: true }).click();
  await page.getByLabel("Desde").fill("2020-01-01");
  await page.getByRole("button", { name: "Aplicar" }).click();
  await expect(rows).toHaveCount(2);
  await page.getByRole("button", { name: "Limpiar" }).click();
  await expect(rows).toHaveCount(3);

  // 7.3 · Several at once: the boxes, all that is seen, the counter, and adding to a list.
  await page.getByRole("checkbox", { name: "Seleccionar Panel Primero" }).check();
  const panel = page.getByRole("toolbar");
  await expect(panel.getByRole("status")).toHaveText("1 seleccionado");
  await page.getByRole("checkbox", { name: "Seleccionar las filas cargadas" }).check();
  await expect(panel.getByRole("status")).toHaveText("3 seleccionados");
  await panel.getByRole("button", { name: "Lista" }).click();
  await page.getByRole("textbox", { name: "Añadir a una lista" }).fill("Clientes VIP");
  await page.keyboard.press("Enter");
  await expect(page.getByText("3 clientes añadidos a la lista Clientes VIP")).toBeVisible();
  await page.keyboard.press("Escape");

  // Quick actions of a row: see the timeline, edit, delete.
  const menuOf = async (name: string, action: string) => {
    await page.getByRole("button", { name: `Acciones de ${name}` }).click();
    await expect(page.getByRole("menuitem")).toHaveText(["Ver cronología", "Editar", "Eliminar"]);
    await page.getByRole("menuitem", { name: action }).click();
  };
  await menuOf("Panel Primero", "Ver cronología");
  await expect(page.getByRole("tab", { name: "Cronología" })).toHaveAttribute("aria-selected", "true");
  await page.goBack();
  await menuOf("Panel Segundo", "Editar");
  await expect(page.getByRole("tab", { name: "General" })).toHaveAttribute("aria-selected", "true");
  await expect(page.getByRole("textbox", { name: "Cliente / Negocio" })).toHaveValue("Panel Segundo");
  await page.goBack();
  await menuOf("Ajena", "Eliminar");
  await page.getByRole("alertdialog").getByRole("button", { name: "Eliminar cliente" }).click();
  await expect(rows).toHaveCount(2);
});
