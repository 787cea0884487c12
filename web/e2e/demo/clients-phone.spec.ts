import { devices, type Page } from "@playwright/test";
import { api, expect, signIn, test } from "../server.ts";

test.use({
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
  userAgent: devices["iPhone 15"].userAgent,
});

/** Nothing sticks out at the side. */
const fits = async (page: Page) =>
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);

test("on a phone: list, search, record, note, new client; nothing sticks out at the side", async ({
  page,
  context,
}) => {
  await signIn(context);
  await page.goto("/clients");
  const list = page.getByRole("list", { name: "Clientes" });
  await expect(list.getByRole("listitem").first()).toBeVisible();
  await fits(page);

  await page.getByRole("searchbox").fill("futterkiste");
  // The client is on the first page as well: what is tapped while the rows change is another one.
  await expect(list.getByRole("listitem")).toHaveCount(1);
  await list.getByRole("link", { name: "Alfreds Futterkiste" }).tap();
  await expect(page.getByRole("heading", { level: 1, name: "Alfreds Futterkiste" })).toBeVisible();
  await fits(page);

  await page.getByLabel("Nota", { exact: true }).last().fill("Desde el teléfono");
  await page.getByRole("button", { name: "Guardar" }).tap();
  await expect(page.getByRole("article").filter({ hasText: "Desde el teléfono" })).toBeVisible();
  for (const tab of ["General", "Propiedades", "Relacionado"]) {
    // The row of tabs is still sliding to the one before: what moves from under a finger is tapped again.
    await expect(async () => {
      await page.getByRole("tab", { name: tab }).tap();
      await expect(page.getByRole("tab", { name: tab })).toHaveAttribute("aria-selected", "true", { timeout: 3000 });
    }).toPass();
    await fits(page);
  }
  await page.goto("/clients?new=1");
  await expect(page.getByRole("dialog", { name: "Nuevo cliente" })).toBeVisible();
  await fits(page);
});

test("on a phone: filters are chosen together and applied with their count, rows are ticked and changed [F74][F78]", async ({
  page,
  context,
}) => {
  await signIn(context);
  await page.goto("/clients");
  const list = page.getByRole("list", { name: "Clientes" });
  await expect(list.getByRole("listitem").first()).toBeVisible();
  // Others make clients in this business, too.
  const counts = await api<Record<"all" | "prospects" | "spanish", number>>(
    context,
    `{
      all: clientCount
      prospects: clientCount(filter: { status: [PROSPECT] })
      spanish: clientCount(filter: { status: [PROSPECT], country: ["ES"] })
    }`,
  );
  expect(counts.all).toBeGreaterThan(counts.prospects);
  expect(counts.prospects).toBeGreaterThan(counts.spanish);
  expect(counts.spanish).toBeGreaterThan(1);
  await page.getByRole("button", { name: "Filtros", exact: true }).tap();
  const sheet = page.getByRole("dialog", { name: "Filtros" });
  await expect(sheet.getByRole("button", { name: `Aplicar · ${counts.all} clientes` })).toBeVisible();
  await sheet.getByRole("button", { name: "Estado", exact: true }).tap();
  await sheet.getByLabel("Prospecto").check();
  await expect(sheet.getByRole("button", { name: "Estado: Prospecto" })).toBeVisible();
  await expect(sheet.getByRole("button", { name: `Aplicar · ${counts.prospects} clientes` })).toBeVisible();
  await sheet.getByRole("button", { name: "País" }).tap();
  await sheet.getByLabel("España").check();
  await fits(page);
  await expect(page).toHaveURL(/\/clients$/);
  await sheet.getByRole("button", { name: `Aplicar · ${counts.spanish} clientes` }).tap();
  await expect(page).toHaveURL(/status=PROSPECT&country=ES/);
  await expect(list.getByRole("link")).toHaveCount(counts.spanish);
  await expect(list.getByRole("link", { name: "Casa Olivares" })).toBeVisible();
  await page.getByRole("button", { name: "Filtros (2)" }).tap();
  await sheet.getByRole("button", { name: "Limpiar" }).tap();
  await sheet.getByRole("button", { name: `Aplicar · ${counts.all} clientes` }).tap();
  await expect(page).toHaveURL(/\/clients$/);
  await expect(page.getByText(`${counts.all} clientes`, { exact: true })).toBeVisible();

  await list.getByRole("checkbox").first().check();
  const bar = page.getByRole("toolbar");
  await expect(bar.getByRole("status")).toHaveText("1 seleccionado");
  await fits(page);
  await bar.getByRole("button", { name: "Etiqueta" }).tap();
  await page.getByRole("textbox", { name: "Poner una etiqueta" }).fill("De bolsillo");
  await page.getByRole("menuitem", { name: "Crear «De bolsillo»" }).tap();
  await expect(page.getByText("Etiqueta De bolsillo puesta a 1 cliente")).toBeVisible();
  await fits(page);
});
