import { api, expect, signIn, test } from "./server.ts";

type Context = Parameters<typeof api>[0];

test.beforeEach(async ({ context }) => {
  await signIn(context);
});

const createClient = async (context: Context, input: object) =>
  (
    await api<{ createClient: { id: string } }>(
      context,
      "mutation ($input: CreateClientInput!) { createClient(input: $input) { id } }",
      { input },
    )
  ).createClient.id;

/** A field of the business's own, and what its key is. */
const createField = async (context: Context, label: string, type: string, options?: string[]) =>
  (
    await api<{ createCustomField: { id: string } }>(
      context,
      "mutation ($input: CustomFieldInput!) { createCustomField(input: $input) { id } }",
      { input: { label, type, ...(options && { options }) } },
    )
  ).createCustomField.id;

/** A red square of 8 pixels. */
const picture = {
  name: "rojo.png",
  mimeType: "image/png",
  buffer: Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEklEQVR4nGP4z8CAFWEXHbQSACj/P8Fu7N9hAAAAAElFTkSuQmCC",
    "base64",
  ),
};

test("fields of all ten types are filled in where they stand [F119][F36]", async ({ page, context }) => {
  const fields = [
    ["Zona", "TEXT"],
    ["Indicaciones", "LONG_TEXT"],
    ["Empleados", "NUMBER"],
    ["Aniversario", "DATE"],
    ["Exporta", "BOOLEAN"],
    ["Nivel", "SELECT", ["Oro", "Plata"]],
    ["Intereses", "MULTI_SELECT", ["Vino", "Queso"]],
    ["Catálogo", "URL"],
    ["Correo de pagos", "EMAIL"],
    ["Centralita", "PHONE"],
  ] as const;
  const made: string[] = [];
  for (const [label, type, options] of fields)
    made.push(await createField(context, label, type, options && [...options]));
  const id = await createClient(context, { name: "Bodega Diez", email: "diez@bodega.test" });
  await page.goto(`/clients/${id}`);
  const typed = async (label: string, value: string, key = "Enter") => {
    await page.getByRole("button", { name: `Añadir ${label}`, exact: true }).click();
    await page.getByRole("textbox", { name: label, exact: true }).fill(value);
    await page.keyboard.press(key);
  };
  const holds = (label: string, text: string) =>
    expect(page.getByRole("button", { name: `Cambiar ${label}: ${text}`, exact: true })).toBeVisible();

  await typed("Zona", "Norte");
  await holds("Zona", "Norte");
  await typed("Indicaciones", "Timbre 2\nPor detrás", "Control+Enter");
  await expect(page.getByRole("button", { name: /Cambiar Indicaciones: Timbre 2\s+Por detrás/ })).toBeVisible();
  await typed("Empleados", "doce");
  await expect(page.getByText("No es un número")).toBeVisible();
  await page.getByRole("textbox", { name: "Empleados" }).fill("12,5");
  await page.keyboard.press("Enter");
  // As people write it in Panama, whose Spanish the browser speaks.
  await holds("Empleados", "12.5");
  await page.getByRole("button", { name: "Añadir Aniversario" }).click();
  await page.getByLabel("Aniversario", { exact: true }).fill("2001-05-30");
  await page.keyboard.press("Enter");
  await holds("Aniversario", "30 de mayo de 2001");
  await page.getByRole("button", { name: "Añadir Exporta" }).click();
  await page.getByRole("combobox", { name: "Exporta" }).selectOption("Sí");
  await holds("Exporta", "Sí");
  await page.getByRole("button", { name: "Añadir Nivel" }).click();
  await page.getByRole("combobox", { name: "Nivel" }).selectOption("Plata");
  await holds("Nivel", "Plata");
  await page.getByRole("button", { name: "Añadir Intereses" }).click();
  await page.getByLabel("Vino").check();
  await page.getByLabel("Queso").check();
  await page.keyboard.press("Escape");
  await holds("Intereses", "Vino, Queso");
  await typed("Catálogo", "bodega.test/vinos");
  await holds("Catálogo", "bodega.test/vinos");
  await typed("Correo de pagos", "Pagos@Bodega.test");
  await holds("Correo de pagos", "pagos@bodega.test");
  await typed("Centralita", "+507 223-4567");
  await holds("Centralita", "+507 223 4567");
  await page.reload();
  await holds("Centralita", "+507 223 4567");
  await expect(page.getByRole("article").filter({ hasText: "Nivel: vacío → Plata" })).toBeVisible();
  for (const field of made) await api(context, "mutation ($id: ID!) { deleteCustomField(id: $id) }", { id: field });
});

