import { readFile } from "node:fs/promises";
import { api, createPerson, expect, signIn, test } from "./server.ts";

test.beforeEach(async ({ context }) => {
  await signIn(context);
});

const createClient = async (context: Parameters<typeof api>[0], name: string, input: object = {}): Promise<string> => {
  const { createClient: client } = await api<{ createClient: { id: string } }>(
    context,
    "mutation ($input: CreateClientInput!) { createClient(input: $input) { id } }",
    { input: { name, email: `${name.toLowerCase().replace(/[^a-z]+/g, "")}@example.com`, ...input } },
  );
  return client.id;
};
const createTask = async (context: Parameters<typeof api>[0], clientId: string, input: object): Promise<string> => {
  const me = await api<{ viewer: { user: { id: string } } }>(context, "{ viewer { user { id } } }");
  const { createTask: task } = await api<{ createTask: { id: string } }>(
    context,
    "mutation ($clientId: ID!, $input: TaskInput!) { createTask(clientId: $clientId, input: $input) { id } }",
    { clientId, input: { assigneeId: me.viewer.user.id, ...input } },
  );
  return task.id;
};
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

test("a task is made from the record; a mistake loses nothing typed, and the timeline tells of it [F194][F195][F196][F197]", async ({
  page,
  context,
}) => {
  const id = await createClient(context, "Taller Norte");
  await page.goto(`/clients/${id}`);
  await page.getByRole("link", { name: "Crear una tarea" }).click();
  const panel = page.getByRole("dialog", { name: "Nueva tarea" });
  await panel.getByLabel("Descripción").fill("Con los precios de noviembre");
  await panel.getByRole("button", { name: "Crear tarea" }).click();
  await expect(panel.getByText("Falta este dato")).toBeVisible();
  await expect(panel.getByLabel("Título")).toBeFocused();
  await panel.getByLabel("Título").fill("Mandar la tarifa");
  await panel.getByLabel("Vence").fill("2031-05-06");
  await expect(panel.getByLabel("Recordatorio")).toContainText("Ese día a las 9:00");
  await panel.getByLabel("Hora").fill("10:30");
  await panel.getByLabel("Prioridad").selectOption("Urgente");
  await panel.getByLabel("Recordatorio").selectOption("1 hora antes");
  await panel.getByLabel("Descripción").press("Control+Enter");
  await expect(panel).toBeHidden();
  await expect(page.getByRole("article").filter({ hasText: "Se creó la tarea «Mandar la tarifa»" })).toBeVisible();
  const side = page.getByRole("group", { name: "Tareas" });
  await expect(side.getByRole("link", { name: "Mandar la tarifa" })).toBeVisible();

  await page.getByRole("tab", { name: "Tareas" }).click();
  const row = page.getByRole("tabpanel").getByRole("listitem").filter({ hasText: "Mandar la tarifa" });
  await expect(row).toContainText("6 may 2031, 10:30");
  await row.getByRole("link", { name: "Mandar la tarifa" }).click();
  const edit = page.getByRole("dialog", { name: "Editar tarea" });
  await expect(edit.getByLabel("Descripción")).toHaveValue("Con los precios de noviembre");
  await expect(edit.getByLabel("Hora")).toHaveValue("10:30");
  await edit.getByLabel("Hora").fill("");
  await edit.getByRole("button", { name: "Guardar" }).click();
  await expect(row).toContainText("6 may 2031");
  await expect(row).not.toContainText("10:30");

  await side.getByRole("checkbox", { name: "Marcar como hecha: Mandar la tarifa" }).click();
  await expect(row).toBeHidden();
  await page.getByRole("tab", { name: "Cronología" }).click();
  await expect(page.getByRole("article").filter({ hasText: "Se hizo la tarea «Mandar la tarifa»" })).toBeVisible();
});

