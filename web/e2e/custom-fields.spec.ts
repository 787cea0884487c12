import type { BrowserContext } from "@playwright/test";
import { api, expect, signIn, test } from "./server.ts";

const makeField = (context: BrowserContext, input: object) =>
  api<{ createCustomField: { id: string; key: string } }>(
    context,
    "mutation ($input: CustomFieldInput!) { createCustomField(input: $input) { id key } }",
    { input },
  ).then(({ createCustomField }) => createCustomField);
const makeClient = (context: BrowserContext, name: string, input: object) =>
  api<{ createClient: { id: string } }>(
    context,
    "mutation ($input: CreateClientInput!) { createClient(input: $input) { id } }",
    { input: { name, email: `${crypto.randomUUID()}@campos.test`, ...input } },
  ).then(({ createClient }) => createClient.id);
const heldBy = (context: BrowserContext, id: string, key: string) =>
  api<{ client: { customFields: Record<string, unknown> } }>(
    context,
    "query ($id: ID!) { client(id: $id) { customFields } }",
    { id },
  ).then(({ client }) => client.customFields[key] ?? null);

test("an option is merged into another and taken back, and another is left out of the clients that have it [F120][F121]", async ({
  page,
  context,
}) => {
  await signIn(context);
  const { id, key } = await makeField(context, {
    label: "Categoría",
    type: "SELECT",
    options: ["Primera", "Segunda", "Tercera"],
  });
  const first = await makeClient(context, "Opción Uno", { customFields: { [key]: "Primera" } });
  const second = await makeClient(context, "Opción Dos", { customFields: { [key]: "Segunda" } });
  await api(context, 'mutation ($filter: ClientFilter!) { saveFilter(name: "Los primeros", filter: $filter) { id } }', {
    filter: { customFields: [{ key, operator: "IN", value: ["Primera"] }] },
  });
  await page.goto("/settings/fields");
  await page.getByRole("link", { name: "Categoría" }).click();
  const panel = page.getByRole("dialog", { name: "Editar el campo Categoría" });
  await panel.getByLabel("Opciones", { exact: false }).first().fill("Cuarta");
  await panel.getByRole("button", { name: "Añadir" }).click();

  await panel.getByRole("button", { name: "Quitar la opción Primera" }).click();
  const dialog = page.getByRole("dialog", { name: "Quitar «Primera»" });
  await expect(dialog).toContainText("La tiene 1 cliente. La nombra 1 filtro guardado.");
  await dialog.getByRole("button", { name: "Quitar" }).click();
  await expect(dialog.getByText("Falta este dato")).toBeVisible();
  await dialog.getByLabel("Opción que la sustituye").selectOption("Segunda");
  await dialog.getByRole("button", { name: "Quitar" }).click();
  await expect(panel.getByText("«Primera» ya no existe: 1 cliente tiene ahora «Segunda».")).toBeVisible();
  expect(await heldBy(context, first, key)).toBe("Segunda");
  await panel.getByRole("button", { name: "Deshacer", exact: true }).click();
  await expect(panel.getByText("1 cliente vuelve a tener «Primera».")).toBeVisible();
  expect(await heldBy(context, first, key)).toBe("Primera");
  // What was typed meanwhile is still there, and is saved with the rest.
  await expect(panel.getByRole("list", { name: "Opciones" }).getByRole("listitem")).toHaveText([
    "Primera",
    "Segunda",
    "Tercera",
    "Cuarta",
  ]);
  await panel.getByRole("button", { name: "Guardar" }).click();
  await expect(panel).toBeHidden();

  await page.goto(`/settings/fields?field=${id}`);
  await panel.getByRole("button", { name: "Quitar la opción Segunda" }).click();
  await page.getByRole("radio", { name: /^Nada/ }).check();
  await page.getByRole("dialog", { name: "Quitar «Segunda»" }).getByRole("button", { name: "Quitar" }).click();
  await expect(panel.getByText("«Segunda» ya no existe: 1 cliente se queda sin ella.")).toBeVisible();
  await expect(panel.getByRole("button", { name: "Renombrar «Cuarta»" })).toBeVisible();
  expect(await heldBy(context, second, key)).toBeNull();
});

