import { createPerson, expect, signIn, test } from "./server.ts";

test("a wrong password is refused without saying whether the account exists", async ({ page }) => {
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Entrar" }).click();
  await expect(page.getByLabel("Correo")).toBeFocused();
  await expect(page.getByText("Escribe tu contraseña")).toBeVisible();
  for (const email of ["nobody@example.com", "ana@example.com"]) {
    await page.getByLabel("Correo").fill(email);
    await page.getByLabel("Contraseña", { exact: true }).fill("not-the-password");
    await page.getByRole("button", { name: "Entrar" }).click();
    await expect(page.getByRole("alert")).toHaveText("El correo o la contraseña no son correctos");
  }
  await page.getByRole("button", { name: "Mostrar la contraseña" }).click();
  await expect(page.getByLabel("Contraseña", { exact: true })).toHaveValue("not-the-password");
});

test("signing in leads back to the page that was asked for, and never to another site", async ({ page, context }) => {
  await signIn(context);
  const diego = await createPerson(context, { name: "Diego Luz" });
  await context.clearCookies();
  await page.goto("/settings/account");
  await expect(page).toHaveURL(/\/sign-in\?next=%2Fsettings%2Faccount$/);
  const enter = async () => {
    await page.getByLabel("Correo").fill(diego.email);
    await page.getByLabel("Contraseña", { exact: true }).fill(diego.password);
    await page.getByLabel("Contraseña", { exact: true }).press("Enter");
  };
  await enter();
  await expect(page).toHaveURL(/\/settings\/account$/);

  await page.getByRole("button", { name: /^Tu cuenta/ }).click();
  await page.getByRole("menuitem", { name: "Cerrar sesión" }).click();
  await expect(page).toHaveURL(/\/sign-in$/);
  await page.goto("/sign-in?next=//evil.example/clients");
  await enter();
  await expect(page).toHaveURL("/");
});

test("name, language and password are changed and remembered; other sessions end", async ({
  page,
  context,
  browser,
  app,
}) => {
  await signIn(context);
  const eva = await createPerson(context, { name: "Eva Rey" });
  await context.clearCookies();
  await signIn(context, eva);
  const elsewhere = await browser.newContext({ baseURL: app.url, locale: "es-PA" });
  await signIn(elsewhere, eva);

  await page.goto("/settings/account");
  await page.getByLabel("Nombre").fill("Eva Reyes");
  await page.getByRole("button", { name: "Guardar nombre" }).click();
  await expect(page.getByRole("button", { name: "Tu cuenta: Eva Reyes" })).toBeVisible();

  await page.getByRole("button", { name: "English" }).click();
  await expect(page.getByRole("heading", { name: "My account" })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  const otherPage = await elsewhere.newPage();
  await otherPage.goto("/settings/account");
  await expect(otherPage.getByRole("heading", { name: "My account" })).toBeVisible();

  await page.getByLabel("Current password").fill("not-the-password");
  await page.getByLabel("New password").fill("one-more-horse-7");
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByText("The current password is not right")).toBeVisible();
  await page.getByLabel("Current password").fill(eva.password);
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByText("Password changed. The other sessions have ended")).toBeVisible();
  await expect(page.getByText("This session")).toBeVisible();
  await otherPage.goto("/settings/account");
  await expect(otherPage).toHaveURL(/\/sign-in/);
  await elsewhere.close();
});

test("an API key's secret is shown once, and works until it is revoked", async ({ page, context, app }) => {
  await signIn(context);
  await page.goto("/settings/api-keys?create=1");
  await page.getByLabel("Nombre").fill("Tienda");
  await page.getByRole("dialog").getByRole("button", { name: "Crear clave" }).click();
  const secret = await page.getByLabel("Clave secreta").inputValue();
  await page.getByRole("button", { name: "Ya la copié" }).click();
  await expect(page.getByText(secret)).toHaveCount(0);

  const ask = async () => {
    const response = await fetch(`${app.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${secret}` },
      body: JSON.stringify({ query: "{ clients(first: 1) { totalCount } }" }),
    });
    return (await response.json()) as { errors?: unknown[] };
  };
  expect((await ask()).errors).toBeUndefined();
  await page.getByRole("button", { name: "Revocar la clave Tienda" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Revocar" }).click();
  await expect(page.getByRole("row", { name: /Tienda/ })).toHaveCount(0);
  expect((await ask()).errors).toBeDefined();
});

test("the theme is remembered, and what the system says is followed until then", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto("/sign-in");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.getByRole("button", { name: "Cambiar a tema claro" }).click();
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "light");
});
