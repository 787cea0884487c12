import { expect, type RunningServer, startServer, test } from "./server.ts";

let server: RunningServer;
test.beforeAll(async () => {
  server = await startServer({ setUp: true });
});
test.afterAll(() => server.stop());

test("a stranger sets the business up with the printed link and is in", async ({ page }) => {
  await page.goto(`${server.url}/sign-in`);
  await expect(page.getByText("Clientela aún no está configurada")).toBeVisible();

  await page.goto(server.setUpLink ?? "");
  await page.getByRole("button", { name: "Empezar" }).click();
  await expect(page.getByLabel("Nombre del negocio")).toBeFocused();
  await expect(page.getByText("Falta este dato").first()).toBeVisible();
  await expect(page.getByLabel("Moneda")).toHaveValue(/^USD/);
  await expect(page.getByLabel("Zona horaria")).toHaveValue(/^Panama/);
  await expect(page.getByRole("combobox", { name: "País" })).toHaveValue("Panamá");

  await page.getByLabel("Nombre del negocio").fill("Ferretería El Sol");
  await page.getByLabel("Tu nombre").fill("Ana Ruiz");
  await page.getByLabel("Tu correo").fill("Ana@Example.com");
  await page.getByLabel(/^Contraseña/).fill("corta");
  await page.getByLabel(/^Contraseña/).press("Control+Enter");
  await expect(page.getByText("Al menos 10 caracteres")).toBeVisible();

  await page.getByRole("combobox", { name: "País" }).fill("españa");
  await page.getByRole("option", { name: "España" }).click();
  await expect(page.getByLabel("Moneda")).toHaveValue(/^EUR/);
  await page.getByLabel(/^Contraseña/).fill("correct-horse-9");
  await page.getByRole("button", { name: "Empezar" }).click();

  await expect(page).toHaveURL(`${server.url}/`);
  await expect(page.getByRole("link", { name: "Ferretería El Sol" })).toBeVisible();

  await page.goto(`${server.url}/settings`);
  await expect(page.getByLabel("Zona horaria")).toHaveValue(/^Madrid/);
  await expect(page.getByRole("combobox", { name: "País" })).toHaveValue("España");

  await page.goto(server.setUpLink ?? "");
  await expect(page.getByRole("heading", { name: "Clientela ya está configurada" })).toBeVisible();
});

test("a wrong set-up link makes nothing", async ({ browser }) => {
  const fresh = await startServer({ setUp: true });
  const page = await browser.newPage({ locale: "es-PA" });
  await page.goto(`${fresh.url}/setup?token=wrong`);
  await page.getByLabel("Nombre del negocio").fill("Otra");
  await page.getByLabel("Tu nombre").fill("Otra");
  await page.getByLabel("Tu correo").fill("otra@example.com");
  await page.getByLabel(/^Contraseña/).fill("correct-horse-9");
  await page.getByRole("button", { name: "Empezar" }).click();
  await expect(page.getByRole("alert")).toContainText("El enlace de configuración no es válido");
  await expect(page.getByLabel("Nombre del negocio")).toHaveValue("Otra");
  await page.close();
  await fresh.stop();
});