test("the primary contact is handed over, and who left comes back [F188][F190][F192]", async ({ page, context }) => {
  const id = await createClient(context, { name: "Clínica Sol", email: "sol@clinica.test" });
  await page.goto(`/clients/${id}?tab=contacts`);
  for (const [name, position] of [
    ["Luz Mora", "Compras"],
    ["Raúl Díaz", "Almacén"],
  ] as const) {
    await page.getByRole("button", { name: "Añadir contacto" }).click();
    const panel = page.getByRole("dialog", { name: "Añadir contacto" });
    await panel.getByLabel("Nombre").fill(name);
    await panel.getByLabel("Cargo").fill(position);
    await panel.getByRole("button", { name: "Añadir contacto" }).click();
    await expect(panel).toBeHidden();
  }
  const row = (name: string) => page.getByRole("tabpanel").getByRole("listitem").filter({ hasText: name });
  await expect(row("Luz Mora").getByText("Principal")).toBeVisible();
  const act = async (name: string, action: string) => {
    await page.getByRole("button", { name: `Acciones para ${name}` }).click();
    await page.getByRole("menuitem", { name: action }).click();
  };
  await act("Raúl Díaz", "Hacer principal");
  await expect(row("Raúl Díaz").getByText("Principal")).toBeVisible();
  await act("Raúl Díaz", "Desactivar");
  await expect(row("Raúl Díaz").getByText("Inactivo")).toBeVisible();
  await expect(row("Luz Mora").getByText("Principal")).toBeVisible();
  await act("Raúl Díaz", "Activar");
  await expect(row("Raúl Díaz").getByText("Inactivo")).toBeHidden();

  await act("Raúl Díaz", "Ver cronología");
  await expect(page).toHaveURL(/about=/);
  await expect(page.getByRole("button", { name: "Contacto: Raúl Díaz" }).first()).toBeVisible();
  await expect(page.getByRole("article").filter({ hasText: "Se desactivó el contacto Raúl Díaz" })).toBeVisible();
  await expect(page.getByRole("article").filter({ hasText: "Se creó el cliente" })).toBeHidden();
});

test("two people who change a contact at once choose, and nothing else of it is lost", async ({ page, context }) => {
  const clientId = await createClient(context, { name: "Taller Dos", email: "dos@taller.test" });
  const { addContact } = await api<{ addContact: { id: string } }>(
    context,
    `mutation ($clientId: ID!) { addContact(clientId: $clientId, input: { name: "Eva", position: "Jefa" }) { id } }`,
    { clientId },
  );
  await page.goto(`/clients/${clientId}?tab=contacts&contact=${addContact.id}`);
  const panel = page.getByRole("dialog", { name: "Editar Eva" });
  await panel.getByLabel("Cargo").fill("Gerente");
  await panel.getByLabel("Teléfono").fill("+507 6123-4567");
  const update = "mutation ($id: ID!, $input: ContactInput!) { updateContact(id: $id, input: $input) { id } }";
  await api(context, update, { id: addContact.id, input: { name: "Eva Ruiz", position: "Directora" } });
  await panel.getByRole("button", { name: "Guardar" }).click();
  const choice = page.getByRole("dialog", { name: "Otra persona cambió lo mismo" });
  await expect(choice.getByLabel("El tuyo: Gerente")).toBeChecked();
  await choice.getByRole("button", { name: "Volver a la edición" }).click();
  await expect(panel.getByLabel("Cargo")).toHaveValue("Gerente");
  await panel.getByRole("button", { name: "Guardar" }).click();
  await choice.getByLabel("El suyo: Directora").check();
  await choice.getByRole("button", { name: "Guardar lo elegido" }).click();
  const row = page.getByRole("tabpanel").getByRole("listitem");
  await expect(row).toContainText("Eva Ruiz");
  await expect(row).toContainText("Directora");
  await expect(row).toContainText("+507 6123 4567");
});

