import type { Request } from "@playwright/test";
import { violations } from "./axe.ts";
import { api, createPerson, expect, signIn, test } from "./server.ts";

test("a session that ends elsewhere is told by the open page itself, though nothing is clicked", async ({
  page,
  context,
}) => {
  await signIn(context);
  const inés = await createPerson(context, { name: "Inés Mora", role: "ADMIN" });
  await context.clearCookies();
  await signIn(context, inés);
  const greeted = page.waitForEvent("websocket").then((socket) => socket.waitForEvent("framereceived"));
  await page.goto("/settings");
  await page.getByLabel("Nombre del negocio").fill("Panadería Mora");
  await greeted;
  await api(context, "mutation { signOutEverywhere }");
  const dialog = page.getByRole("dialog", { name: "Tu sesión ha terminado" });
  await dialog.getByLabel("Contraseña", { exact: true }).fill(inés.password);
  await dialog.getByRole("button", { name: "Seguir" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByLabel("Nombre del negocio")).toHaveValue("Panadería Mora");
});

test("a session that ends in the middle of a form loses nothing", async ({ page, context }) => {
  // What the page asks tells it first here, not its socket.
  await page.routeWebSocket("**/graphql", () => undefined);
  await signIn(context);
  const fina = await createPerson(context, { name: "Fina Gil", role: "ADMIN" });
  await context.clearCookies();
  await signIn(context, fina);
  await page.goto("/settings");
  await page.getByLabel("Nombre del negocio").fill("Panadería Gil");
  await api(context, "mutation { signOutEverywhere }");

  await page.getByRole("button", { name: "Guardar ajustes" }).click();
  const dialog = page.getByRole("dialog", { name: "Tu sesión ha terminado" });
  await expect(dialog.getByLabel("Contraseña", { exact: true })).toBeFocused();
  await dialog.getByLabel("Contraseña", { exact: true }).fill("not-the-password");
  await dialog.getByRole("button", { name: "Seguir" }).click();
  await expect(dialog.getByRole("alert")).toBeVisible();
  await dialog.getByLabel("Contraseña", { exact: true }).fill(fina.password);
  await dialog.getByRole("button", { name: "Seguir" }).click();

  await expect(page.getByText("Ajustes guardados")).toBeVisible();
  await expect(page.getByRole("link", { name: "Panadería Gil" })).toBeVisible();
});

test("without a connection a bar says so, reads wait, and what could not be saved stays", async ({ page, context }) => {
  await signIn(context);
  const unanswered = new Set<Request>();
  page.on("request", (request) => unanswered.add(request));
  page.on("requestfinished", (request) => unanswered.delete(request));
  page.on("requestfailed", (request) => unanswered.delete(request));
  await page.goto("/settings/account");
  await expect(page.getByText("Esta sesión")).toBeVisible();
  // An answer that is on its way yet would tell the page that the server is there.
  await expect.poll(() => unanswered.size).toBe(0);
  await page.getByLabel("Nombre").fill("Ana Sin Red");
  await context.setOffline(true);
  await page.getByRole("button", { name: "Guardar nombre" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "sin conexión con el servidor" })).toBeVisible();
  await expect(page.getByRole("status").filter({ hasText: "Reintentando" })).toBeVisible();
  await expect(page.getByLabel("Nombre")).toHaveValue("Ana Sin Red");

  await page.keyboard.press("Control+k");
  await page.getByRole("combobox").fill("zzz");
  await expect(page.getByText("Buscando…")).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByText("Nada coincide con «zzz»")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByText("Reintentando")).toHaveCount(0);
  await page.getByRole("button", { name: "Guardar nombre" }).click();
  await expect(page.getByRole("button", { name: "Tu cuenta: Ana Sin Red" })).toBeVisible();
  // The initials of a longer name are text beside the button's own name, if they are text at all.
  expect(await violations(page, "light")).toEqual([]);
});

