import type { BrowserContext, Page } from "@playwright/test";
import { api, createPerson, expect, signIn, test } from "./server.ts";

const makeClient = async (context: BrowserContext, name: string): Promise<string> => {
  const { createClient } = await api<{ createClient: { id: string } }>(
    context,
    "mutation ($input: CreateClientInput!) { createClient(input: $input) { id } }",
    { input: { name, email: `${name.replaceAll(" ", "").toLowerCase()}@escribir.test` } },
  );
  return createClient.id;
};
const compose = async (page: Page) => {
  await page.getByLabel("Nota", { exact: true }).last().click();
  await expect(page.getByRole("toolbar", { name: "Formato" })).toBeVisible();
  return page.getByRole("textbox", { name: "Nota", exact: true });
};
const form = (page: Page) => page.getByRole("form", { name: "Nueva actividad" });

test("a colleague is mentioned by keys alone, and their bell rings", async ({ page, context, browser, app }) => {
  await signIn(context);
  const zena = await createPerson(context, { name: "Zena Ríos", role: "ADMIN" });
  await createPerson(context, { name: "Zenaida Paz", role: "ADMIN" });
  const id = await makeClient(context, "Casa Nueva");
  const other = await browser.newContext({ baseURL: app.url, locale: "es-PA", timezoneId: "America/Panama" });
  await signIn(other, zena);
  const hers = await other.newPage();
  await hers.goto("/");
  const bell = hers.getByRole("button", { name: "Avisos", exact: true });
  await expect(bell).toBeVisible();

  await page.goto(`/clients/${id}`);
  const text = await compose(page);
  await text.pressSequentially("Lo lleva @zena");
  const people = page.getByRole("listbox", { name: "Mencionar a" });
  await expect(people.getByRole("option")).toHaveText(["Zena Ríos", "Zenaida Paz"]);
  await expect(people.getByRole("option", { name: "Zena Ríos" })).toHaveAttribute("aria-selected", "true");
  await text.press("ArrowDown");
  const second = people.getByRole("option", { name: "Zenaida Paz" });
  await expect(second).toHaveAttribute("aria-selected", "true");
  await expect(text).toHaveAttribute("aria-activedescendant", (await second.getAttribute("id")) as string);
  // Round, past the end.
  await text.press("ArrowDown");
  await expect(people.getByRole("option", { name: "Zena Ríos" })).toHaveAttribute("aria-selected", "true");
  await text.press("Enter");
  await expect(people).toBeHidden();
  await expect(text.locator("[data-mention]")).toHaveText("@Zena Ríos");

  await test.step("Escape leaves an @ as it is, and what nobody is called offers nobody", async () => {
    await text.pressSequentially("y @zzz");
    await expect(people.getByRole("option")).toHaveText(["Nadie con ese nombre ve este cliente"]);
    await text.press("Backspace");
    await text.press("Backspace");
    await text.press("Backspace");
    await expect(people.getByRole("option").first()).not.toHaveText("Nadie con ese nombre ve este cliente");
    await text.press("Escape");
    await expect(people).toBeHidden();
    // The one who was to be closed was the list, not the note.
    await expect(text).toBeFocused();
    await text.press("Backspace");
    await text.press("Backspace");
  });

  await text.press("Control+Enter");
  const note = page.getByRole("article").filter({ hasText: "Lo lleva" });
  await expect(note).toContainText("Lo lleva @Zena Ríos");
  const rings = hers.getByRole("button", { name: "1 aviso sin leer" });
  await expect(rings).toBeVisible();
  await rings.click();
  await hers.getByRole("dialog").getByText("Casa Nueva").click();
  await expect(hers).toHaveURL(new RegExp(id));
  await expect(hers.getByRole("article").filter({ hasText: "Lo lleva @Zena Ríos" })).toBeVisible();
  await other.close();
});

