import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { SMTPServer } from "smtp-server";
import { api, createPerson, expect, signIn, startServer, test } from "./server.ts";

test("a forgotten password is replaced through the link in the outbox", async ({ page, context, browser, app }) => {
  const admin = await browser.newContext({ baseURL: app.url, locale: "es-PA" });
  await signIn(admin);
  const olvido = await createPerson(admin, { name: "Olvido Rey", role: "ADMIN" });

  await page.goto("/sign-in");
  await page.getByLabel("Correo").fill(olvido.email);
  await page.getByRole("link", { name: "¿Olvidaste la contraseña?" }).click();
  await expect(page).toHaveURL(/forgot-password/);
  await expect(page.getByLabel("Correo")).toHaveValue(olvido.email);
  await page.getByLabel("Correo").fill("olvido");
  await page.getByRole("button", { name: "Pedir un enlace" }).click();
  await expect(page.getByText("No parece una dirección de correo")).toBeVisible();
  await page.getByLabel("Correo").fill(olvido.email);
  await page.getByRole("button", { name: "Pedir un enlace" }).click();
  await expect(page.getByRole("heading", { name: "Pide el enlace a un administrador" })).toBeVisible();

  const outbox = await admin.newPage();
  await outbox.goto("/settings/outbox");
  await expect(outbox.getByText("No hay servidor de correo")).toBeVisible();
  await outbox
    .getByRole("row", { name: new RegExp(olvido.email) })
    .getByRole("button", { name: /^Elige una contraseña nueva/ })
    .click();
  const text = await outbox.getByRole("dialog", { name: "Correo" }).textContent();
  const link = /http\S+\/password-reset\?token=\S+/.exec(text ?? "")?.[0] ?? "";

  // A scanner looks at every link before its reader does.
  for (let i = 0; i < 3; i++) await context.request.get(link);
  await page.goto(link);
  await expect(page.getByText(`Para ${olvido.email} en`)).toBeVisible();
  await page.getByLabel(/^Contraseña nueva/).fill("corta");
  await page.getByRole("button", { name: "Guardar y entrar" }).click();
  await expect(page.getByText("Al menos 10 caracteres")).toBeVisible();
  await page.getByLabel(/^Contraseña nueva/).fill("una-clave-nueva");
  await page.getByRole("button", { name: "Guardar y entrar" }).click();
  await expect(page).toHaveURL("/");
  await expect(signIn(context, olvido)).rejects.toThrow("BAD_USER_INPUT");
  await signIn(context, { ...olvido, password: "una-clave-nueva" });

  await page.goto(link);
  await expect(page.getByRole("heading", { name: "El enlace no es válido" })).toBeVisible();
  await admin.close();
});

test("what is assigned to one rings in both of their browsers, and is read in one", async ({
  page,
  context,
  browser,
  app,
}) => {
  const boss = await browser.newContext({ baseURL: app.url });
  await signIn(boss);
  const alba = await createPerson(boss, { name: "Alba Sanz", role: "ADMIN" });
  await signIn(context, alba);
  await page.goto("/clients");
  await expect(page.getByRole("button", { name: "Avisos", exact: true })).toBeVisible();

  const assign = (name: string) =>
    api(boss, "mutation ($input: CreateClientInput!) { createClient(input: $input) { id } }", {
      input: { name, email: `${name.replaceAll(" ", ".").toLowerCase()}@example.org`, ownerId: alba.id },
    });
  await assign("Mercado Uno");
  const bell = page.getByRole("button", { name: "1 aviso sin leer" });
  await expect(bell).toBeVisible();
  await bell.click();
  const panel = page.getByRole("dialog", { name: "Avisos" });
  await expect(panel.getByRole("link", { name: /te ha asignado Mercado Uno/ })).toBeVisible();
  await assign("Mercado Dos");
  await expect(panel.getByRole("link", { name: /te ha asignado Mercado Dos/ })).toBeVisible();

  await panel.getByRole("link", { name: /te ha asignado Mercado Dos/ }).click();
  await expect(page.getByRole("heading", { name: "Mercado Dos" })).toBeVisible();
  await page.getByRole("button", { name: "1 aviso sin leer" }).click();
  await panel.getByRole("button", { name: "Marcar todo como leído" }).click();
  await panel.getByRole("button", { name: "Sin leer", exact: true }).click();
  await expect(panel.getByText("Lo has leído todo")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Avisos", exact: true })).toBeVisible();

  await page.goto("/settings/account");
  await page.getByRole("checkbox", { name: "Me asignan clientes: en la aplicación" }).uncheck();
  await page.getByRole("checkbox", { name: "Me asignan clientes: por correo" }).check();
  await page.reload();
  await expect(page.getByRole("checkbox", { name: "Me asignan clientes: por correo" })).toBeChecked();
  await assign("Mercado Tres");
  await expect
    .poll(() => api(boss, "{ messages(first: 1) { nodes { subject } } }"))
    .toEqual({ messages: { nodes: [{ subject: expect.stringMatching(/ te ha asignado Mercado Tres$/) }] } });
  await boss.close();
});

test("an e-mail that could not leave says why, waits, and goes out when asked to", async ({ browser }) => {
  const free = createServer().listen(0, "127.0.0.1");
  await once(free, "listening");
  const { port } = free.address() as AddressInfo;
  free.close();
  const app = await startServer({ env: { SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: "hola@clientela.test" } });
  const context = await browser.newContext({ baseURL: app.url, locale: "es-PA" });
  await signIn(context);
  const page = await context.newPage();
  await page.goto("/settings/team?invite=1");
  await page.getByLabel("Nombre").fill("Eva Luz");
  await page.getByLabel("Correo").fill("eva@example.com");
  await page.getByRole("button", { name: "Crear la invitación" }).click();
  await expect(page.getByText("Enviamos la invitación a eva@example.com")).toBeVisible();

  await page.goto("/settings/outbox?state=waiting");
  const row = page.getByRole("row", { name: /eva@example\.com/ });
  await expect(row).toContainText("ECONNREFUSED");
  await row.click();
  const panel = page.getByRole("dialog", { name: "Correo" });
  await expect(panel.getByRole("alert")).toContainText("ECONNREFUSED");
  await expect(panel.getByText("/invitation?token=")).toBeVisible();

  const taken: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, session, done) {
      stream.resume().on("end", () => {
        taken.push(...session.envelope.rcptTo.map(({ address }) => address));
        done();
      });
    },
  });
  server.listen(port, "127.0.0.1");
  await panel.getByRole("button", { name: "Enviar ahora" }).click();
  await page.goto("/settings/outbox");
  await expect(row).toContainText("Enviado");
  expect(taken).toEqual(["eva@example.com"]);
  await row.click();
  await expect(panel.getByText("El texto ya no se muestra")).toBeVisible();
  await context.close();
  await app.stop();
  server.close();
});
