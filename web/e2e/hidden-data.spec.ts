import { api, createPerson, expect, signIn, test } from "./server.ts";

test("an agent from whom contact data is hidden sees ••• everywhere and reveals once, which management sees [F209]", async ({
  page,
  context,
  browser,
  app,
}) => {
  await signIn(context);
  await api(
    context,
    "mutation { updateSettings(input: { hideContactDataFromAgents: true, agentsMayRevealContactData: true, restrictAgentsToTeams: false }) { locale } }",
  );
  const agent = await createPerson(context, { name: "Bruno" });
  const { createClient } = await api<{ createClient: { id: string } }>(
    context,
    "mutation ($input: CreateClientInput!) { createClient(input: $input) { id } }",
    { input: { name: "Secreta SL", email: "clara@secreta.test", phone: "+34911234567", mobile: "+34600111222" } },
  );
  const { id } = createClient;
  await api(
    context,
    `mutation ($id: ID!) { addContact(clientId: $id, input: { name: "Marta", email: "marta@secreta.test" }) { id } }`,
    { id },
  );
  const secrets = ["clara@secreta.test", "marta@secreta.test", "911 23 45 67", "+34911234567", "600 11 12 22"];

  const theirs = await browser.newContext({ baseURL: app.url, locale: "es-ES" });
  await signIn(theirs, agent);
  const seen = await theirs.newPage();
  const answers: string[] = [];
  seen.on("response", async (response) => {
    if (response.url().includes("/graphql")) answers.push(await response.text().catch(() => ""));
  });
  await seen.goto("/clients");
  await expect(seen.getByRole("row", { name: /Secreta SL/ })).toContainText("•••");
  await seen.goto(`/clients/${id}`);
  const properties = seen.getByRole("complementary", { name: "Propiedades" });
  await expect(properties.getByText("•••")).toHaveCount(3);
  await expect(seen.getByRole("link", { name: /Llamar|Escribir a/ })).toHaveCount(0);
  await expect(properties.getByRole("button", { name: /Cambiar (Correo|Celular)/ })).toHaveCount(0);
  await seen.goto(`/clients/${id}?tab=contacts`);
  await expect(seen.getByRole("tabpanel").getByRole("listitem")).toContainText("•••");
  await seen.goto(`/clients/${id}?tab=general`);
  await expect(seen.getByRole("form", { name: "General" }).getByLabel("Persona de contacto")).toBeVisible();
  await expect(
    seen.getByRole("form", { name: "General" }).getByRole("textbox", { name: "Correo", exact: true }),
  ).toHaveCount(0);
  for (const secret of secrets) {
    await expect(seen.getByText(secret)).toHaveCount(0);
    expect(answers.filter((text) => text.includes(secret))).toEqual([]);
  }

  await seen.goto(`/clients/${id}`);
  await seen.getByRole("button", { name: "Mostrar los datos de contacto" }).click();
  const dialog = seen.getByRole("dialog", { name: "Mostrar los datos de contacto" });
  await dialog.getByRole("button", { name: "Mostrar" }).click();
  await expect(dialog.getByText("Falta este dato")).toBeVisible();
  await dialog.getByLabel("Motivo").fill("Llama por un pedido");
  await dialog.getByRole("button", { name: "Mostrar" }).click();
  await expect(dialog.getByText("clara@secreta.test")).toBeVisible();
  await expect(dialog.getByText("marta@secreta.test")).toBeVisible();
  await dialog.getByRole("button", { name: "Cerrar" }).click();
  await expect(seen.getByText("clara@secreta.test")).toHaveCount(0);
  await seen.reload();
  await expect(properties.getByText("•••")).toHaveCount(3);
  await theirs.close();

  await page.goto(`/clients/${id}`);
  const entry = page.getByRole("article").filter({ hasText: "Llama por un pedido" });
  await expect(entry).toContainText("Bruno");
  await api(
    context,
    "mutation { updateSettings(input: { hideContactDataFromAgents: false, restrictAgentsToTeams: true }) { locale } }",
  );
});
