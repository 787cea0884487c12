import { api, createPerson, expect, signIn, test } from "../server.ts";

test("the day begins with the figures, and each leads to what it counts [F211] [F213] [F214] [F215]", async ({
  page,
  context,
}) => {
  await signIn(context);
  await page.goto("/");
  const figures = page.getByRole("list", { name: "Cifras" });
  const figureOf = async (name: RegExp) => {
    const text = await figures.getByRole("link", { name }).textContent();
    return Number(text?.replace(/\D/g, ""));
  };
  const leads: [RegExp, RegExp, string][] = [
    [/^Prospectos/, /\/clients\?status=PROSPECT$/, "clients"],
    [/^Inactivos/, /\/clients\?status=INACTIVE$/, "clients"],
    [/^Contactos activos/, /\/contacts\?active=yes$/, "contacts"],
  ];
  for (const [name, address, kind] of leads) {
    const count = await figureOf(name);
    expect(count).toBeGreaterThan(0);
    await figures.getByRole("link", { name }).click();
    await expect(page).toHaveURL(address);
    const said = kind === "clients" ? "cliente" : "contacto";
    await expect(page.getByText(new RegExp(`^${count} ${said}s?$`))).toBeVisible();
    await page.goBack();
    await expect(figures).toBeVisible();
  }
  const month = page.getByRole("link", { name: /: [1-9]\d* altas?$/ }).last();
  const arrived = Number(/: (\d+)/.exec((await month.textContent()) ?? "")?.[1]);
  await month.click();
  await expect(page.getByText(new RegExp(`^${arrived} clientes?$`))).toBeVisible();
});

test("what happened last is there, and agents see it of their clients only [F217]", async ({
  page,
  context,
  browser,
}) => {
  await signIn(context);
  const { teams } = await api<{ teams: { id: string; name: string }[] }>(context, "{ teams { id name } }");
  const [one, other] = teams;
  const add = (name: string, teamId: string | undefined) =>
    api(context, "mutation ($input: CreateClientInput!) { createClient(input: $input) { id } }", {
      input: { name, email: `${name.toLowerCase().replaceAll(" ", "-")}@example.org`, teamId },
    });
  await add("Taller Uno", one?.id);
  await add("Taller Otro", other?.id);
  await page.goto("/");
  const latest = page.getByRole("region", { name: "Última actividad" });
  await expect(latest.getByRole("listitem").first()).toContainText("Taller Otro");
  await expect(latest.getByRole("listitem").nth(1)).toContainText("Taller Uno");
  await latest.getByRole("link", { name: "Taller Uno" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Taller Uno" })).toBeVisible();

  const agent = await createPerson(context, { name: "Rosa Vela", teamIds: [one?.id ?? ""] });
  const hers = await browser.newContext({ baseURL: new URL(page.url()).origin });
  await signIn(hers, agent);
  const herPage = await hers.newPage();
  await herPage.goto("/");
  const herLatest = herPage.getByRole("region", { name: "Última actividad" });
  await expect(herLatest.getByRole("listitem").first()).toContainText("Taller Uno");
  await expect(herLatest.getByText("Taller Otro")).toHaveCount(0);
  await hers.close();
});

test("people of all clients are found and lead to theirs [F215]", async ({ page, context }) => {
  await signIn(context);
  await page.goto("/contacts");
  await page.getByPlaceholder("Nombre, correo o teléfono").fill("trujillo");
  await expect(page.getByRole("row")).toHaveCount(2);
  await page.getByRole("link", { name: "Ana Trujillo", exact: true }).click();
  await expect(page).toHaveURL(/tab=contacts/);
  await page.goBack();
  await page.getByRole("button", { name: "Inactivos" }).click();
  await expect(page.getByText("Nadie cumple todo esto")).toBeVisible();
  await page.getByRole("link", { name: "Quitar todos" }).click();
  await expect(page.getByText("121 contactos")).toBeVisible();
});
