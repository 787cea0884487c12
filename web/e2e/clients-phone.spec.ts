import { devices } from "@playwright/test";
import { expect, signIn, test } from "./server.ts";

test.use({
  appOptions: { demo: true },
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
  userAgent: devices["iPhone 15"].userAgent,
});

test("on a phone: list, search, record, note, new client; nothing sticks out at the side", async ({
  page,
  context,
}) => {
  await signIn(context);
  const fits = async () =>
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.goto("/clients");
  const list = page.getByRole("list", { name: "Clientes" });
  await expect(list.getByRole("listitem").first()).toBeVisible();
  await fits();

  await page.getByRole("searchbox").fill("futterkiste");
  await list.getByRole("link", { name: "Alfreds Futterkiste" }).tap();
  await expect(page.getByRole("heading", { level: 1, name: "Alfreds Futterkiste" })).toBeVisible();
  await fits();

  await page.getByLabel("Nota", { exact: true }).last().fill("Desde el teléfono");
  await page.getByRole("button", { name: "Guardar" }).tap();
  await expect(page.getByRole("article").filter({ hasText: "Desde el teléfono" })).toBeVisible();
  for (const tab of ["General", "Propiedades", "Relacionado"]) {
    await page.getByRole("tab", { name: tab }).tap();
    await expect(page.getByRole("tab", { name: tab })).toHaveAttribute("aria-selected", "true");
    await fits();
  }
  await page.goto("/clients?new=1");
  await expect(page.getByRole("dialog", { name: "Nuevo cliente" })).toBeVisible();
  await fits();
});
