import type { Page } from "@playwright/test";
import { api, createPerson, expect, signIn, test } from "./server.ts";

const create = (context: Parameters<typeof api>[0], input: object) =>
  api(context, "mutation ($input: CreateClientInput!) { createClient(input: $input) { id } }", { input });
const heads = (page: Page) => page.getByRole("columnheader");
const shownColumns = (page: Page) => page.getByRole("dialog", { name: "Columnas" }).getByRole("list").first();
const chooseColumns = async (page: Page) => {
  await page.getByRole("button", { name: "Columnas" }).click();
  await expect(shownColumns(page)).toBeVisible();
};

test("columns are chosen, ordered by key and by hand, and found again after signing out [F55][F56][F57]", async ({
  page,
  context,
  browser,
  app,
}) => {
  await signIn(context);
  const eva = await createPerson(context, { name: "Eva Columna", role: "ADMIN" });
  await api(
    context,
    `mutation { createCustomField(input: { key: "zona", label: "Zona de reparto", type: SELECT, options: ["Norte", "Sur"] }) { id } }`,
  );
  await create(context, {
    name: "Columnata",
    email: "hola@columnata.test",
    kind: "COMPANY",
    addresses: [{ type: "MAIN", city: "Colón", country: "PA" }],
    customFields: { zona: "Sur" },
  });

  const hers = await browser.newContext({ baseURL: app.url, locale: "es-PA", viewport: { width: 1440, height: 900 } });
  await signIn(hers, eva);
  const first = await hers.newPage();
  await first.goto("/clients?q=columnata");
  const row = first.getByRole("row").filter({ hasText: "Columnata" });
  await expect(row).toBeVisible();
  await expect(first.getByText("Colón")).toBeHidden();
  await chooseColumns(first);
  for (const column of ["Ciudad", "Tipo", "Zona de reparto"])
    await first.getByRole("button", { name: `Mostrar ${column}`, exact: true }).click();
  for (const column of ["Etiquetas", "Responsable", "Última actividad"])
    await first.getByRole("button", { name: `Ocultar ${column}`, exact: true }).click();
  await first.getByRole("button", { name: "Mover Tipo" }).focus();
  await first.keyboard.press("ArrowUp");
  await expect(first.getByRole("button", { name: "Mover Tipo" })).toBeFocused();
  await expect(first.getByText("Tipo: 5 de 7")).toBeAttached();
  const handle = first.getByRole("button", { name: "Mover Zona de reparto" });
  const from = await handle.boundingBox();
  const to = await first.getByRole("button", { name: "Mover Correo" }).boundingBox();
  if (!from || !to) throw new Error("The handles are not in view");
  await first.mouse.move(from.x + 14, from.y + 14);
  await first.mouse.down();
  await first.mouse.move(to.x + 14, to.y + 14, { steps: 8 });
  await first.mouse.up();
  await first.getByRole("button", { name: "Compacta" }).click();
  await first.keyboard.press("Escape");

  const wanted = ["Nombre", "Zona de reparto", "Correo", "Teléfono", "Estado", "Alta", "Tipo", "Ciudad"];
  await expect(heads(first)).toContainText(["", ...wanted, "Acciones"]);
  await expect(row).toContainText("Sur");
  await expect(row).toContainText("Empresa");
  await expect(row).toContainText("Colón");
  expect((await row.boundingBox())?.height).toBeCloseTo(33, 0);
  await expect(first).toHaveURL(/\/clients\?q=columnata$/);
  await hers.close();

  const again = await browser.newContext({ baseURL: app.url, locale: "es-PA", viewport: { width: 1440, height: 900 } });
  await signIn(again, eva);
  const second = await again.newPage();
  const asked = second.waitForRequest((request) => Boolean(request.postData()?.includes("query ClientListPage")));
  await second.goto("/clients?q=columnata");
  await expect(heads(second)).toContainText(["", ...wanted, "Acciones"]);
  // What is not shown is not read.
  expect((await asked).postDataJSON().variables).toMatchObject({ addresses: true, tags: false, owner: false });
  await chooseColumns(second);
  await second.getByRole("button", { name: "Como al principio" }).click();
  await expect(shownColumns(second)).toContainText("Etiquetas");
  await second.getByRole("button", { name: "Deshacer", exact: true }).click();
  await expect(shownColumns(second)).not.toContainText("Etiquetas");
  await second.keyboard.press("Escape");
  await expect(second.getByRole("columnheader", { name: "Zona de reparto" })).toBeVisible();
  await again.close();

  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto("/clients?q=columnata");
  await expect(page.getByRole("columnheader", { name: "Responsable" })).toBeVisible();
  await expect(page.getByRole("columnheader", { name: "Zona de reparto" })).toBeHidden();
});