test("newsletters are subscribed to and left from the record, and every state stays known [F116][F54]", async ({
  page,
  context,
}) => {
  await api(
    context,
    `mutation {
      a: createClientList(input: { name: "Novedades", newsletter: true }) { id }
      b: createClientList(input: { name: "Feria de otoño" }) { id }
    }`,
  );
  const id = await createClient(context, { name: "Librería Faro", email: "faro@libreria.test" });
  await page.goto(`/clients/${id}`);
  await page.getByRole("button", { name: "Suscribir a un boletín" }).click();
  await page.getByRole("menuitem", { name: "Novedades" }).click();
  const related = page.getByRole("complementary", { name: "Relacionado" });
  await expect(related.getByText(/Suscrito ·/)).toBeVisible();
  const act = async (action: string) => {
    await related.getByRole("button", { name: "Acciones para Novedades" }).click();
    await page.getByRole("menuitem", { name: action }).click();
  };
  await act("Dar de baja");
  await expect(related.getByText(/De baja ·/)).toBeVisible();
  await page.getByRole("button", { name: "Deshacer", exact: true }).click();
  await expect(related.getByText(/Suscrito ·/)).toBeVisible();
  await act("Ver historial");
  const history = page.getByRole("dialog", { name: "Novedades" });
  await expect(history.getByRole("listitem")).toHaveText([/^Suscrito/, /^De baja/, /^Suscrito/]);
  await history.getByRole("button", { name: "Cerrar" }).click();
  await act("Dar de baja");
  await expect(related.getByText(/De baja ·/)).toBeVisible();
  await act("Suscribir");
  const lifted = page.getByRole("dialog", { name: "Volver a suscribir a Novedades" });
  await lifted.getByLabel("Motivo").fill("Lo pidió por teléfono");
  await lifted.getByRole("button", { name: "Volver a suscribir" }).click();
  await expect(related.getByText(/Suscrito ·/)).toBeVisible();
  await expect(page.getByText("Lo pidió por teléfono")).toBeVisible();

  await related.getByRole("button", { name: "Añadir Listas" }).click();
  await page.getByLabel("Feria de otoño").check();
  await page.keyboard.press("Escape");
  await expect(related.getByRole("button", { name: "Cambiar Listas: Feria de otoño" })).toBeVisible();
  await expect(related.getByText(/Suscrito ·/)).toBeVisible();
  await related.getByRole("button", { name: /Boletines/ }).click();
  await related.getByRole("combobox", { name: "Boletines" }).selectOption("Suscrito");
  await expect(related.getByRole("button", { name: "Cambiar Boletines: Suscrito" })).toBeVisible();
});

test("a picture is chosen, shown at the head and in the list, and taken away [F27]", async ({ page, context }) => {
  const id = await createClient(context, { name: "Foto Luna", email: "luna@foto.test" });
  await page.goto(`/clients/${id}`);
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    page.getByRole("button", { name: "Subir una foto" }).click(),
  ]);
  await chooser.setFiles({ name: "nota.png", mimeType: "image/png", buffer: Buffer.from("no es una imagen") });
  await expect(page.getByText("Tiene que ser una imagen JPEG, PNG, WebP, GIF o AVIF")).toBeVisible();
  await page.getByLabel("Subir una foto", { exact: true }).last().setInputFiles(picture);
  await expect(page.getByText("Foto guardada")).toBeVisible();
  const shown = page.locator("header img[src^='/files/']");
  await expect(shown).toBeVisible();
  expect(await shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(256);
  await expect(page.getByRole("article").filter({ hasText: "Foto: vacío → una foto" })).toBeVisible();
  await page.goto("/clients?q=foto+luna");
  await expect(page.getByRole("row", { name: /Foto Luna/ }).locator("img")).toBeVisible();
  await page.goto(`/clients/${id}`);
  await page.getByRole("button", { name: "Cambiar la foto" }).click();
  await page.getByRole("menuitem", { name: "Quitar la foto" }).click();
  await expect(page.getByRole("button", { name: "Subir una foto" })).toBeVisible();
  await expect(shown).toBeHidden();
});

