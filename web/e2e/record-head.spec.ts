import { addNotes, createClient, createClients, forEachInput } from "./records.ts";
import { api, expect, signIn, test } from "./server.ts";

const word = "Constructoradelargonombrequenotieneespaciosyllegaalassetentayseisletrasjustas";

test.beforeEach(({ context }) => signIn(context));

test("the record's name, status and actions stay in sight, in one line, and the bar names it [F38]", async ({
  page,
  context,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto("/clients?new=1");
  await page.getByLabel("Cliente / Negocio").fill("Cabecera a la Vista");
  await page.getByRole("textbox", { name: "Correo", exact: true }).fill("cabecera@example.com");
  await page.getByRole("button", { name: "Crear cliente" }).click();
  const name = page.getByRole("heading", { level: 1, name: "Cabecera a la Vista" });
  await expect(name).toBeVisible();
  const scrolled = () => page.evaluate(() => window.scrollY);
  expect(await scrolled()).toBe(0);
  await expect(page.getByRole("banner").first()).toContainText("Cabecera a la Vista");

  await test.step("a panel opened by its key leaves the page where it was, and gives the focus back", async () => {
    await page.keyboard.press("t");
    await expect(page.getByRole("dialog")).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await expect(page.locator("body")).not.toBeFocused();
    expect(await scrolled()).toBe(0);
  });

  const notes = Array.from({ length: 30 }, (_, index) => ({ description: `<p>Nota ${index + 1}</p>` }));
  await addNotes(context, page.url().split("/").at(-1) ?? "", notes);
  await page.reload();
  await page.getByRole("article").filter({ hasText: "Nota 10" }).scrollIntoViewIfNeeded();
  await page.mouse.move(640, 500);
  await page.mouse.wheel(0, 1500);
  await expect.poll(scrolled).toBeGreaterThan(300);
  await expect(name).toBeInViewport();
  await expect(page.getByRole("button", { name: "Estado: Prospecto" })).toBeInViewport();
  await expect(page.getByRole("button", { name: "Escribir una nota" })).toBeInViewport();
});

test("a name as long as may be, and long tags, leave status, actions and the bar as they are [F38]", async ({
  page,
  context,
}) => {
  const tags = await forEachInput<{ id: string }>(
    context,
    "TagInput",
    [1, 2, 3].map((number) => ({ name: `Etiqueta de nombre bastante largo ${number}` })),
    (input) => `createTag(input: ${input}) { id }`,
  );
  const long = "Compañía de Importaciones y Exportaciones ".repeat(5).slice(0, 200).trim();
  const [short, ...others] = await createClients(context, [
    { name: "Ana", email: "corta@example.com" },
    { name: long, email: "larguisima@example.com" },
    { name: long, email: "etiquetada@example.com", tagIds: tags.map(({ id }) => id) },
  ]);
  const sizes = async (id: string) => {
    await page.goto(`/clients/${id}`);
    const parts = [
      page.getByRole("button", { name: "Nuevo", exact: true }),
      page.getByRole("button", { name: /^Buscar…/ }),
      page.getByRole("button", { name: "Estado: Prospecto" }),
      page.getByRole("button", { name: "Añadir etiqueta" }),
      page.getByRole("button", { name: "Más acciones" }),
    ];
    for (const part of parts) await expect(part).toBeInViewport({ ratio: 1 });
    return Promise.all(parts.map(async (part) => Math.round((await part.boundingBox())?.width ?? 0)));
  };
  for (const width of [1200, 1440]) {
    await page.setViewportSize({ width, height: 800 });
    const usual = await sizes(short?.id ?? "");
    for (const { id } of others) expect(await sizes(id)).toEqual(usual);
  }
});

test("labels and names of any length leave their values room, and many changes fold [F96]", async ({
  page,
  context,
}) => {
  const labels = [word, "Número de la cuenta contable que usa el departamento de administración, dos"];
  const fields = await forEachInput<{ key: string }>(
    context,
    "CustomFieldInput",
    [...labels, ...Array.from({ length: 6 }, (_, index) => `Dato ${index + 1}`)].map((label) => ({
      label,
      type: "TEXT",
    })),
    (input) => `createCustomField(input: ${input}) { key }`,
  );
  const { id } = await createClient(context, { name: word, email: "larga@example.com" });
  await api(
    context,
    "mutation ($id: ID!, $values: JSON) { updateClient(id: $id, input: { customFields: $values }) { id } }",
    {
      id,
      values: Object.fromEntries(fields.map(({ key }) => [key, "Un valor que ocupa unas cuantas palabras"])),
    },
  );
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 844 });
    await page.goto(`/clients/${id}`);
    const entry = page.getByRole("article").filter({ hasText: "Se cambiaron 8 datos" });
    await expect(entry.getByRole("definition")).toHaveCount(5);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    for (const value of await entry.getByRole("definition").all())
      expect((await value.boundingBox())?.width).toBeGreaterThan(120);
    await entry.getByRole("button", { name: "Ver 3 cambios más" }).click();
    await expect(entry.getByRole("definition")).toHaveCount(8);
  }
});

test("focus: the composer goes on after Ctrl+↵, and back on the list one is on the row one came from, ticks kept", async ({
  page,
  context,
}) => {
  await createClients(context, [
    { name: "Foco Uno", email: "uno@foco.test" },
    { name: "Foco Dos", email: "dos@foco.test" },
  ]);
  await page.goto("/clients?q=foco");
  await page.getByRole("checkbox", { name: "Seleccionar Foco Uno" }).check();
  await page.getByRole("link", { name: "Foco Dos" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Foco Dos" })).toBeVisible();
  await page.keyboard.press("n");
  const note = page.getByLabel("Nota", { exact: true }).last();
  await expect(note).toBeFocused();
  await note.pressSequentially("La primera");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("article").filter({ hasText: "La primera" })).toBeVisible();
  await expect(note).toBeFocused();
  await expect(note).toHaveText("");
  await page.keyboard.press("Escape");
  await expect(page.locator("body")).not.toBeFocused();

  await test.step("a property's tools are reached by ←, and are no stops of their own", async () => {
    const value = page.getByRole("button", { name: /^Cambiar Correo/ });
    await value.focus();
    await page.keyboard.press("ArrowRight");
    await expect(page.getByRole("link", { name: "Ver el historial de Correo", exact: true })).toBeFocused();
    await page.keyboard.press("ArrowLeft");
    await expect(value).toBeFocused();
  });
  await page.goBack();
  await expect(page.getByRole("link", { name: "Foco Dos" })).toBeFocused();
  await expect(page.getByRole("checkbox", { name: "Seleccionar Foco Uno" })).toBeChecked();
});

test("the columns that are chosen are there at any width: what does not fit is scrolled to [F56]", async ({
  page,
  context,
}) => {
  await createClient(context, { name: "Columna Única", email: "columna@example.com" });
  for (const width of [1440, 1280, 1000]) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto("/clients?q=columna");
    await expect(page.getByRole("row").nth(1)).toBeVisible();
    const head = page.getByRole("columnheader", { name: "Última actividad" });
    await head.scrollIntoViewIfNeeded();
    await expect(head).toBeInViewport({ ratio: 0.9 });
  }
});