test("one's day across clients: in parts, typed in a line, done and undone by a click and by a key [F194][F195]", async ({
  page,
  context,
}) => {
  const [north, south] = [await createClient(context, "Óptica Sol"), await createClient(context, "Bar Luna")];
  await createTask(context, north, { title: "Hace días", dueAt: inDays(-3) });
  await createTask(context, south, { title: "Dentro de un mes", dueAt: inDays(30) });
  await createTask(context, south, { title: "Cuando sea" });
  await createTask(context, north, { title: "De nadie", assigneeId: null });
  await page.goto("/");
  const nav = page.getByRole("navigation", { name: "Principal" });
  await expect(nav.getByRole("link", { name: "Tareas" })).toContainText("vencida");
  await nav.getByRole("link", { name: "Tareas" }).click();
  const part = (name: string) => page.getByRole("region", { name });
  await expect(part("Vencidas")).toContainText("Hace días");
  await expect(part("Más adelante")).toContainText("Dentro de un mes");
  await expect(part("Sin fecha")).toContainText("Cuando sea");
  await expect(page.getByText("De nadie")).toBeHidden();

  const add = page.getByRole("form", { name: "Añadir una tarea" });
  await page.keyboard.press("n");
  await expect(add.getByLabel("¿Qué hay que hacer?")).toBeFocused();
  await page.keyboard.type("Llamar a la óptica");
  await page.keyboard.press("Enter");
  await expect(add.getByRole("alert")).toHaveText("Elige para qué cliente es");
  await expect(add.getByLabel("¿Qué hay que hacer?")).toHaveValue("Llamar a la óptica");
  await add.getByLabel("Cliente").fill("optica");
  await page.getByRole("option", { name: "Óptica Sol" }).click();
  await add.getByLabel("Vence").selectOption("Mañana");
  await add.getByRole("button", { name: "Añadir" }).click();
  await expect(part("Mañana")).toContainText("Llamar a la óptica");
  await expect(add.getByLabel("¿Qué hay que hacer?")).toHaveValue("");

  await page.getByRole("checkbox", { name: "Marcar como hecha: Hace días" }).click();
  await expect(page.getByRole("link", { name: "Hace días" })).toBeHidden();
  await page.getByRole("button", { name: "Deshacer", exact: true }).click();
  await expect(part("Vencidas")).toContainText("Hace días");

  await page.getByRole("link", { name: "Llamar a la óptica" }).focus();
  await page.keyboard.press("ArrowUp");
  await expect(page.getByRole("link", { name: "Hace días" })).toBeFocused();
  await page.keyboard.press("x");
  await expect(page.getByRole("link", { name: "Hace días" })).toBeHidden();
  await page.getByRole("button", { name: "Hechas" }).click();
  await expect(page).toHaveURL(/show=done/);
  await expect(part("Hechas")).toContainText("Hace días");
});

