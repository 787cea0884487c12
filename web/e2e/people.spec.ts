import { api, createPerson, expect, owner, type RunningServer, signIn, startServer, test } from "./server.ts";

test("an invited person chooses a password and sees what an agent may", async ({ page, context, browser }) => {
  await signIn(context);
  await page.goto("/settings/team");
  await page.getByRole("button", { name: "Invitar" }).click();
  const panel = page.getByRole("dialog", { name: "Invitar a una persona" });
  await panel.getByRole("button", { name: "Crear la invitación" }).click();
  await expect(panel.getByLabel("Nombre")).toBeFocused();
  await panel.getByLabel("Nombre").fill("Beto Paz");
  await panel.getByLabel("Correo").fill(owner.email);
  await panel.getByRole("button", { name: "Crear la invitación" }).click();
  await expect(panel.getByText("Ya hay una persona con este correo")).toBeVisible();
  await panel.getByLabel("Correo").fill("beto@example.com");
  await panel.getByLabel("Correo").press("Control+Enter");
  const link = await page.getByLabel("Enlace de invitación").inputValue();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("row", { name: /Beto Paz/ })).toContainText("Invitación pendiente");

  const other = await browser.newContext({ locale: "es-PA" });
  const agent = await other.newPage();
  await agent.goto(link);
  await expect(agent.getByRole("heading", { name: /^Beto Paz, te invitan a/ })).toBeVisible();
  await agent.getByLabel(/^Contraseña/).fill("corta");
  await agent.getByRole("button", { name: "Entrar" }).click();
  await expect(agent.getByText("Al menos 10 caracteres")).toBeVisible();
  await agent.getByLabel(/^Contraseña/).fill("otra-clave-larga");
  await agent.getByRole("button", { name: "Entrar" }).click();
  await expect(agent).toHaveURL("/");

  const menu = agent.getByRole("navigation", { name: "Principal" }).first();
  await expect(menu.getByRole("link", { name: "Equipo" })).toBeVisible();
  await expect(menu.getByRole("link", { name: "Claves de API" })).toHaveCount(0);
  await agent.goto(`${new URL(link).origin}/settings/api-keys`);
  await expect(agent.getByRole("heading", { name: "No tienes acceso a esta página" })).toBeVisible();
  await agent.goto(`${new URL(link).origin}/settings/team`);
  await expect(agent.getByRole("row", { name: /Beto Paz/ })).toContainText("En activo");
  await expect(agent.getByRole("button", { name: "Invitar" })).toHaveCount(0);

  await agent.goto(link);
  await expect(agent.getByRole("heading", { name: "La invitación no es válida" })).toBeVisible();
  await other.close();
});

test("access is taken with a question, and given back by undo", async ({ page, context }) => {
  await signIn(context);
  await page.goto("/settings/team?invite=1");
  await page.getByLabel("Nombre").fill("Carla Sol");
  await page.getByLabel("Correo").fill("carla@example.com");
  await page.getByRole("button", { name: "Crear la invitación" }).click();
  await expect(page.getByLabel("Enlace de invitación")).toBeVisible();
  await page.keyboard.press("Escape");

  const row = page.getByRole("row", { name: /Carla Sol/ });
  await row.getByRole("button", { name: "Acciones para Carla Sol" }).click();
  await page.getByRole("menuitem", { name: "Quitar el acceso" }).click();
  const question = page.getByRole("alertdialog", { name: "¿Quitar el acceso a Carla Sol?" });
  await expect(question.getByRole("button", { name: "Cancelar" })).toBeFocused();
  await question.getByRole("button", { name: "Quitar el acceso" }).click();
  await expect(row).toContainText("Sin acceso");
  await page.getByRole("button", { name: "Deshacer", exact: true }).click();
  await expect(row).toContainText("Necesita un enlace nuevo");
});

