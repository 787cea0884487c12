import { readFile } from "node:fs/promises";
import { api, createPerson, expect, signIn, test } from "./server.ts";

const makeClient = (context: Parameters<typeof api>[0], name: string) =>
  api<{ createClient: { id: string } }>(
    context,
    "mutation ($input: CreateClientInput!) { createClient(input: $input) { id } }",
    { input: { name, email: `${name.replaceAll(" ", "").toLowerCase()}@archivos.test` } },
  ).then(({ createClient }) => createClient.id);

test("a client's files are uploaded, downloaded as they were, deleted and brought back on a tab of its record", async ({
  page,
  context,
}) => {
  await signIn(context);
  const id = await makeClient(context, "Con Archivos");
  await page.goto(`/clients/${id}`);
  await page.getByRole("tab", { name: "Archivos" }).click();
  const panel = page.getByRole("tabpanel");
  await expect(panel.getByText("Aún no hay archivos")).toBeVisible();
  await panel.locator("input[type=file]").setInputFiles([
    { name: "contrato.txt", mimeType: "text/plain", buffer: Buffer.from("Lo acordado") },
    { name: "vacío.txt", mimeType: "text/plain", buffer: Buffer.alloc(0) },
  ]);
  const row = panel.getByRole("listitem").filter({ hasText: "contrato.txt" });
  await expect(row).toContainText("11 bytes");
  await expect(panel.getByRole("listitem").filter({ hasText: "vacío.txt" }).getByRole("alert")).toBeVisible();
  await panel.getByRole("button", { name: "Quitar vacío.txt" }).click();
  await expect(panel.getByRole("heading", { name: "1 archivo", exact: true })).toBeVisible();

  const [download] = await Promise.all([
    page.waitForEvent("download"),
    row.getByRole("link", { name: "Descargar contrato.txt" }).click(),
  ]);
  expect(await readFile(await download.path(), "utf8")).toBe("Lo acordado");

  await row.getByRole("button", { name: "Eliminar contrato.txt" }).click();
  await expect(panel.getByText("Aún no hay archivos")).toBeVisible();
  await page.getByRole("button", { name: "Deshacer", exact: true }).click();
  await expect(row).toBeVisible();
  await page.reload();
  await expect(row).toBeVisible();
});

test("files dropped on the tab are uploaded, and older ones come page by page", async ({ page, context }) => {
  await signIn(context);
  const id = await makeClient(context, "Con Muchos");
  for (let number = 1; number <= 31; number += 1)
    await context.request.put(`/files/clients/${id}?name=hoja-${number}.txt`, {
      data: `Hoja ${number}`,
      headers: { "x-requested-with": "test" },
    });
  await page.goto(`/clients/${id}?tab=files`);
  const rows = page.getByRole("list", { name: "Archivos del cliente" }).getByRole("listitem");
  await expect(rows).toHaveCount(30);
  await page.getByRole("button", { name: "Ver más archivos" }).click();
  await expect(rows).toHaveCount(31);
  await expect(page.getByRole("button", { name: "Ver más archivos" })).toHaveCount(0);

  const dropped = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(["Soltado"], "soltado.txt", { type: "text/plain" }));
    return transfer;
  });
  await rows.first().dispatchEvent("dragover", { dataTransfer: dropped });
  await expect(page.getByText("Suelta aquí los archivos")).toBeVisible();
  await rows.first().dispatchEvent("drop", { dataTransfer: dropped });
  await expect(rows.first()).toContainText("soltado.txt");
  await expect(rows).toHaveCount(32);
});

test("whoever may not delete a file downloads it only", async ({ page, context, browser, app }) => {
  await signIn(context);
  const { createTeam } = await api<{ createTeam: { id: string } }>(
    context,
    "mutation ($input: TeamInput!) { createTeam(input: $input) { id } }",
    { input: { name: "Archiveros" } },
  );
  const agent = await createPerson(context, { name: "Ada Archivera", teamIds: [createTeam.id] });
  const { createClient } = await api<{ createClient: { id: string } }>(
    context,
    "mutation ($input: CreateClientInput!) { createClient(input: $input) { id } }",
    { input: { name: "De la oficina", email: "oficina@archivos.test", teamId: createTeam.id } },
  );
  await context.request.put(`/files/clients/${createClient.id}?name=ajeno.txt`, {
    data: "De la dueña",
    headers: { "x-requested-with": "test" },
  });
  const hers = await browser.newContext({ baseURL: app.url, locale: "es-PA" });
  await signIn(hers, agent);
  const record = await hers.newPage();
  await record.goto(`/clients/${createClient.id}?tab=files`);
  await expect(record.getByRole("link", { name: "Descargar ajeno.txt" })).toBeVisible();
  await expect(record.getByRole("button", { name: "Eliminar ajeno.txt" })).toHaveCount(0);
  await hers.close();
  await page.goto(`/clients/${createClient.id}?tab=files`);
  await expect(page.getByRole("button", { name: "Eliminar ajeno.txt" })).toBeVisible();
});

test("what somebody else adds and deletes shows on the open tab, also after the connection broke [F200]", async ({
  page,
  context,
  app,
}) => {
  await signIn(context);
  const id = await makeClient(context, "Con Colegas");
  const put = (name: string) =>
    context.request
      .put(`/files/clients/${id}?name=${name}`, { data: name, headers: { "x-requested-with": "test" } })
      .then(async (response) => ((await response.json()) as { id: string }).id);
  const remove = (file: string) => api(context, "mutation ($id: ID!) { deleteClientFile(id: $id) }", { id: file });
  let broken = false;
  const sockets: { close: () => Promise<void> }[] = [];
  await page.routeWebSocket(`${app.url.replace(/^http/, "ws")}/graphql`, (socket) => {
    if (broken) return void socket.close();
    socket.connectToServer();
    sockets.push(socket);
  });
  const first = await put("uno.txt");
  await page.goto(`/clients/${id}?tab=files`);
  const rows = page.getByRole("list", { name: "Archivos del cliente" }).getByRole("listitem");
  await expect(rows).toHaveCount(1);
  await expect.poll(() => sockets.length).toBeGreaterThan(0);

  const second = await put("dos.txt");
  await expect(rows).toHaveCount(2);
  await expect(page.getByRole("heading", { name: "2 archivos" })).toBeVisible();
  await remove(first);
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText("dos.txt");

  await test.step("and those of an activity", async () => {
    const uploaded = await context.request.put(`/files/clients/${id}?name=tres.txt&waits`, {
      data: "tres",
      headers: { "x-requested-with": "test" },
    });
    const file = ((await uploaded.json()) as { id: string }).id;
    const { addTimelineEntry } = await api<{ addTimelineEntry: { id: string } }>(
      context,
      'mutation ($id: ID!, $file: ID!) { addTimelineEntry(clientId: $id, input: { description: "Va", fileIds: [$file] }) { id } }',
      { id, file },
    );
    await expect(rows).toHaveCount(2);
    await api(context, "mutation ($id: ID!) { deleteTimelineEntry(id: $id) }", { id: addTimelineEntry.id });
    await expect(rows).toHaveCount(1);
  });

  await test.step("what was missed while the connection was broken", async () => {
    broken = true;
    for (const socket of sockets) await socket.close();
    await put("cuatro.txt");
    await remove(second);
    broken = false;
    await expect(rows).toHaveText([/cuatro\.txt/]);
  });
});
