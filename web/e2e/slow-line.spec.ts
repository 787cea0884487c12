import type { Page } from "@playwright/test";
import { pages } from "../src/pages.ts";
import { api, expect, signIn, test } from "./server.ts";

/** Holds back scripts and answers, as a line does on which they have not come yet; answers how to let them come. */
async function holdBack(page: Page, what = /\/assets\/.*\.js$|\/graphql$/): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(what, async (route) => {
    await released;
    await route.fallback();
  });
  return release;
}

/** The frame and the card that are in the page itself. */
const waiting = (page: Page) => ({
  frame: page.locator("#waiting > .frame"),
  card: page.locator("#waiting > .public"),
});

test("who was signed in sees the frame before any script has come, in the theme they chose; others and public pages never", async ({
  page,
  context,
}) => {
  await page.emulateMedia({ colorScheme: "dark" });
  const { frame, card } = waiting(page);
  for (const { path } of pages.filter(({ access }) => access === "public")) {
    const release = await holdBack(page);
    await page.goto(path, { waitUntil: "commit" });
    await expect(card, path).toBeVisible();
    await expect(frame, path).toBeHidden();
    release();
    await expect(page.getByRole("heading", { level: 1 }), path).toBeVisible();
    await expect(card, path).toBeHidden();
  }

  await signIn(context);
  await test.step("a browser in which nobody was signed in yet", async () => {
    const release = await holdBack(page);
    await page.goto("/clients", { waitUntil: "commit" });
    await expect(card).toBeVisible();
    release();
    await expect(page.getByRole("navigation", { name: "Principal" })).toBeVisible();
    await expect(card).toBeHidden();
  });
  await test.step("the next time", async () => {
    const release = await holdBack(page);
    await page.goto("/clients", { waitUntil: "commit" });
    await expect(frame).toBeVisible();
    await expect(page.locator("html")).toHaveCSS("background-color", "rgb(22, 23, 25)");
    await expect(page.locator("#waiting")).toHaveAttribute("aria-hidden", "true");
    await expect(page.locator("#waiting")).toHaveText("");
    // It stands where the real one will.
    const drawn = await page.locator("#waiting .side").boundingBox();
    const bar = await page.locator("#waiting .bar").boundingBox();
    release();
    const navigation = page.getByRole("navigation", { name: "Principal" });
    await expect(navigation).toBeVisible();
    await expect(frame).toBeHidden();
    expect(await navigation.boundingBox()).toEqual(drawn);
    expect(await page.getByRole("banner").first().boundingBox()).toEqual(bar);
  });
  await test.step("after signing out", async () => {
    await page.getByRole("button", { name: "Cuenta" }).click();
    await page.getByRole("menuitem", { name: "Cerrar sesión" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Iniciar sesión" })).toBeVisible();
    const release = await holdBack(page);
    await page.goto("/clients", { waitUntil: "commit" });
    await expect(card).toBeVisible();
    await expect(frame).toBeHidden();
    release();
  });
});

test("of a record that a list showed, name, status and tags are there before its code and its answer [F38]", async ({
  page,
  context,
}) => {
  await signIn(context);
  const { createTag } = await api<{ createTag: { id: string } }>(
    context,
    'mutation { createTag(input: { name: "Despacio" }) { id } }',
  );
  await api(context, "mutation ($input: CreateClientInput!) { createClient(input: $input) { id } }", {
    input: { name: "Línea Lenta", email: "lenta@example.com", status: "CLIENT", tagIds: [createTag.id] },
  });
  const head = page.waitForResponse(/\/assets\/ClientPage-.*\.js$/).then((response) => response.finished());
  await page.goto("/clients");
  await expect(page.getByRole("link", { name: "Línea Lenta" })).toBeVisible();
  await head;
  const release = await holdBack(page);
  await page.getByRole("link", { name: "Línea Lenta" }).click();

  const name = page.getByRole("heading", { level: 1, name: "Línea Lenta" });
  await expect(name).toBeVisible();
  await expect(page.locator("main header")).toContainText("Cliente");
  await expect(page.locator("main header")).toContainText("Despacio");
  await expect(page.getByRole("banner").first()).toContainText("Línea Lenta");
  await expect(page).toHaveTitle("Línea Lenta · Clientela");
  const place = await name.boundingBox();
  await expect(page.getByRole("tabpanel")).toHaveCount(0);
  await page.keyboard.press("n");
  release();
  await expect(page.getByRole("tabpanel")).toBeVisible();
  await expect(page.getByLabel("Nota", { exact: true }).last()).toBeFocused();
  await expect(page.getByRole("button", { name: "Estado: Cliente" })).toBeVisible();
  expect(await name.boundingBox()).toEqual(place);
});
