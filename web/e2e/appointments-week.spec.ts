import { api, expect, signIn, test } from "./server.ts";

test.beforeEach(async ({ context }) => {
  await signIn(context);
});

test("a week of appointments: read, walked by keys, and made by a click on a free hour [F198]", async ({
  page,
  context,
  browser,
  app,
}) => {
  const { createClient } = await api<{ createClient: { id: string } }>(
    context,
    'mutation { createClient(input: { name: "Hotel Semana", email: "hotel@semana.test" }) { id } }',
  );
  const { viewer, settings } = await api<{ viewer: { user: { id: string } }; settings: { timeZone: string } }>(
    context,
    "{ viewer { user { id } } settings { timeZone } }",
  );
  expect(settings.timeZone).toBe("UTC");
  await api(
    context,
    `mutation ($id: ID!, $me: ID!) { createAppointment(clientId: $id, input: { title: "Ver las salas",
      startsAt: "2031-07-02T10:00:00Z", endsAt: "2031-07-02T11:30:00Z", attendeeIds: [$me] }) { id } }`,
    { id: createClient.id, me: viewer.user.id },
  );
  await page.goto("/tasks");
  await page.getByRole("button", { name: "Semana" }).click();
  await expect(page).toHaveURL(/view=week/);
  await page.goto("/tasks?view=week&day=2031-07-02");
  const wednesday = page.getByRole("region", { name: "miércoles, 2 de julio" });
  await expect(page.getByRole("heading", { name: /30 de junio.*6 de julio/ })).toBeVisible();
  const known = wednesday.getByRole("link", { name: /^Ver las salas 10:00.* · Hotel Semana 10:00.* – 11:30/ });
  await expect(known).toBeInViewport();

  await test.step("the free hours are walked by the arrows, and Enter makes an appointment there", async () => {
    const first = wednesday.getByRole("button", { name: /^Agendar cita el miércoles, 2 de julio a las 9:00(?! p)/ });
    await first.focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    const reached = page.getByRole("button", { name: /^Agendar cita el jueves, 3 de julio a las 11:00(?! p)/ });
    await expect(reached).toBeFocused();
    await page.keyboard.press("Enter");
    const panel = page.getByRole("dialog", { name: "Nueva cita" });
    await expect(panel.getByLabel("Día")).toHaveValue("2031-07-03");
    await expect(panel.getByLabel("Desde")).toHaveValue("11:00");
    await expect(panel.getByLabel("Hasta")).toHaveValue("12:00");
    await panel.getByLabel("Título").fill("Firmar");
    await panel.getByRole("button", { name: "Crear cita" }).click();
    await expect(panel.getByText("Falta este dato")).toBeVisible();
    await expect(panel.getByLabel("Título")).toHaveValue("Firmar");
    await panel.getByRole("combobox", { name: /^Cliente/ }).fill("hotel sem");
    await page.getByRole("option", { name: "Hotel Semana" }).click();
    await panel.getByRole("button", { name: "Crear cita" }).click();
    await expect(panel).toBeHidden();
    const made = page
      .getByRole("region", { name: "jueves, 3 de julio" })
      .getByRole("link", { name: /^Firmar 11:00.* · Hotel Semana 11:00.* – 12:00/ });
    await expect(made).toBeVisible();
    await made.click();
    await expect(page.getByRole("dialog", { name: "Editar cita" }).getByLabel("Título")).toHaveValue("Firmar");
    await page.keyboard.press("Escape");
  });

  await test.step("other weeks, and back to this one", async () => {
    await page.getByRole("button", { name: "Semana siguiente" }).click();
    await expect(page.getByRole("heading", { name: /7.*13 de julio de 2031/ })).toBeVisible();
    await expect(known).toHaveCount(0);
    await page.getByRole("button", { name: "Semana anterior" }).click();
    await expect(known).toBeVisible();
    await page.getByRole("button", { name: "Hoy", exact: true }).click();
    await expect(page).not.toHaveURL(/day=/);
  });

  await test.step("on a phone one day at a time", async () => {
    const phone = await browser.newContext({
      baseURL: app.url,
      locale: "es-PA",
      viewport: { width: 360, height: 740 },
      hasTouch: true,
      isMobile: true,
    });
    await signIn(phone);
    const hand = await phone.newPage();
    await hand.goto("/tasks?view=week&day=2031-07-02");
    await expect(hand.getByRole("link", { name: /^Ver las salas/ })).toBeInViewport();
    await expect(hand.getByRole("region", { name: "jueves, 3 de julio" })).toHaveCount(0);
    await hand.getByRole("button", { name: "Día siguiente" }).click();
    await expect(hand.getByRole("link", { name: /^Firmar/ })).toBeVisible();
    expect(await hand.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await phone.close();
  });
});
