import type { BrowserContext, Page } from "@playwright/test";
import { createClients } from "./records.ts";
import { api, createPerson, expect, signIn, test } from "./server.ts";

const createMany = (context: BrowserContext, word: string, count: number) =>
  createClients(
    context,
    Array.from({ length: count }, (_, index) => ({
      name: `${word} ${index + 1}`,
      email: `${word}${index + 1}@muchos.test`,
    })),
  );
const count = (context: BrowserContext, filter: object) =>
  api<{ clientCount: number }>(context, "query ($filter: ClientFilter) { clientCount(filter: $filter) }", {
    filter,
  }).then(({ clientCount }) => clientCount);
const selectAll = async (page: Page, matching: string) => {
  await page.getByRole("checkbox", { name: "Seleccionar las filas cargadas" }).check();
  await page.getByRole("button", { name: `Seleccionar los ${matching}` }).click();
};

test("hundreds change status and owner with progress, and are put back once the message is gone [F81][F82][F83]", async ({
  page,
  context,
}) => {
  await signIn(context);
  const word = "alud";
  await createMany(context, word, 240);
  await createPerson(context, { name: "Olga Dueña", role: "ADMIN" });
  await page.goto(`/clients?q=${word}`);

  // The answer waits until the progress was seen: how long the work itself takes is nobody's promise.
  const progress = page.getByRole("region", { name: "Cambios en muchos clientes" });
  await page.route("**/graphql", async (route) => {
    if (!route.request().postData()?.includes("mutation SetClientsStatus")) return route.continue();
    const response = await route.fetch();
    await expect(progress).toContainText("240 de 240");
    await route.fulfill({ response });
  });
  await selectAll(page, "240");
  await page.getByRole("toolbar").getByRole("button", { name: "Estado" }).click();
  await page.getByRole("menuitem", { name: "Inactivo" }).click();
  const message = page.getByText("Estado de 240 clientes: Inactivo");
  await expect(message).toBeVisible();
  await expect(progress).toBeHidden();
  await expect(page.getByRole("heading", { name: "Ningún cliente cumple todo esto" })).toBeVisible();
  expect(await count(context, { search: word, status: ["INACTIVE"] })).toBe(240);

  await page.goto(`/clients?q=${word}&status=INACTIVE`);
  await selectAll(page, "240");
  await page.getByRole("toolbar").getByRole("button", { name: "Más" }).click();
  await page.getByRole("menuitem", { name: "Responsable…" }).click();
  await page.getByRole("menuitem", { name: "Olga Dueña" }).click();
  const owned = page.getByText("Responsable de 240 clientes: Olga Dueña");
  await expect(owned).toBeVisible();
  await expect(page.getByRole("row").nth(1)).toContainText("Olga Dueña");
  await page.getByRole("button", { name: "Quitar la selección" }).click();
  await owned.locator("..").getByRole("button", { name: "Cerrar" }).click();
  await expect(owned).toBeHidden();
  await page.getByRole("button", { name: "Cambios que aún puedes deshacer" }).click();
  await page.getByRole("button", { name: "Deshacer «Responsable: Olga Dueña»" }).click();
  await expect(page.getByText("240 clientes como antes")).toBeVisible();
  await expect(page.getByRole("row").nth(1)).not.toContainText("Olga Dueña");
  // The change of before the page was loaded anew is still there.
  await page.getByRole("button", { name: "Cambios que aún puedes deshacer" }).click();
  await expect(page.getByRole("button", { name: "Deshacer «Pasar a Inactivo»" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Deshacer «Responsable: Olga Dueña»" })).toBeHidden();
});

test("what was done to many clients can be taken back after a reload [F82]", async ({ page, context }) => {
  await signIn(context);
  const word = "recarga";
  await createMany(context, word, 20);
  await page.goto(`/clients?q=${word}`);
  await page.getByRole("checkbox", { name: "Seleccionar las filas cargadas" }).check();
  await page.getByRole("toolbar").getByRole("button", { name: "Estado" }).click();
  await page.getByRole("menuitem", { name: "Inactivo" }).click();
  await expect(page.getByText("Estado de 20 clientes: Inactivo")).toBeVisible();
  await page.reload();
  await page.getByRole("button", { name: "Cambios que aún puedes deshacer" }).click();
  await page.getByRole("button", { name: "Deshacer «Pasar a Inactivo»" }).first().click();
  await expect(page.getByText("20 clientes como antes")).toBeVisible();
  expect(await count(context, { search: word, status: ["PROSPECT"] })).toBe(20);
});

test("deleting many asks with their number, and brings them all back", async ({ page, context }) => {
  await signIn(context);
  const word = "fugaz";
  await createMany(context, word, 120);
  await page.goto(`/clients?q=${word}`);
  await selectAll(page, "120");
  await page.getByRole("toolbar").getByRole("button", { name: "Más" }).click();
  await page.getByRole("menuitem", { name: "Eliminar" }).click();
  const question = page.getByRole("alertdialog");
  await expect(question).toContainText("¿Eliminar 120 clientes?");
  await question.getByRole("button", { name: "Cancelar" }).click();
  expect(await count(context, { search: word })).toBe(120);
  await page.getByRole("toolbar").getByRole("button", { name: "Más" }).click();
  await page.getByRole("menuitem", { name: "Eliminar" }).click();
  await question.getByRole("button", { name: "Eliminar 120 clientes" }).click();
  await expect(page.getByText("120 clientes eliminados")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Ningún cliente cumple todo esto" })).toBeVisible();
  expect(await count(context, { search: word })).toBe(0);
  await page.getByRole("button", { name: "Deshacer", exact: true }).click();
  await expect(page.getByText("120 clientes como antes")).toBeVisible();
  await expect(page.getByText("120 clientes", { exact: true })).toBeVisible();
  expect(await count(context, { search: word })).toBe(120);
});

test("a client that is gone meanwhile is named with the reason, and the others change", async ({ page, context }) => {
  await signIn(context);
  const [, gone] = await createClients(context, [
    { name: "Quedada Una", email: "una@quedada.test" },
    { name: "Quedada Ida", email: "ida@quedada.test" },
  ]);
  await page.goto("/clients?q=quedada");
  await page.getByRole("checkbox", { name: "Seleccionar las filas cargadas" }).check();
  await api(context, "mutation ($id: ID!) { deleteClient(id: $id) }", { id: gone?.id });
  await page.getByRole("toolbar").getByRole("button", { name: "Estado" }).click();
  await page.getByRole("menuitem", { name: "Cliente", exact: true }).click();
  const result = page.getByRole("region", { name: "Cambios en muchos clientes" });
  await expect(result).toContainText("Estado de 1 cliente: Cliente · 1 omitido");
  await result.getByText("Ver 1 omitido").click();
  await expect(result.getByRole("listitem")).toContainText("Quedada Ida:");
  await expect(result.getByRole("listitem")).toContainText(/no existe|eliminad|ya no/i);
  await result.getByRole("button", { name: "Deshacer", exact: true }).click();
  await expect(page.getByText("1 cliente como antes")).toBeVisible();
});

test("rows are ticked by keys and in ranges, and Esc lets go of them [F77][F78]", async ({ page, context }) => {
  await signIn(context);
  await createMany(context, "hilera", 6);
  await page.goto("/clients?q=hilera&sort=name");
  const box = (index: number) => page.getByRole("checkbox", { name: `Seleccionar hilera ${index}` });
  const bar = page.getByRole("toolbar");
  await expect(box(1)).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("link", { name: "hilera 1" })).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("x");
  await expect(box(2)).toBeChecked();
  await box(5).click({ modifiers: ["Shift"] });
  await expect(bar.getByRole("status")).toHaveText("4 seleccionados");
  await expect(box(4)).toBeChecked();
  await expect(box(6)).not.toBeChecked();
  await box(4).click({ modifiers: ["Shift"] });
  await expect(bar.getByRole("status")).toHaveText("2 seleccionados");
  await page.keyboard.press("Escape");
  await expect(bar).toBeHidden();
  await expect(box(2)).not.toBeChecked();
});

test("coming back from a record finds the list where it was, and ↓ goes on from there", async ({ page, context }) => {
  await signIn(context);
  await createMany(context, "escalera", 70);
  await page.setViewportSize({ width: 1280, height: 700 });
  await page.goto("/clients?q=escalera");
  const link = page.getByRole("link", { name: "escalera 12", exact: true });
  await page.getByRole("rowheader").first().hover();
  await expect(async () => {
    await page.mouse.wheel(0, 400);
    await expect(link).toBeInViewport({ timeout: 500 });
  }).toPass();
  // Half a row at the edge would be scrolled to by the click.
  await link.scrollIntoViewIfNeeded();
  const before = await link.boundingBox();
  await link.click();
  await expect(page.getByRole("heading", { level: 1, name: "escalera 12" })).toBeVisible();
  await page.goBack();
  await expect(link).toBeInViewport();
  expect((await link.boundingBox())?.y).toBeCloseTo(before?.y ?? 0, 0);
  await page.keyboard.press("ArrowDown");
  await expect(page.locator("[data-row]:focus")).toBeInViewport();
  await expect(link).toBeInViewport();
});
