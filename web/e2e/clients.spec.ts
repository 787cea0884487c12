import { api, expect, signIn, test } from "./server.ts";

test.beforeEach(async ({ context }) => {
  await signIn(context);
});

const createClient = (context: Parameters<typeof api>[0], input: object) =>
  api<{ createClient: { id: string } }>(
    context,
    "mutation ($input: CreateClientInput!) { createClient(input: $input) { id } }",
    { input },
  ).then((data) => data.createClient);

test("a client is created in the panel; a mistake and a crash lose nothing typed [F34][F3]", async ({ page }) => {
  await page.goto("/clients");
  await page.getByRole("button", { name: "Nuevo", exact: true }).click();
  await page.getByRole("menuitem", { name: "Cliente" }).click();
  const panel = page.getByRole("dialog", { name: "Nuevo cliente" });
  await expect(panel.getByLabel("Cliente / Negocio")).toBeFocused();
  await panel.getByLabel("Cliente / Negocio").fill("Panadería Áñez");
  await panel.getByRole("textbox", { name: "Correo", exact: true }).fill("sin arroba");
  await panel.getByRole("textbox", { name: "Correo", exact: true }).press("Control+Enter");
  await expect(panel.getByText("No parece una dirección de correo")).toBeVisible();
  await expect(panel.getByRole("textbox", { name: "Correo", exact: true })).toBeFocused();
  await expect(panel.getByLabel("Cliente / Negocio")).toHaveValue("Panadería Áñez");

  await page.reload();
  await expect(panel.getByLabel("Cliente / Negocio")).toHaveValue("Panadería Áñez");
  await panel.getByRole("textbox", { name: "Correo", exact: true }).fill("hola@anez.test");
  await panel.getByLabel("Celular").fill("+507 6123-4567");
  await panel.getByRole("button", { name: "Información fiscal" }).click();
  await panel.getByLabel("País fiscal").fill("panam");
  await page.getByRole("option", { name: "Panamá" }).click();
  await panel.getByLabel("RUC", { exact: true }).fill("155596713-2-2015");
  await panel.getByLabel("Dígito verificador (DV)").fill("59");
  await panel.getByLabel("Tipo de RUC").selectOption("Jurídico");
  await panel.getByRole("button", { name: "Más datos" }).click();
  await panel.getByLabel("Etiquetas").fill("Mayorista");
  await page.getByRole("option", { name: "Crear «Mayorista»" }).click();
  await panel.getByRole("button", { name: "Crear cliente" }).click();

  await expect(page.getByRole("heading", { level: 1, name: "Panadería Áñez" })).toBeVisible();
  await expect(page).toHaveURL(/\/clients\/[0-9a-f-]{36}$/);
  await expect(page.getByText("Mayorista").first()).toBeVisible();
  await expect(page.getByRole("button", { name: "Cambiar RUC: 155596713-2-2015" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Llamar al +507 6123 4567" })).toHaveAttribute(
    "href",
    "tel:+50761234567",
  );
  await expect(page.getByRole("article").filter({ hasText: "Se creó el cliente" })).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL(/\/clients$/);
});

test("a client saved before its new tag is made waits for it; where it cannot be made nothing is saved [F35]", async ({
  page,
}) => {
  let answer: (how: "continue" | "abort") => void = () => {};
  await page.route("**/graphql", async (route) => {
    if (!route.request().postData()?.includes("mutation CreateTag")) return route.continue();
    const how = await new Promise<"continue" | "abort">((resolve) => {
      answer = resolve;
    });
    return how === "abort" ? route.abort() : route.continue();
  });
  await page.goto("/clients?new=1");
  const panel = page.getByRole("dialog", { name: "Nuevo cliente" });
  await panel.getByLabel("Cliente / Negocio").fill("Etiquetada Deprisa");
  await panel.getByRole("textbox", { name: "Correo", exact: true }).fill("deprisa@example.com");
  await panel.getByRole("button", { name: "Más datos" }).click();
  const form = panel.getByRole("form");
  const save = async () => {
    const asked = page.waitForRequest((request) => Boolean(request.postData()?.includes("mutation CreateTag")));
    await panel.getByLabel("Etiquetas").press("Enter");
    await asked;
    await panel.getByRole("button", { name: "Crear cliente" }).click();
    await expect(form).toHaveAttribute("aria-busy", "true");
    await expect(panel.getByRole("status").filter({ hasText: "Deprisa" })).toBeVisible();
  };
  await panel.getByLabel("Etiquetas").fill("Deprisa");
  await save();
  answer("abort");
  await expect(panel.getByText(/No se pudo crear la etiqueta/)).toBeVisible();
  await expect(form).toHaveAttribute("aria-busy", "false");
  await expect(panel.getByLabel("Etiquetas")).toHaveValue("Deprisa");

  await save();
  answer("continue");
  await expect(page.getByRole("heading", { level: 1, name: "Etiquetada Deprisa" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Quitar la etiqueta Deprisa" })).toBeVisible();
});

test("refuses the same email in another case and leads to the record that has it [F126][F128][F130]", async ({
  page,
  context,
}) => {
  const { id } = await createClient(context, { name: "Ferretería Única", email: "unica@example.com" });
  await page.goto("/clients?new=1");
  const panel = page.getByRole("dialog", { name: "Nuevo cliente" });
  await panel.getByLabel("Cliente / Negocio").fill("Ferretería Copia");
  await panel.getByRole("textbox", { name: "Correo", exact: true }).fill("UNICA@Example.com");
  await panel.getByRole("button", { name: "Crear cliente" }).click();
  const alert = panel.getByRole("alert");
  await expect(alert).toContainText("Ferretería Única");
  await expect(panel.getByLabel("Cliente / Negocio")).toHaveValue("Ferretería Copia");
  await alert.getByRole("link", { name: "Abrirla" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Descartar" }).click();
  await expect(page).toHaveURL(new RegExp(`/clients/${id}`));
});

test("a client is found whatever the case and accents, and by the keyboard alone [F58]", async ({ page, context }) => {
  await createClient(context, { name: "Óptica Güell", email: "hola@guell.test" });
  await createClient(context, { name: "Otra cosa", email: "otra@cosa.test" });
  await page.goto("/clients");
  await page.getByRole("table", { name: "Clientes" }).waitFor();
  await page.keyboard.press("/");
  await expect(page.getByRole("searchbox")).toBeFocused();
  await page.keyboard.type("OPTICA guell");
  await expect(page.getByRole("link", { name: "Óptica Güell" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Otra cosa" })).toBeHidden();
  await expect(page).toHaveURL(/q=OPTICA\+guell/);
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("link", { name: "Óptica Güell" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Óptica Güell" })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("searchbox")).toHaveValue("OPTICA guell");
});

test("a search without result says which filter to let go [F73]", async ({ page, context }) => {
  await createClient(context, { name: "Zapatería Zeta", email: "zeta@example.com", status: "CLIENT" });
  await page.goto("/clients?q=zapateria+zeta&status=INACTIVE&created=TODAY");
  await expect(page.getByRole("heading", { name: "Ningún cliente cumple todo esto" })).toBeVisible();
  await page.getByRole("button", { name: "Quitar Estado: Inactivo" }).click();
  await expect(page.getByRole("link", { name: "Zapatería Zeta" })).toBeVisible();
  await expect(page).toHaveURL(/created=TODAY/);
});

test("the tiles filter, the columns sort, and inactive clients appear when asked for [F51][F61]", async ({
  page,
  context,
}) => {
  await createClient(context, { name: "Aaa Dormida", email: "aaa@dormida.test", status: "INACTIVE" });
  await createClient(context, { name: "Aab Despierta", email: "aab@despierta.test", status: "PROSPECT" });
  await page.goto("/clients");
  await page.getByRole("button", { name: "Nombre", exact: true }).click();
  await expect(page).toHaveURL(/sort=name/);
  const rows = page.getByRole("row");
  await expect(rows.nth(1)).toContainText("Aab Despierta");
  await expect(page.getByRole("link", { name: "Aaa Dormida" })).toBeHidden();
  await page.getByRole("button", { name: /^Prospectos/ }).click();
  await expect(page).toHaveURL(/status=PROSPECT/);
  await page.getByRole("button", { name: "Estado: Prospecto" }).first().click();
  await page.getByLabel("Inactivo").check();
  await page.getByLabel("Prospecto", { exact: true }).uncheck();
  await page.keyboard.press("Escape");
  await expect(rows.nth(1)).toContainText("Aaa Dormida");
});

test("a property is edited in place: Enter saves, Esc gives up, a refusal keeps what was typed", async ({
  page,
  context,
}) => {
  const { id } = await createClient(context, { name: "Librería Lugo", email: "lugo@example.com" });
  await page.goto(`/clients/${id}`);
  await page.getByRole("button", { name: "Añadir Persona de contacto" }).click();
  await page.getByLabel("Persona de contacto", { exact: true }).fill("Rosa Lugo");
  await page.keyboard.press("Enter");
  const contact = page.getByRole("button", { name: "Cambiar Persona de contacto: Rosa Lugo" });
  await expect(contact).toBeFocused();
  await expect(page.getByRole("article").filter({ hasText: "Persona de contacto: vacío → Rosa Lugo" })).toBeVisible();

  await contact.press("Enter");
  await page.getByLabel("Persona de contacto", { exact: true }).fill("Nadie");
  await page.keyboard.press("Escape");
  await expect(contact).toBeFocused();

  await page.getByRole("button", { name: /Cambiar Correo/ }).click();
  await page.getByLabel("Correo", { exact: true }).fill("no es correo");
  await page.keyboard.press("Enter");
  await expect(page.getByText("No parece una dirección de correo")).toBeVisible();
  await expect(page.getByLabel("Correo", { exact: true })).toHaveValue("no es correo");
  await page.getByLabel("Correo", { exact: true }).fill("nuevo@lugo.test");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Cambiar Correo: nuevo@lugo.test" })).toBeVisible();
  await page.getByRole("button", { name: "Añadir Responsable" }).click();
  await page.getByRole("combobox", { name: "Responsable" }).selectOption("ana");
  await expect(page.getByRole("article").filter({ hasText: "Responsable: vacío → ana" })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("button", { name: "Cambiar Correo: nuevo@lugo.test" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Cambiar Responsable: ana" })).toBeVisible();
});

test("another person's value of the same field is offered, never overwritten", async ({ page, context }) => {
  const { id } = await createClient(context, { name: "Taller Sosa", email: "sosa@example.com" });
  await page.goto(`/clients/${id}`);
  await page.getByRole("button", { name: "Añadir Página web" }).click();
  await page.getByLabel("Página web", { exact: true }).fill("mia.test");
  // The record moves on without the page hearing of it: what one does oneself elsewhere is not announced.
  const update = "mutation ($id: ID!, $input: UpdateClientInput!) { updateClient(id: $id, input: $input) { version } }";
  await api(context, update, { id, input: { website: "suya.test", contactPerson: "Eva Sosa" } });
  await page.keyboard.press("Enter");

  const choice = page.getByRole("dialog", { name: "Otra persona cambió lo mismo" });
  await expect(choice.getByLabel("El suyo: suya.test")).toBeVisible();
  await expect(choice.getByLabel("El tuyo: mia.test")).toBeChecked();
  await choice.getByLabel("El suyo: suya.test").check();
  await choice.getByRole("button", { name: "Guardar lo elegido" }).click();
  await expect(page.getByRole("button", { name: "Cambiar Página web: suya.test" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Cambiar Persona de contacto: Eva Sosa" })).toBeVisible();
});

test("the whole form saves what was changed, and the timeline tells it field by field [F37][F96]", async ({
  page,
  context,
}) => {
  const { id } = await createClient(context, { name: "Viajes Mar", email: "mar@example.com" });
  await page.goto(`/clients/${id}?tab=general`);
  const form = page.getByRole("form", { name: "General" });
  await form.getByLabel("Cliente / Negocio").fill("Viajes Mar y Sol");
  await form.getByRole("textbox", { name: "Dirección" }).fill("Calle 50");
  await form.getByLabel("Ciudad").fill("Panamá");
  await page.getByRole("link", { name: "Clientes" }).first().click();
  await page.getByRole("button", { name: "Seguir editando" }).click();
  await form.getByRole("button", { name: "Guardar cambios" }).click();
  await expect(page.getByText("Cambios guardados")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Viajes Mar y Sol");
  await page.getByRole("tab", { name: "Cronología" }).click();
  const entry = page.getByRole("article").filter({ hasText: "Se cambiaron 2 datos" });
  await expect(entry).toContainText("Viajes Mar → Viajes Mar y Sol");
  await expect(entry).toContainText(/Principal: .*Calle 50/);
});

test("status and tags change from the head of the record [F48][F94][F112]", async ({ page, context }) => {
  const { id } = await createClient(context, { name: "Café Nube", email: "nube@example.com" });
  await page.goto(`/clients/${id}`);
  await page.getByRole("button", { name: "Estado: Prospecto" }).click();
  await page.getByRole("menuitem", { name: "Cliente", exact: true }).click();
  await expect(page.getByRole("button", { name: "Estado: Cliente" })).toBeVisible();
  await expect(page.getByRole("article").filter({ hasText: "Prospecto → Cliente" })).toBeVisible();
  await page.getByRole("button", { name: "Deshacer", exact: true }).click();
  await expect(page.getByRole("button", { name: "Estado: Prospecto" })).toBeVisible();
  await expect(page.getByRole("article").filter({ hasText: "Cliente → Prospecto" })).toBeVisible();

  await page.getByRole("button", { name: "Añadir etiqueta" }).click();
  await page.getByRole("combobox", { name: "Añadir etiqueta" }).fill("Preferente");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Quitar la etiqueta Preferente" }).click();
  await expect(page.getByRole("button", { name: "Quitar la etiqueta Preferente" })).toBeHidden();
});

test("a client is deleted after being told what that means, and can be taken back [F76]", async ({ page, context }) => {
  await createClient(context, { name: "Bazar Fin", email: "fin@example.com" });
  await page.goto("/clients?q=bazar+fin");
  await page.getByRole("button", { name: "Acciones de Bazar Fin" }).click();
  await page.getByRole("menuitem", { name: "Eliminar" }).click();
  const question = page.getByRole("alertdialog");
  await expect(question).toContainText("diez minutos para deshacerlo");
  await question.getByRole("button", { name: "Cancelar" }).click();
  await page.getByRole("link", { name: "Bazar Fin" }).click();
  await page.getByRole("button", { name: "Más acciones" }).click();
  await page.getByRole("menuitem", { name: "Eliminar cliente" }).click();
  await question.getByRole("button", { name: "Eliminar cliente" }).click();
  await expect(page.getByText("Cliente eliminado: Bazar Fin")).toBeVisible();
  await expect(page).toHaveURL(/\/clients\?q=/);
  await expect(page.getByRole("link", { name: "Bazar Fin" })).toBeHidden();
  await page.getByRole("button", { name: "Deshacer", exact: true }).click();
  await expect(page.getByText("Cliente recuperado: Bazar Fin")).toBeVisible();
  await page.getByRole("button", { name: "Abrir la ficha" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Bazar Fin" })).toBeVisible();
});

test("a record that does not exist says so", async ({ page }) => {
  await page.goto("/clients/019a0000-0000-7000-8000-000000000000");
  await expect(page.getByRole("heading", { name: "Este cliente no existe o ya no puedes verlo" })).toBeVisible();
});