test("a deleted field comes back with its values, and is erased for good once its name is typed [F119]", async ({
  page,
  context,
}) => {
  await signIn(context);
  const { key } = await makeField(context, { label: "Ruta de reparto", type: "TEXT" });
  const client = await makeClient(context, "Con Ruta", { customFields: { [key]: "Costa" } });
  const remove = async () => {
    await page.getByRole("button", { name: "Acciones para Ruta de reparto" }).click();
    await page.getByRole("menuitem", { name: "Eliminar" }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Eliminar" }).click();
  };
  await page.goto("/settings/fields");
  await remove();
  await page.getByRole("button", { name: "Deshacer", exact: true }).click();
  await expect(page.getByText("Campo restaurado: Ruta de reparto")).toBeVisible();
  await expect(page.getByRole("link", { name: "Ruta de reparto" })).toBeVisible();
  await remove();
  const row = page.getByRole("listitem").filter({ hasText: "1 cliente tiene un valor en él" });
  await expect(row).toContainText("Lo eliminó");
  await page.getByRole("button", { name: "Restaurar Ruta de reparto" }).click();
  await expect(page.getByRole("link", { name: "Ruta de reparto" })).toBeVisible();
  expect(await heldBy(context, client, key)).toBe("Costa");

  await remove();
  await page.reload();
  await page.getByRole("button", { name: "Acciones para Ruta de reparto" }).click();
  await page.getByRole("menuitem", { name: "Borrar para siempre" }).click();
  const dialog = page.getByRole("dialog", { name: "¿Borrar Ruta de reparto para siempre?" });
  await expect(dialog).toContainText("1 cliente pierde lo que tiene en él. No se puede deshacer.");
  await dialog.getByLabel("Escribe el nombre del campo").fill("Ruta");
  await page.keyboard.press("Enter");
  await expect(dialog.getByText("No es el nombre del campo: Ruta de reparto")).toBeVisible();
  await dialog.getByLabel("Escribe el nombre del campo").fill("Ruta de reparto");
  await dialog.getByRole("button", { name: "Borrar para siempre" }).click();
  await expect(page.getByText("Campo borrado para siempre: Ruta de reparto")).toBeVisible();
  await expect(page.getByRole("button", { name: "Restaurar Ruta de reparto" })).toBeHidden();
  const { client: left } = await api<{ client: { timeline: { nodes: { kind: string }[] } } }>(
    context,
    "query ($id: ID!) { client(id: $id) { timeline { nodes { kind } } } }",
    { id: client },
  );
  expect(left.timeline.nodes.map(({ kind }) => kind)).toEqual(["CLIENT_CREATED"]);
});

test("a number is typed with a comma in a record and in a filter, and what is none stays to be put right [F119][F71]", async ({
  page,
  context,
}) => {
  await signIn(context);
  const { key } = await makeField(context, { label: "Metros", type: "NUMBER" });
  const client = await makeClient(context, "Medido", {});
  await page.goto(`/clients/${client}`);
  await page.getByRole("button", { name: "Añadir Metros" }).click();
  const field = page.getByRole("textbox", { name: "Metros" });
  await field.fill("doce");
  await field.press("Enter");
  await expect(page.getByText("No es un número")).toBeVisible();
  await expect(field).toHaveValue("doce");
  await field.fill("12,5");
  await field.press("Enter");
  await expect.poll(() => heldBy(context, client, key)).toBe(12.5);

  await page.goto("/clients");
  await page.getByRole("button", { name: "Añadir un filtro" }).click();
  await page.getByRole("menuitem", { name: "Metros" }).click();
  await page.getByLabel("Valor").fill("12,5");
  await page.getByLabel("Valor").press("Enter");
  await expect(page).toHaveURL(new RegExp(`field=${key}%3AEQ%3A12.5`));
  await expect(page.getByRole("link", { name: "Medido" })).toBeVisible();
});

test("the dashboard's clients without an owner are a list of their own [F73]", async ({ page, context }) => {
  await signIn(context);
  await makeClient(context, "Sin Dueño", {});
  const { viewer } = await api<{ viewer: { user: { id: string } } }>(context, "{ viewer { user { id } } }");
  await makeClient(context, "Con Dueña", { ownerId: viewer.user.id });
  await page.goto("/");
  await page.getByRole("link", { name: /^Sin responsable/ }).click();
  await expect(page.getByRole("button", { name: "Sin responsable", exact: true })).toBeVisible();
  await expect(page.getByRole("link", { name: "Sin Dueño" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Con Dueña" })).toHaveCount(0);
  await page.getByRole("button", { name: "Quitar el filtro Sin responsable" }).click();
  await expect(page.getByRole("link", { name: "Con Dueña" })).toBeVisible();
});