test("a team is made, renamed and deleted", async ({ page, context }) => {
  await signIn(context);
  await page.goto("/settings/team");
  await page.getByRole("button", { name: "Crear equipo" }).click();
  await page.getByLabel("Nombre del equipo").fill("Norte");
  await page.getByRole("combobox", { name: "Personas" }).fill("ana");
  await page.getByRole("option", { name: /ana/i }).first().click();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").getByRole("button", { name: "Crear equipo" }).click();
  const team = page.getByRole("listitem").filter({ hasText: "Norte" });
  await expect(team).toContainText("1 persona");

  await page.getByRole("button", { name: "Acciones para Norte" }).click();
  await page.getByRole("menuitem", { name: "Editar" }).click();
  await page.getByLabel("Nombre del equipo").fill("Sur");
  await page.getByRole("button", { name: "Guardar" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "Sur" })).toBeVisible();

  await page.getByRole("button", { name: "Acciones para Sur" }).click();
  await page.getByRole("menuitem", { name: "Eliminar" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Eliminar" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "Sur" })).toHaveCount(0);
});

test("the first colleague, invited as offered, sees the owner's clients and creates one [F204]", async ({
  page,
  context,
  browser,
  app,
}) => {
  await signIn(context);
  await api(
    context,
    `mutation { createClient(input: { name: "Ferretería del Puerto", email: "puerto@example.com" }) { id } }`,
  );
  await page.goto("/settings/team?invite=1");
  const panel = page.getByRole("dialog", { name: "Invitar a una persona" });
  await panel.getByLabel("Nombre").fill("Luz Nueva");
  await panel.getByLabel("Correo").fill("luz.nueva@example.com");
  await expect(panel.getByText("Equipo principal")).toBeVisible();
  await panel.getByRole("button", { name: "Crear la invitación" }).click();
  const link = await page.getByLabel("Enlace de invitación").inputValue();

  const other = await browser.newContext({ locale: "es-PA", baseURL: app.url });
  const agent = await other.newPage();
  await agent.goto(link);
  await agent.getByLabel(/^Contraseña/).fill("otra-clave-larga");
  await agent.getByRole("button", { name: "Entrar" }).click();
  await agent.getByRole("link", { name: "Clientes" }).first().click();
  await expect(agent.getByRole("link", { name: "Ferretería del Puerto" })).toBeVisible();
  await agent.getByRole("button", { name: "Nuevo", exact: true }).click();
  await agent.getByRole("menuitem", { name: "Cliente" }).click();
  await agent.getByLabel("Cliente / Negocio").fill("Taller de Luz");
  await agent.getByRole("textbox", { name: "Correo", exact: true }).fill("taller@example.com");
  await agent.getByRole("button", { name: "Crear cliente" }).click();
  await expect(agent.getByRole("heading", { level: 1, name: "Taller de Luz" })).toBeVisible();
  await other.close();
});

test.describe("a business from before, without a team", () => {
  let before: RunningServer;
  test.beforeAll(async () => {
    before = await startServer();
  });
  test.afterAll(() => before.stop());

  test("an agent is told why they see nothing and whom to ask; the owner makes the team with a click [F204]", async ({
    browser,
  }) => {
    const owners = await browser.newContext({ locale: "es-PA", baseURL: before.url });
    await signIn(owners);
    const { teams } = await api<{ teams: { id: string }[] }>(owners, "{ teams { id } }");
    for (const { id } of teams) await api(owners, "mutation ($id: ID!) { deleteTeam(id: $id) }", { id });
    await api(owners, `mutation { createClient(input: { name: "Bodega Vieja", email: "b@example.com" }) { id } }`);
    const luz = await createPerson(owners, { name: "Luz Sola" });
    const agents = await browser.newContext({ locale: "es-PA", baseURL: before.url });
    await signIn(agents, luz);
    const agent = await agents.newPage();
    for (const address of ["/", "/clients", "/clients?new=1", "/contacts"]) {
      await agent.goto(address);
      await expect(agent.getByText("Todavía no estás en ningún equipo").last()).toBeVisible();
      await expect(agent.getByText("Pídeselo a ana").last()).toBeVisible();
      await expect(agent.getByText("Crea tu primer cliente")).toHaveCount(0);
    }

    const page = await owners.newPage();
    await page.goto("/");
    await expect(page.getByRole("alert")).toContainText("Luz Sola no ve ningún cliente");
    await page.getByRole("link", { name: "Ver los equipos" }).click();
    await expect(page.getByRole("row", { name: /Luz Sola/ })).toContainText("Sin equipo: no ve ningún cliente");
    await page.getByRole("button", { name: "Crear el equipo principal" }).click();
    await expect(page.getByRole("row", { name: /Luz Sola/ })).toContainText("Equipo principal");
    await expect(page.getByRole("alert")).toHaveCount(0);
    await agent.goto("/clients");
    await expect(agent.getByRole("link", { name: "Bodega Vieja" })).toBeVisible();
    await owners.close();
    await agents.close();
  });

  test("the first invitation offers to make it [F204]", async ({ browser }) => {
    const owners = await browser.newContext({ locale: "es-PA", baseURL: before.url });
    await signIn(owners);
    const { teams } = await api<{ teams: { id: string }[] }>(owners, "{ teams { id } }");
    for (const { id } of teams) await api(owners, "mutation ($id: ID!) { deleteTeam(id: $id) }", { id });
    await api(owners, `mutation { createClient(input: { name: "Bodega Nueva", email: "n@example.com" }) { id } }`);
    const page = await owners.newPage();
    await page.goto("/settings/team?invite=1");
    await page.getByLabel("Nombre").fill("Teo Nuevo");
    await page.getByLabel("Correo").fill("teo@example.com");
    await expect(page.getByLabel("Crear el equipo principal")).toBeChecked();
    await page.getByRole("button", { name: "Crear la invitación" }).click();
    await expect(page.getByLabel("Enlace de invitación")).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("row", { name: /Teo Nuevo/ })).toContainText("Equipo principal");
    const { clients } = await api<{ clients: { totalCount: number } }>(
      owners,
      "{ clients(filter: { withoutTeam: true }) { totalCount } }",
    );
    expect(clients.totalCount).toBe(0);
    await owners.close();
  });
});