test("a table wider than the window scrolls beside the name, which still opens the record", async ({
  page,
  context,
}) => {
  await signIn(context);
  await create(context, { name: "Anchurosa", email: "hola@anchurosa.test", website: "anchurosa.test" });
  const columns = ["email", "phone", "mobile", "whatsapp", "kind", "gender", "country", "city", "team", "website"];
  await api(context, "mutation ($input: AccountInput!) { updateAccount(input: $input) { role } }", {
    input: { clientList: { columns, compact: false } },
  });
  await page.setViewportSize({ width: 1100, height: 800 });
  await page.goto("/clients?q=anchurosa");
  const name = page.getByRole("link", { name: "Anchurosa" });
  const website = page.getByRole("cell", { name: "anchurosa.test", exact: true });
  await expect(website).not.toBeInViewport();
  const before = await name.boundingBox();
  await name.hover();
  await page.mouse.wheel(3000, 0);
  await expect(website).toBeInViewport();
  expect((await name.boundingBox())?.x).toBeCloseTo(before?.x ?? 0, 0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)).toBe(false);
  // The name's link lies over the row: what is pressed is the link, wherever in the row.
  await website.click({ force: true });
  await expect(page.getByRole("heading", { level: 1, name: "Anchurosa" })).toBeVisible();
  await api(context, "mutation { updateAccount(input: { clientList: null }) { role } }");
});

test("columns of contact data stay hidden from whom they are hidden from [F209]", async ({
  page,
  context,
  browser,
  app,
}) => {
  await signIn(context);
  await api(context, "mutation { updateSettings(input: { hideContactDataFromAgents: true }) { locale } }");
  const { createTeam } = await api<{ createTeam: { id: string } }>(
    context,
    `mutation { createTeam(input: { name: "Reservados" }) { id } }`,
  );
  await api(
    context,
    `mutation { createCustomField(input: { key: "aparte", label: "Correo aparte", type: EMAIL }) { id } }`,
  );
  await create(context, {
    name: "Discreta",
    email: "secreta@discreta.test",
    mobile: "+507 6123-9999",
    teamId: createTeam.id,
    customFields: { aparte: "aparte@discreta.test" },
  });
  const agent = await createPerson(context, { name: "Ivo Discreto", teamIds: [createTeam.id] });
  const his = await browser.newContext({ baseURL: app.url, locale: "es-PA" });
  await signIn(his, agent);
  await api(his, "mutation ($input: AccountInput!) { updateAccount(input: $input) { role } }", {
    input: { clientList: { columns: ["email", "phone", "mobile", "custom.aparte"], compact: false } },
  });
  const list = await his.newPage();
  const answers: string[] = [];
  list.on("response", async (response) => {
    if (response.url().endsWith("/graphql")) answers.push(await response.text());
  });
  await list.goto("/clients");
  const row = list.getByRole("row").filter({ hasText: "Discreta" });
  await expect(row.getByText("•••")).toHaveCount(4);
  await expect(list.getByRole("columnheader", { name: "Correo" }).getByRole("button")).toHaveCount(0);
  await his.close();
  expect(answers.join()).toContain("Discreta");
  expect(answers.join()).not.toMatch(/secreta@|6123|aparte@/);
  await api(context, "mutation { updateSettings(input: { hideContactDataFromAgents: false }) { locale } }");
  await page.goto("/clients?q=discreta");
  await expect(page.getByText("secreta@discreta.test")).toBeVisible();
});
