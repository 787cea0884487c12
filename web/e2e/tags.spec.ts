import { violations } from "./axe.ts";
import { createClient, forEachInput } from "./records.ts";
import { api, createPerson, expect, signIn, test } from "./server.ts";

const makeTag = (context: Parameters<typeof api>[0], input: object) =>
  api<{ createTag: { id: string } }>(context, "mutation ($input: TagInput!) { createTag(input: $input) { id } }", {
    input,
  }).then(({ createTag }) => createTag.id);
const makeClient = (context: Parameters<typeof api>[0], name: string, tagIds: string[]) =>
  api(context, "mutation ($input: CreateClientInput!) { createClient(input: $input) { id } }", {
    input: { name, email: `${name.replaceAll(" ", "").toLowerCase()}@etiquetas.test`, tagIds },
  });

test("a tag is made, refused under a name that is taken, renamed and recoloured by the name of the colour [F111]", async ({
  page,
  context,
}) => {
  await signIn(context);
  await makeTag(context, { name: "Ocupada" });
  await page.goto("/settings");
  await page.getByRole("navigation").getByRole("link", { name: "Etiquetas" }).click();
  await page.getByRole("button", { name: "Crear etiqueta" }).click();
  const panel = page.getByRole("dialog", { name: "Crear etiqueta" });
  await panel.getByLabel("Nombre").fill("OCUPADA");
  await panel.getByLabel("Nombre").press("Control+Enter");
  await expect(panel.getByText("Ya hay una etiqueta con este nombre")).toBeVisible();
  await expect(panel.getByLabel("Nombre")).toHaveValue("OCUPADA");
  await panel.getByLabel("Nombre").fill("Estreno");
  await panel.getByRole("radio", { name: "Verde" }).check();
  await panel.getByRole("button", { name: "Crear etiqueta" }).click();
  const row = page.getByRole("listitem").filter({ hasText: "Estreno" });
  await expect(row).toContainText("Verde");
  await expect(row).toContainText("0 clientes");

  await page.getByRole("button", { name: "Acciones para Estreno" }).click();
  await page.getByRole("menuitem", { name: "Editar" }).click();
  const edit = page.getByRole("dialog", { name: "Editar la etiqueta Estreno" });
  await edit.getByLabel("Nombre").fill("Reestreno");
  await edit.getByRole("radio", { name: "Morado" }).check();
  await edit.getByRole("button", { name: "Guardar" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "Reestreno" })).toContainText("Morado");
});

test("two tags become one on their clients, and a tag goes after being told how many have it [F111][F112]", async ({
  page,
  context,
}) => {
  await signIn(context);
  const [from, into] = [
    await makeTag(context, { name: "Buen cliente" }),
    await makeTag(context, { name: "Cliente bueno" }),
  ];
  await makeClient(context, "Etiquetado Uno", [from]);
  await makeClient(context, "Etiquetado Dos", [from, into]);
  await page.goto("/settings/tags");
  await page.getByRole("button", { name: "Acciones para Buen cliente" }).click();
  await page.getByRole("menuitem", { name: "Combinar con otra…" }).click();
  const merge = page.getByRole("dialog", { name: "Combinar la etiqueta Buen cliente" });
  await expect(merge).toContainText("2 clientes pasan a la otra etiqueta");
  await merge.getByRole("button", { name: "Combinar" }).click();
  await expect(merge.getByText("Falta este dato")).toBeVisible();
  await merge.getByLabel("Se queda").fill("cliente b");
  await page.getByRole("option", { name: "Cliente bueno" }).click();
  await merge.getByRole("button", { name: "Combinar" }).click();
  await expect(page.getByText("Etiquetas combinadas en Cliente bueno: 2 clientes")).toBeVisible();
  const row = page.getByRole("listitem").filter({ hasText: "Cliente bueno" });
  await expect(page.getByRole("listitem").filter({ hasText: "Buen cliente" })).toHaveCount(0);
  await row.getByRole("link", { name: "2 clientes" }).click();
  await expect(page.getByRole("button", { name: "Etiqueta: Cliente bueno", exact: true })).toBeVisible();
  await expect(page.getByRole("link", { name: "Etiquetado Uno" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Etiquetado Dos" })).toBeVisible();

  await page.goto("/settings/tags");
  await page.getByRole("button", { name: "Acciones para Cliente bueno" }).click();
  await page.getByRole("menuitem", { name: "Eliminar" }).click();
  const question = page.getByRole("alertdialog");
  await expect(question).toContainText("La tienen 2 clientes");
  await question.getByRole("button", { name: "Cancelar" }).click();
  await expect(row).toBeVisible();
  await page.getByRole("button", { name: "Acciones para Cliente bueno" }).click();
  await page.getByRole("menuitem", { name: "Eliminar" }).click();
  await question.getByRole("button", { name: "Eliminar" }).click();
  await expect(page.getByText("Etiqueta eliminada: Cliente bueno")).toBeVisible();
  await expect(row).toHaveCount(0);
});

test("an agent makes and changes tags, and neither merges nor deletes them", async ({
  page,
  context,
  browser,
  app,
}) => {
  await signIn(context);
  await makeTag(context, { name: "Intocable" });
  await makeTag(context, { name: "Otra más" });
  const agent = await createPerson(context, { name: "Ada Agente" });
  const hers = await browser.newContext({ baseURL: app.url, locale: "es-PA" });
  await signIn(hers, agent);
  const tags = await hers.newPage();
  await tags.goto("/settings/tags");
  await tags.getByRole("button", { name: "Acciones para Intocable" }).click();
  await expect(tags.getByRole("menuitem")).toHaveText(["Editar"]);
  await hers.close();
  await page.goto("/settings/tags");
  await page.getByRole("button", { name: "Acciones para Intocable" }).click();
  await expect(page.getByRole("menuitem")).toHaveText(["Editar", "Combinar con otra…", "Eliminar"]);
});

test("axe finds nothing on a client with more tags than are shown", async ({ page, context }) => {
  await signIn(context);
  const tags = await forEachInput<{ id: string }>(
    context,
    "TagInput",
    Array.from({ length: 14 }, (_, index) => ({ name: `Muchas ${index + 1}` })),
    (input) => `createTag(input: ${input}) { id }`,
  );
  const tagIds = tags.map(({ id }) => id);
  const { id } = await createClient(context, { name: "Muchas Etiquetas", email: "muchas@example.com", tagIds });
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto(`/clients/${id}`);
  await expect(page.getByRole("button", { name: /^\+11/ })).toBeVisible();
  expect(await violations(page, "light")).toEqual([]);
  await page.getByRole("button", { name: "+11 etiquetas más" }).click();
  await expect(page.getByRole("button", { name: /^Quitar la etiqueta Muchas/ })).toHaveCount(14);
});
