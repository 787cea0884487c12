import { api, expect, signIn, test } from "../server.ts";

test.beforeEach(async ({ context }) => signIn(context));

test("the name in the list opens the whole client: when it came, where from, who looks after it, what it is owed to know [F30][F38][F32][F47]", async ({
  page,
}) => {
  await page.goto("/clients");
  const row = page.getByRole("row").filter({ hasText: "Hotel Mirador del Valle" });
  await expect(row.getByRole("cell").last()).toBeVisible();
  await expect(row).toContainText("Prospecto");
  await row.getByRole("link", { name: "Hotel Mirador del Valle" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Hotel Mirador del Valle" })).toBeVisible();
  const origin = page.getByRole("group", { name: "Origen" });
  await expect(origin).toContainText("Alta");
  await expect(origin).toContainText("Formulario");
  await expect(origin).toContainText("Feria de alimentación");
  for (const part of ["Relacionado", "Listas y boletines", "Contactos", "Tareas", "Citas"])
    await expect(page.getByRole("group", { name: part, exact: true })).toBeVisible();
  await expect(page.getByRole("group", { name: "Contactos", exact: true })).toContainText("Julio Cedeño");
  await expect(page.getByRole("article").first()).toBeVisible();
});

test("a field of one's own, and one of its options, are changed from the client that shows them [F125]", async ({
  page,
  context,
}) => {
  const { clients } = await api<{ clients: { nodes: { id: string }[] } }>(
    context,
    `{ clients(filter: { search: "Ernst Handel" }) { nodes { id } } }`,
  );
  await page.goto(`/clients/${clients.nodes[0]?.id}`);
  await page.getByRole("link", { name: "Editar el campo Día de reparto" }).click();
  const panel = page.getByRole("dialog", { name: "Editar el campo Día de reparto" });
  await panel.getByRole("button", { name: "Renombrar «Por mensajería»" }).click();
  const dialog = page.getByRole("dialog", { name: "Renombrar «Por mensajería»" });
  await dialog.getByRole("textbox").fill("Mensajería urgente");
  await dialog.getByRole("button", { name: "Renombrar" }).click();
  await expect(panel.getByText("Mensajería urgente", { exact: true })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1, name: "Ernst Handel" })).toBeVisible();
  await expect(page.getByText("Mensajería urgente", { exact: true })).toBeVisible();
});