test("a slow upload shows how far it is, and saving waits for it [F105]", async ({ page, context }) => {
  await signIn(context);
  const id = await makeClient(context, "Casa Subida");
  await page.goto(`/clients/${id}`);
  const text = await compose(page);
  await text.fill("Con el plano");
  // A slow line, as the browser itself makes one: 40 kB a second for 200 kB.
  const network = await context.newCDPSession(page);
  await network.send("Network.enable");
  const slow = (uploadThroughput: number) =>
    network.send("Network.emulateNetworkConditions", {
      offline: false,
      latency: 0,
      downloadThroughput: -1,
      uploadThroughput,
    });
  await slow(40_000);
  const plan = { name: "plano.bin", mimeType: "application/octet-stream", buffer: Buffer.alloc(200_000, 1) };
  await form(page).locator("input[type=file]").setInputFiles(plan);
  const bar = form(page).getByRole("progressbar", { name: "Subiendo plano.bin" });
  const far = async () => Number(await bar.getAttribute("aria-valuenow"));
  await expect.poll(far).toBeGreaterThan(0);
  const before = await far();
  await expect.poll(far).toBeGreaterThan(before);
  expect(await far()).toBeLessThan(100);

  await test.step("it can be cancelled, and leaves nothing", async () => {
    await form(page).getByRole("button", { name: "Cancelar la subida de plano.bin" }).click();
    await expect(bar).toHaveCount(0);
    await expect(text).toHaveText("Con el plano");
  });

  await test.step("saving meanwhile waits for it, and then saves both", async () => {
    await form(page).locator("input[type=file]").setInputFiles(plan);
    await expect.poll(far).toBeGreaterThan(0);
    await form(page).getByRole("button", { name: "Guardar" }).click();
    await expect(form(page).getByRole("button", { name: "Guardando…" })).toBeVisible();
    await expect(page.getByRole("article").filter({ hasText: "Con el plano" })).toHaveCount(0);
    await slow(-1);
    const note = page.getByRole("article").filter({ hasText: "Con el plano" });
    await expect(note.getByRole("link", { name: /plano\.bin/ })).toBeVisible();
    await expect(note).toHaveCount(1);
  });
});

test("an upload that failed is tried again, and nothing typed is lost [F105]", async ({ page, context }) => {
  await signIn(context);
  const id = await makeClient(context, "Casa Fallo");
  await page.goto(`/clients/${id}`);
  const text = await compose(page);
  await text.fill("Con la foto");
  await page.getByLabel("Título (opcional)").fill("Fachada");
  const upload = `**/files/clients/${id}**`;
  await page.route(upload, (route) => route.abort("connectionreset"));
  await form(page)
    .locator("input[type=file]")
    .setInputFiles({ name: "fachada.txt", mimeType: "text/plain", buffer: Buffer.from("Fachada") });
  const failed = form(page).getByRole("listitem").filter({ hasText: "fachada.txt" });
  await expect(failed.getByRole("alert")).toBeVisible();
  await expect(text).toHaveText("Con la foto");
  await expect(page.getByLabel("Título (opcional)")).toHaveValue("Fachada");

  await test.step("saving while it has failed says so, rather than leaving it out", async () => {
    await form(page).getByRole("button", { name: "Guardar" }).click();
    await expect(form(page).getByText("Vuelve a subir los archivos que faltan, o quítalos")).toBeVisible();
    await expect(page.getByRole("article")).toHaveCount(1);
    await expect(text).toHaveText("Con la foto");
    await page.unroute(upload);
  });

  await failed.getByRole("button", { name: "Volver a subir fachada.txt" }).click();
  await expect(form(page).getByRole("button", { name: "Quitar fachada.txt" })).toBeVisible();
  await expect(failed.getByRole("alert")).toHaveCount(0);
  await form(page).getByRole("button", { name: "Guardar" }).click();
  const note = page.getByRole("article").filter({ hasText: "Con la foto" });
  await expect(note.getByRole("link", { name: /fachada\.txt/ })).toBeVisible();
  await expect(note).toContainText("Fachada");
});

test("an activity names whom it was with, and is found by that person [F110][F193]", async ({ page, context }) => {
  await signIn(context);
  const id = await makeClient(context, "Casa Contacto");
  for (const name of ["Luz Vega", "Sol Mar"])
    await api(
      context,
      "mutation ($id: ID!, $name: String!) { addContact(clientId: $id, input: { name: $name }) { id } }",
      {
        id,
        name,
      },
    );
  await page.goto(`/clients/${id}`);
  const text = await compose(page);
  await text.fill("Quiere dos mesas");
  await page.getByLabel("Con quién").selectOption("Luz Vega");
  await form(page).getByRole("button", { name: "Guardar" }).click();
  const note = page.getByRole("article").filter({ hasText: "Quiere dos mesas" });
  await expect(note).toContainText("Con Luz Vega");

  await note.getByRole("button", { name: "Acciones de esta actividad" }).click();
  await page.getByRole("menuitem", { name: "Editar" }).click();
  const edited = page.getByRole("form", { name: "Editar" });
  await edited.getByLabel("Con quién").selectOption("Sol Mar");
  await edited.getByRole("button", { name: "Guardar" }).click();
  await expect(note).toContainText("Con Sol Mar");
  await note.getByRole("button", { name: "editada" }).click();
  await expect(page.getByRole("dialog", { name: "Qué decía antes" })).toContainText("Luz Vega → Sol Mar");
  await page.getByRole("button", { name: "Cerrar" }).click();

  await test.step("from the contact's card", async () => {
    await page.getByRole("tab", { name: "Contactos" }).click();
    await page
      .getByRole("button", { name: /Sol Mar/ })
      .last()
      .click();
    await page.getByRole("menuitem", { name: "Ver cronología" }).click();
    await expect(page.getByRole("article")).toHaveCount(2);
    await expect(note).toBeVisible();
  });
});