test("a page whose code does not come says so, and a reload brings it", async ({ page, context }) => {
  await signIn(context);
  await page.goto("/settings/account");
  await page.route("**/assets/TagsPage-*.js", (route) => route.abort());
  await page.getByRole("link", { name: "Etiquetas" }).click();
  await expect(page.getByRole("heading", { name: "Hay una versión nueva" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Inicio" })).toBeVisible();

  await page.unroute("**/assets/TagsPage-*.js");
  await page.getByRole("button", { name: "Recargar" }).click();
  await expect(page.getByRole("button", { name: "Crear etiqueta" }).first()).toBeVisible();
});

test("leaving unsaved work asks, and a crash gives it back", async ({ page, context }) => {
  await signIn(context);
  await page.goto("/settings/team?invite=1");
  await page.getByLabel("Nombre").fill("Gema Ruiz");
  await page.keyboard.press("Escape");
  const question = page.getByRole("alertdialog", { name: "¿Salir sin guardar?" });
  await question.getByRole("button", { name: "Seguir editando" }).click();
  await expect(page.getByLabel("Nombre")).toHaveValue("Gema Ruiz");

  page.once("dialog", (dialog) => dialog.accept());
  await page.reload();
  await expect(page.getByText("Recuperamos lo que habías escrito.")).toBeVisible();
  await expect(page.getByLabel("Nombre")).toHaveValue("Gema Ruiz");

  await page.keyboard.press("Escape");
  await question.getByRole("button", { name: "Descartar" }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.getByRole("button", { name: "Invitar" }).click();
  await expect(page.getByLabel("Nombre")).toHaveValue("");
});

test("what was typed survives signing out in between, and is nobody else's", async ({ page, context }) => {
  await signIn(context);
  const hugo = await createPerson(context, { name: "Hugo Vega", role: "ADMIN" });
  await page.goto("/settings/api-keys?create=1");
  await page.getByLabel("Nombre").fill("Hoja de cálculo");
  page.on("dialog", (dialog) => dialog.accept());
  await context.clearCookies();
  await signIn(context, hugo);
  await page.goto("/settings/api-keys?create=1");
  await expect(page.getByLabel("Nombre")).toHaveValue("");
  await context.clearCookies();
  await signIn(context);
  await page.goto("/settings/api-keys?create=1");
  await expect(page.getByLabel("Nombre")).toHaveValue("Hoja de cálculo");
});

test("the command menu finds a client, goes anywhere and switches the theme by keyboard alone", async ({
  page,
  context,
}) => {
  await signIn(context);
  await api(
    context,
    'mutation { createClient(input: { name: "Óptica Zúñiga", email: "hola@zuniga.example" }) { id } }',
  );
  await page.goto("/settings/account");
  await expect(page.getByRole("heading", { name: "Mi cuenta" })).toBeVisible();
  const open = async () => {
    await page.keyboard.press("Control+k");
    await expect(page.getByRole("combobox")).toBeFocused();
  };
  await open();
  await page.keyboard.type("optica zuñ");
  await expect(page.getByRole("option", { name: /Óptica Zúñiga/ })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/clients\/[0-9a-f-]{36}$/);
  await expect(page).toHaveTitle(/Óptica Zúñiga/);

  await open();
  await page.keyboard.type("equipo");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/settings\/team$/);
  await expect(page.locator("main")).toBeFocused();

  await open();
  await page.keyboard.type("oscuro");
  await page.keyboard.press("Enter");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");

  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Atajos de teclado" })).toBeVisible();
});

test("no address of the sign-in page, and none with two slashes, leads elsewhere or to a page that breaks", async ({
  page,
  context,
  app,
}) => {
  await signIn(context);
  const { origin } = new URL(app.url);
  for (const next of ["/..//evil.test", "//", "//evil.test", "/\\evil.test", "/%2e%2e//evil.test", "/\t/evil.test"]) {
    await page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
    await expect(page).toHaveURL(`${origin}/`);
    await expect(page.getByRole("heading", { name: "Inicio" })).toBeVisible();
  }
  for (const path of ["//", "//evil.test", "//evil.test/clients", "/..//evil.test", "///evil.test/..//a"]) {
    await page.goto(origin + path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    const links = page.getByRole("link");
    const hosts = await links.evaluateAll((all) => all.map((link) => new URL((link as HTMLAnchorElement).href).origin));
    expect(new Set([page.url(), ...hosts].map((address) => new URL(address).origin))).toEqual(new Set([origin]));
  }
});
