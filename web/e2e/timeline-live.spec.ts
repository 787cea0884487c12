import type { Browser } from "@playwright/test";
import { addNotes, createClient } from "./records.ts";
import { api, createPerson, expect, owner, type RunningServer, signIn, test } from "./server.ts";

const newPage = async (browser: Browser, app: RunningServer, person: { email: string; password: string }) => {
  const context = await browser.newContext({ baseURL: app.url, locale: "es-PA", timezoneId: "America/Panama" });
  await signIn(context, person);
  return { context, page: await context.newPage() };
};

test("a second person's note appears on the first one's open timeline without reload", async ({ browser, app }) => {
  const first = await newPage(browser, app, owner);
  const eva = await createPerson(first.context, { name: "Eva Ríos", role: "ADMIN" });
  const second = await newPage(browser, app, eva);
  const client = await createClient(first.context, { name: "Cine Luz", email: "luz@cine.test" });
  await first.page.goto(`/clients/${client.id}`);
  await expect(first.page.getByRole("article")).toHaveCount(1);

  await second.page.goto(`/clients/${client.id}`);
  await expect(second.page.getByRole("article")).toHaveCount(1);
  await second.page.keyboard.press("n");
  const text = second.page.getByLabel("Nota", { exact: true }).last();
  await expect(text).toBeFocused();
  await text.fill("Pide 20 butacas.\nLlamar el <b>lunes</b>.");
  await text.press("Control+Enter");
  await expect(second.page.getByRole("article").filter({ hasText: "Pide 20 butacas." })).toHaveCount(1);

  const arrived = first.page.getByRole("article").filter({ hasText: "Pide 20 butacas." });
  await expect(arrived).toContainText("Llamar el <b>lunes</b>.");
  await expect(arrived).toContainText("Eva Ríos");
  await expect(arrived).toContainText("nueva");

  await test.step("who wrote it and who looks on see the last activity move", async () => {
    for (const { page } of [first, second])
      await expect(page.getByText("Última actividad").locator("..")).not.toContainText("Todavía ninguna");
  });

  await test.step("further down it waits behind a mark, and moves nothing", async () => {
    const notes = Array.from({ length: 25 }, (_, index) => ({ description: `<p>Nota ${index + 1}</p>` }));
    await addNotes(first.context, client.id, notes);
    await expect(first.page.getByRole("article")).toHaveCount(27);
    await first.page.mouse.wheel(0, 700);
    await expect(first.page.getByLabel("Nueva actividad")).not.toBeInViewport();
    const read = first.page.getByRole("article").filter({ hasText: "Nota 10" });
    const before = (await read.boundingBox())?.y;
    await second.page.getByLabel("Nota", { exact: true }).last().fill("Urgente");
    await second.page.keyboard.press("Control+Enter");
    await expect(first.page.getByRole("button", { name: "1 nueva" })).toBeVisible();
    expect((await read.boundingBox())?.y).toBe(before);
    await first.page.getByRole("button", { name: "1 nueva" }).click();
    await expect(first.page.getByRole("article").filter({ hasText: "Urgente" })).toBeInViewport();
  });

  await test.step("a change of the record by the other shows beside the timeline, too", async () => {
    await second.page.getByRole("button", { name: "Estado: Prospecto" }).click();
    await second.page.getByRole("menuitem", { name: "Cliente", exact: true }).click();
    await expect(first.page.getByRole("button", { name: "Estado: Cliente" })).toBeVisible();
  });

  await test.step("and of a field that is open, it is offered", async () => {
    await first.page.getByRole("button", { name: "Añadir Página web" }).click();
    await first.page.getByLabel("Página web", { exact: true }).fill("mia.test");
    const update = "mutation ($id: ID!, $input: UpdateClientInput!) { updateClient(id: $id, input: $input) { id } }";
    await api(second.context, update, { id: client.id, input: { website: "suya.test" } });
    await expect(first.page.getByText("Otra persona puso «suya.test» mientras editabas.")).toBeVisible();
    await expect(first.page.getByLabel("Página web", { exact: true })).toHaveValue("mia.test");
    await first.page.getByRole("button", { name: "Seguir con el mío" }).click();
    await first.page.getByLabel("Página web", { exact: true }).press("Enter");
    await expect(first.page.getByRole("button", { name: "Cambiar Página web: mia.test" })).toBeVisible();
  });
  await first.context.close();
  await second.context.close();
});

