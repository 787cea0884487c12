import { createClient, createClients } from "./records.ts";
import { createPerson, expect, signIn, test } from "./server.ts";

test("search, filter, tick and add to a list; the list then filters [F58][F61][F77][F79][F115]", async ({
  page,
  context,
}) => {
  await signIn(context);
  await createClients(
    context,
    ["Uno", "Dos", "Tres"].map((name) => ({
      name: `Lotería ${name}`,
      email: `${name}@loteria.test`,
      status: "CLIENT",
    })),
  );
  await page.goto("/clients");
  await page.getByRole("searchbox").fill("loteria");
  await page.getByRole("button", { name: "Estado", exact: true }).first().click();
  await page.getByLabel("Cliente", { exact: true }).check();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("row")).toHaveCount(4);
  await page.getByRole("checkbox", { name: "Seleccionar Lotería Uno" }).check();
  await page.getByRole("checkbox", { name: "Seleccionar Lotería Dos" }).check();
  const bar = page.getByRole("toolbar");
  await expect(bar.getByRole("status")).toHaveText("2 seleccionados");
  await bar.getByRole("button", { name: "Lista" }).click();
  await page.getByRole("textbox", { name: "Añadir a una lista" }).fill("Afortunados");
  await page.keyboard.press("Enter");
  await expect(page.getByText("2 clientes añadidos a la lista Afortunados")).toBeVisible();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Lista", exact: true }).click();
  await page.getByLabel("Afortunados").check();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Lista: Afortunados", exact: true })).toBeVisible();
  await expect(page.getByRole("row")).toHaveCount(3);
});

test("everything that matches is tagged at once, beyond the loaded page, and taken back [F77][F81]", async ({
  page,
  context,
}) => {
  await signIn(context);
  await createClients(
    context,
    Array.from({ length: 60 }, (_, index) => ({
      name: `Granja ${index + 1}`,
      email: `granja${index + 1}@granja.test`,
    })),
  );
  await page.goto("/clients?q=granja");
  await page.getByRole("checkbox", { name: "Seleccionar las filas cargadas" }).check();
  await page.getByRole("button", { name: "Seleccionar los 60" }).click();
  await page.getByRole("toolbar").getByRole("button", { name: "Etiqueta" }).click();
  await page.getByRole("textbox", { name: "Poner una etiqueta" }).fill("Campo");
  await page.keyboard.press("Enter");
  const toast = page.getByText("Etiqueta Campo puesta a 60 clientes");
  await expect(toast).toBeVisible();
  await expect(page.getByRole("row").nth(1)).toContainText("Campo");
  await page.getByRole("button", { name: "Deshacer", exact: true }).click();
  await expect(page.getByText("60 clientes como antes")).toBeVisible();
  await expect(page.getByRole("row").nth(1)).not.toContainText("Campo");
});

test("a saved filter is shared, found by somebody else, changed and saved again [F75]", async ({
  page,
  context,
  browser,
  app,
}) => {
  await signIn(context);
  await createClient(context, { name: "Molino Viejo", email: "molino@example.com", status: "INACTIVE" });
  const eva = await createPerson(context, { name: "Eva Molina", role: "ADMIN" });
  await page.goto("/clients?q=molino&status=INACTIVE");
  await page.getByRole("button", { name: "Guardar filtro" }).click();
  const dialog = page.getByRole("dialog", { name: "Guardar filtro" });
  await dialog.getByLabel("Nombre").fill("Molinos dormidos");
  await dialog.getByLabel("Compartir con todo el equipo").check();
  await dialog.getByRole("button", { name: "Guardar" }).click();
  await expect(page.getByRole("navigation").getByRole("link", { name: "Molinos dormidos" })).toBeVisible();

  const other = await browser.newContext({ baseURL: app.url, locale: "es-PA" });
  await signIn(other, eva);
  const hers = await other.newPage();
  await hers.goto("/clients");
  await hers.getByRole("link", { name: "Molinos dormidos" }).click();
  await expect(hers.getByRole("link", { name: "Molino Viejo" })).toBeVisible();
  await expect(hers).toHaveURL(/status=INACTIVE/);
  await other.close();

  await page.getByRole("searchbox").fill("molino viejo");
  const saveChanges = page.getByRole("button", { name: "Guardar los cambios de «Molinos dormidos»" });
  await saveChanges.click();
  await expect(saveChanges).toBeHidden();
  await page.getByRole("button", { name: "Molinos dormidos" }).click();
  await page.getByRole("menuitem", { name: "Eliminar el filtro Molinos dormidos" }).click();
  await expect(page.getByRole("navigation").getByRole("link", { name: "Molinos dormidos" })).toBeHidden();
  await page.getByRole("button", { name: "Deshacer", exact: true }).click();
  await expect(page.getByRole("navigation").getByRole("link", { name: "Molinos dormidos" })).toBeVisible();
});

test("a filter saved for oneself is nobody else's, and stays after signing out [F75]", async ({
  page,
  context,
  browser,
  app,
}) => {
  await signIn(context);
  const eva = await createPerson(context, { name: "Eva Privada", role: "ADMIN" });
  const links = (of: typeof page) => of.getByRole("navigation").getByRole("link", { name: "Solo mío" });
  const hers = await browser.newContext({ baseURL: app.url, locale: "es-PA" });
  await signIn(hers, eva);
  const first = await hers.newPage();
  await first.goto("/clients?status=INACTIVE&created=LAST_7_DAYS");
  await first.getByRole("button", { name: "Guardar filtro" }).click();
  const dialog = first.getByRole("dialog", { name: "Guardar filtro" });
  await dialog.getByRole("button", { name: "Guardar" }).click();
  await expect(dialog.getByText("Falta este dato")).toBeVisible();
  await dialog.getByLabel("Nombre").fill("Solo mío");
  await dialog.getByRole("button", { name: "Guardar" }).click();
  await expect(links(first)).toBeVisible();
  await hers.close();

  await page.goto("/clients");
  await expect(page.getByRole("group", { name: "Resumen de clientes" })).toBeVisible();
  await expect(links(page)).toHaveCount(0);
  const again = await browser.newContext({ baseURL: app.url, locale: "es-PA" });
  await signIn(again, eva);
  const second = await again.newPage();
  await second.goto("/clients");
  await links(second).click();
  await expect(second).toHaveURL(/status=INACTIVE.*created=LAST_7_DAYS/);
  await again.close();
});