test("tasks are filtered, put off, deleted and brought back; the address keeps the view", async ({ page, context }) => {
  const client = await createClient(context, "Viveros Arce");
  const worker = await createPerson(context, { name: "Dora Paz", role: "ADMIN" });
  await createTask(context, client, { title: "Regar", priority: "URGENT", assigneeId: worker.id });
  await createTask(context, client, { title: "Podar", dueAt: inDays(-2), assigneeId: worker.id });
  await page.goto("/tasks");
  await page.getByRole("button", { name: "Responsable: tú", exact: true }).click();
  await page.getByLabel("Dora Paz").check();
  await page.getByRole("checkbox", { name: "tú" }).uncheck();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("link", { name: "Regar" })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("button", { name: "Responsable: Dora Paz", exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Vencidas" }).click();
  await expect(page.getByRole("link", { name: "Regar" })).toBeHidden();
  await expect(page.getByRole("link", { name: "Podar" })).toBeVisible();

  await page.getByRole("button", { name: "Por hacer" }).click();
  await page.getByRole("button", { name: "Acciones de Podar" }).click();
  await page.getByRole("menuitem", { name: "Pasar a mañana" }).click();
  await expect(page.getByRole("region", { name: "Mañana" })).toContainText("Podar");
  await page.getByRole("button", { name: "Deshacer", exact: true }).click();
  await expect(page.getByRole("region", { name: "Vencidas" })).toContainText("Podar");

  await page.getByRole("button", { name: "Acciones de Regar" }).click();
  await page.getByRole("menuitem", { name: "Eliminar" }).click();
  await expect(page.getByRole("link", { name: "Regar" })).toBeHidden();
  await page.getByRole("button", { name: "Deshacer", exact: true }).last().click();
  await expect(page.getByRole("link", { name: "Regar" })).toBeVisible();

  await page.getByRole("searchbox").fill("nada de esto");
  await expect(page.getByRole("heading", { name: "Ninguna tarea cumple todo esto" })).toBeVisible();
  await page.getByRole("button", { name: "Quitar los filtros" }).click();
  await expect(page.getByRole("link", { name: "Regar" })).toBeVisible();
});

test("an assignee who cannot see the client is refused beside the field [F196]", async ({ page, context }) => {
  const client = await createClient(context, "Cliente de nadie");
  await createPerson(context, { name: "Ciega Ruiz" });
  await page.goto(`/clients/${client}?task=new`);
  const panel = page.getByRole("dialog", { name: "Nueva tarea" });
  await panel.getByLabel("Título").fill("Imposible");
  await panel.getByLabel("Responsable").fill("ciega");
  await page.getByRole("option", { name: "Ciega Ruiz" }).click();
  await panel.getByRole("button", { name: "Crear tarea" }).click();
  await expect(panel.getByText("Ciega Ruiz no puede ver este cliente")).toBeVisible();
  await expect(panel.getByLabel("Título")).toHaveValue("Imposible");
});

test("an appointment is agreed on, moved, taken to a calendar and cancelled [F198][F100]", async ({
  page,
  context,
}) => {
  const client = await createClient(context, "Hotel Faro");
  await api(context, `mutation ($id: ID!) { addContact(clientId: $id, input: { name: "Rosa Faro" }) { id } }`, {
    id: client,
  });
  await page.goto(`/clients/${client}`);
  await page.getByRole("link", { name: "Agendar una cita" }).click();
  const panel = page.getByRole("dialog", { name: "Nueva cita" });
  await panel.getByLabel("Título").fill("Ver las habitaciones");
  await panel.getByLabel("Día").fill("2031-07-02");
  await panel.getByLabel("Desde").fill("10:00");
  await panel.getByLabel("Hasta").fill("10:00");
  await panel.getByRole("button", { name: "Crear cita" }).click();
  await expect(panel.getByText("Tiene que terminar después de empezar")).toBeVisible();
  await panel.getByLabel("Hasta").fill("11:30");
  await panel.getByLabel("Zona horaria").fill("madrid");
  await page.getByRole("option", { name: /Madrid/ }).click();
  await panel.getByLabel("Lugar").fill("Recepción");
  await panel.getByLabel("Contactos del cliente").fill("rosa");
  await page.getByRole("option", { name: "Rosa Faro" }).click();
  await panel.getByLabel("Notas").press("Control+Enter");
  await expect(panel).toBeHidden();
  await expect(
    page.getByRole("article").filter({ hasText: "Cita «Ver las habitaciones»: 2 jul 2031, 10:00" }),
  ).toBeVisible();
  await expect(page.getByRole("group", { name: "Citas" })).toContainText("Ver las habitaciones");

  await page.getByRole("tab", { name: "Citas" }).click();
  const row = page.getByRole("tabpanel").getByRole("listitem").filter({ hasText: "Ver las habitaciones" });
  await expect(row).toContainText("Rosa Faro");
  await row.getByRole("link", { name: "Ver las habitaciones" }).click();
  const edit = page.getByRole("dialog", { name: "Editar cita" });
  await expect(edit.getByLabel("Desde")).toHaveValue("10:00");
  // To winter: the clock keeps its time, the moment moves by an hour.
  await edit.getByLabel("Día").fill("2031-12-02");
  await edit.getByRole("button", { name: "Guardar" }).click();
  await expect(edit).toBeHidden();

  await row.getByRole("button", { name: "Acciones de Ver las habitaciones" }).click();
  const downloading = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: "Descargar .ics" }).click();
  const file = await readFile(await (await downloading).path(), "utf8");
  expect(file).toContain("METHOD:PUBLISH\r\n");
  expect(file).toContain("DTSTART;TZID=Europe/Madrid:20311202T100000\r\n");
  expect(file).toContain("SEQUENCE:1\r\n");
  expect(file).toContain("BEGIN:VTIMEZONE\r\nTZID:Europe/Madrid\r\n");

  await row.getByRole("button", { name: "Acciones de Ver las habitaciones" }).click();
  await page.getByRole("menuitem", { name: "Cancelar cita" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Cancelar cita" }).click();
  await expect(page.getByRole("heading", { name: "No hay citas con este cliente" })).toBeVisible();
  await page.getByRole("tab", { name: "Cronología" }).click();
  await expect(
    page.getByRole("article").filter({ hasText: "Se canceló la cita «Ver las habitaciones»" }),
  ).toBeVisible();
});

test("one's appointments are read by another calendar at a private address, until it is removed [F198]", async ({
  page,
  context,
  playwright,
}) => {
  const client = await createClient(context, "Feria del Libro");
  await api(
    context,
    `mutation ($id: ID!, $from: DateTime!, $to: DateTime!) { createAppointment(clientId: $id,
      input: { title: "Montaje", startsAt: $from, endsAt: $to }) { id } }`,
    { id: client, from: inDays(1), to: inDays(1.1) },
  );
  await page.goto("/settings/account");
  await page.getByRole("button", { name: "Crear la dirección" }).click();
  const address = await page.getByLabel("Dirección del calendario").inputValue();
  const stranger = await playwright.request.newContext();
  const answer = await stranger.get(address);
  expect(answer.headers()["content-type"]).toContain("text/calendar");
  expect(await answer.text()).toContain("SUMMARY:Montaje · Feria del Libro");
  await page.getByRole("button", { name: "Quitarla" }).click();
  await expect(page.getByText("La dirección ya no funciona")).toBeVisible();
  expect((await stranger.get(address)).status()).toBe(404);
  await stranger.dispose();
});