test("who may be the same client is said while one types, and nothing is held up [F126][F130]", async ({
  page,
  context,
}) => {
  await createClient(context, {
    name: "Construcciones Áñez, S.A.",
    email: "obra@anez.test",
    phone: "+507 223-4567",
  });
  await page.goto("/clients?new=1");
  const panel = page.getByRole("dialog", { name: "Nuevo cliente" });
  const notice = panel.getByRole("status").filter({ hasText: "Puede que ya exista" });
  await panel.getByLabel("Cliente / Negocio").fill("construcciones anez");
  await expect(notice).toContainText("nombre parecido");
  const [opened] = await Promise.all([
    context.waitForEvent("page"),
    notice.getByRole("link", { name: "Abrir Construcciones Áñez, S.A. en otra pestaña" }).click(),
  ]);
  await expect(opened.getByRole("heading", { level: 1 })).toHaveText("Construcciones Áñez, S.A.");
  await opened.close();
  await panel.getByLabel("WhatsApp").fill("+507 2234567");
  await expect(notice).toContainText("mismo dato: whatsapp");
  await panel.getByLabel("Cliente / Negocio").fill("Áñez Hermanos");
  await panel.getByLabel("WhatsApp").fill("");
  await expect(notice).toBeHidden();
  await panel.getByLabel("WhatsApp").fill("+507 2234567");
  await panel.getByRole("textbox", { name: "Correo", exact: true }).fill("otra@anez.test");
  await panel.getByRole("button", { name: "Crear cliente" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Áñez Hermanos" })).toBeVisible();
});

test("a tax number is checked while it is written, and stored as it is [F17][F18]", async ({ page, context }) => {
  const id = await createClient(context, { name: "Fiscal SA", email: "fiscal@sa.test" });
  await page.goto(`/clients/${id}?tab=general`);
  const form = page.getByRole("form", { name: "General" });
  await form.getByLabel("País fiscal").fill("panam");
  await page.getByRole("option", { name: "Panamá" }).click();
  await form.getByLabel("RUC", { exact: true }).fill("155596713-2-2015");
  await expect(form.getByText("A este RUC le corresponde el DV 59")).toBeVisible();
  await form.getByLabel("Dígito verificador (DV)").fill("95");
  await expect(form.getByText("No cuadra con el RUC: le corresponde el 59")).toBeVisible();
  await form.getByRole("button", { name: "Guardar cambios" }).click();
  await expect(page.getByText("Cambios guardados")).toBeVisible();
  const column = page.getByRole("complementary", { name: "Propiedades" });
  await expect(column.getByText("No cuadra con el RUC: le corresponde el 59")).toBeVisible();
  await column.getByRole("button", { name: "Cambiar Dígito verificador (DV): 95" }).click();
  await column.getByRole("textbox", { name: "Dígito verificador (DV)" }).fill("59");
  await page.keyboard.press("Enter");
  await expect(column.getByText("No cuadra con el RUC")).toBeHidden();
});

test("an inactive client gets its former status back, and who can see it is told [F46][F208]", async ({
  page,
  context,
}) => {
  const id = await createClient(context, { name: "Hostal Norte", email: "norte@hostal.test", status: "CLIENT" });
  await page.goto(`/clients/${id}`);
  await page.getByRole("button", { name: "Estado: Cliente" }).click();
  await page.getByRole("menuitem", { name: "Inactivo" }).click();
  await page.getByRole("button", { name: "Estado: Inactivo" }).click();
  await page.getByRole("menuitem", { name: "Reactivar" }).click();
  await expect(page.getByRole("button", { name: "Estado: Cliente" })).toBeVisible();
  await expect(page.getByRole("article").filter({ hasText: "Inactivo → Cliente" })).toBeVisible();
  await page.getByRole("button", { name: "¿Quién lo ve?" }).click();
  await expect(page.getByRole("dialog", { name: "¿Quién lo ve?" }).getByRole("listitem")).toContainText(["ana"]);
});