test("what was missed while the connection was broken is fetched when it is back", async ({ page, context, app }) => {
  await signIn(context);
  const client = await createClient(context, { name: "Teatro Eco", email: "eco@teatro.test" });
  let broken = false;
  const sockets: { close: () => Promise<void> }[] = [];
  await page.routeWebSocket(`${app.url.replace(/^http/, "ws")}/graphql`, (socket) => {
    if (broken) return void socket.close();
    socket.connectToServer();
    sockets.push(socket);
  });
  await page.goto(`/clients/${client.id}`);
  await expect(page.getByRole("article")).toHaveCount(1);
  await expect.poll(() => sockets.length).toBe(1);
  broken = true;
  await sockets[0]?.close();
  await addNotes(context, client.id, [{ description: "<p>Sin ti</p>" }]);
  broken = false;
  await expect(page.getByRole("article").filter({ hasText: "Sin ti" })).toBeVisible();
});

test("a manual entry is edited and deleted by its author; automatic ones cannot be [F106][F107]", async ({
  page,
  context,
}) => {
  await signIn(context);
  const client = await createClient(context, { name: "Imprenta Sol", email: "sol@imprenta.test" });
  await page.goto(`/clients/${client.id}`);
  await page.getByLabel("Nota", { exact: true }).click();
  await page.getByRole("button", { name: "Llamada" }).click();
  // The tools of the text are there: what is written from now on is written with them.
  await expect(page.getByRole("toolbar", { name: "Formato" })).toBeVisible();
  await page.getByLabel("Resumen de la llamada").press("Control+Enter");
  await expect(page.getByRole("alert").filter({ hasText: "Falta este dato" })).toBeVisible();
  await page.getByLabel("Título (opcional)").fill("Presupuesto");
  await page.getByLabel("Resumen de la llamada").fill("Quiere 500 tarjetas\n\nPara el viernes");
  await page.getByLabel("Etapa").selectOption("Presupuesto");
  await page.getByRole("combobox", { name: "Etiquetas" }).fill("Urgente");
  await page.getByRole("option", { name: "Crear «Urgente»" }).click();
  await expect(page.getByRole("button", { name: "Quitar la etiqueta Urgente" })).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("Resumen de la llamada")).toContainText("Para el viernes");
  await page.getByRole("button", { name: "Guardar" }).click();
  const call = page.getByRole("article").filter({ hasText: "Quiere 500 tarjetas" });
  await expect(call.getByText("Para el viernes")).toBeVisible();
  await expect(call).toContainText("Urgente");

  await call.getByRole("button", { name: "Acciones de esta actividad" }).click();
  await page.getByRole("menuitem", { name: "Editar" }).click();
  const editor = page.getByRole("form", { name: "Editar" });
  await expect(editor.getByLabel("Resumen de la llamada")).toContainText("Para el viernes");
  await editor.getByLabel("Resumen de la llamada").fill("Quiere 800 tarjetas");
  await editor.getByRole("button", { name: "Guardar" }).click();
  const changed = page.getByRole("article").filter({ hasText: "Quiere 800 tarjetas" });
  await expect(changed).toContainText("editada");

  const created = page.getByRole("article").filter({ hasText: "Se creó el cliente" });
  await expect(created.getByRole("button")).toHaveCount(0);

  await changed.getByRole("button", { name: "Acciones de esta actividad" }).click();
  await page.getByRole("menuitem", { name: "Eliminar" }).click();
  await expect(changed).toHaveCount(0);
  await page.getByRole("button", { name: "Deshacer", exact: true }).click();
  await expect(changed).toHaveCount(1);

  await changed.getByRole("button", { name: "editada" }).click();
  const history = page.getByRole("dialog", { name: "Qué decía antes" });
  await expect(history.locator("del").filter({ hasText: "500" })).toHaveCount(1);
  await expect(history).toContainText("la eliminó");
  await expect(history).toContainText("la recuperó");
});

test("the timeline is filtered by kind and by who wrote it, and the URL says so [F108][F109]", async ({
  page,
  context,
}) => {
  await signIn(context);
  const client = await createClient(context, { name: "Granja Río", email: "rio@granja.test" });
  await addNotes(context, client.id, [
    { kind: "NOTE", description: "<p>Gallinas</p>" },
    { kind: "CALL", description: "<p>Huevos</p>" },
  ]);
  await page.goto(`/clients/${client.id}`);
  await expect(page.getByRole("article")).toHaveCount(3);
  await page.getByRole("button", { name: "Filtrar", exact: true }).click();
  await page.getByRole("button", { name: "Tipo", exact: true }).click();
  await page.getByRole("dialog", { name: "Tipo" }).getByLabel("Llamada").check();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("article")).toHaveCount(1);
  await expect(page).toHaveURL(/kind=CALL/);
  await page.reload();
  await expect(page.getByRole("article").filter({ hasText: "Huevos" })).toBeVisible();
  await page.getByRole("button", { name: "Quitar el filtro Tipo: Llamada" }).click();
  await page.getByRole("searchbox").fill("gallin");
  await expect(page.getByRole("article")).toHaveCount(1);
  await page.getByRole("searchbox").fill("no está");
  await page.getByRole("button", { name: "Quitar los filtros" }).click();
  await expect(page.getByRole("article")).toHaveCount(3);
});
