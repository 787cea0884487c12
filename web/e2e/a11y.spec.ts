import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { api, expect, type RunningServer, signIn, startServer, test } from "./server.ts";
import { addressedPages, createWorld, type World } from "./world.ts";

test.use({ appOptions: { demo: true } });

const standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** The rules that look at colours; for all others dark is what light was, a moment ago in the same document. */
const ofColours = ["color-contrast", "link-in-text-block"];

async function violations(page: Page, colorScheme: "light" | "dark"): Promise<string[]> {
  // Colours on their way from one theme to the other are of neither.
  await page.evaluate(() => {
    const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    return Promise.allSettled(ending.map(({ finished }) => finished));
  });
  const axe = new AxeBuilder({ page });
  const found = await (colorScheme === "light" ? axe.withTags(standards) : axe.withRules(ofColours)).analyze();
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join("\n")}`);
}

let empty: RunningServer;
let world: World;
test.beforeAll(async ({ browser, app }) => {
  empty = await startServer({ setUp: true });
  const maker = await browser.newContext({ baseURL: app.url });
  await signIn(maker);
  world = await createWorld(maker, app, empty);
  await maker.close();
});
test.afterAll(() => empty?.stop());

for (const { page: entry, name, addressIn } of addressedPages) {
  test(`axe finds nothing on ${name} in either theme, wide or narrow`, async ({ page, context }) => {
    const errors: string[] = [];
    page.on("pageerror", ({ message }) => errors.push(message));
    page.on("console", (message) => {
      if (message.type() === "error") errors.push(message.text());
    });
    if (entry.access === "signedIn") await signIn(context);
    await page.emulateMedia({ reducedMotion: "reduce" });
    await page.goto(addressIn(world));
    for (const colorScheme of ["light", "dark"] as const) {
      for (const width of [1440, 360]) {
        const view = `${name}, ${colorScheme}, ${width}px`;
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 800 });
        await expect(page.locator("html")).toHaveAttribute("data-theme", colorScheme);
        await expect(page.locator("h1")).toHaveCount(1);
        await expect(page.locator('[role="progressbar"], .MuiSkeleton-root')).toHaveCount(0);
        expect(await violations(page, colorScheme), view).toEqual([]);
        const tooWide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
        expect(tooWide, `${view} scrolls sideways`).toBe(false);
      }
    }
    expect(errors).toEqual([]);
  });
}

/** What opens over a page, and how one gets there. */
const overlays: Record<string, { at: string; open: (page: Page) => Promise<void> }> = {
  "the panel to invite a person": { at: "/settings/team?invite=1", open: async () => {} },
  "the panel to make a team": { at: "/settings/team?team=new", open: async () => {} },
  "the panel to create an API key": { at: "/settings/api-keys?create=1", open: async () => {} },
  "the panel to create a client": { at: "/clients?new=1", open: async () => {} },
  "the command menu": { at: "/settings/account", open: (page) => page.keyboard.press("Control+k") },
  "the list of keys": { at: "/settings/account", open: (page) => page.keyboard.press("?") },
  "the choice of columns": { at: "/clients", open: (page) => page.getByRole("button", { name: "Columnas" }).click() },
  "a filter's choice": {
    at: "/clients",
    open: (page) => page.getByRole("button", { name: "Estado", exact: true }).first().click(),
  },
  "the choice of dates": {
    at: "/clients",
    open: (page) => page.getByRole("button", { name: "Fecha de alta" }).click(),
  },
  "all filters on a phone": {
    at: "/clients",
    open: async (page) => {
      await page.setViewportSize({ width: 360, height: 800 });
      await page.getByRole("button", { name: "Filtros", exact: true }).click();
    },
  },
  "ticked rows and what to do with them": {
    at: "/clients",
    open: async (page) => {
      await page.getByRole("checkbox", { name: "Seleccionar las filas cargadas" }).check();
      await page.getByRole("toolbar").getByRole("button", { name: "Etiqueta" }).click();
    },
  },
  "naming a filter": {
    at: "/clients?status=CLIENT",
    open: (page) => page.getByRole("button", { name: "Guardar filtro" }).click(),
  },
  "the panel to make a tag": { at: "/settings/tags?edit=new", open: async () => {} },
  "merging two tags": {
    at: "/settings/tags",
    open: async (page) => {
      await page.getByRole("button", { name: "Acciones para VIP" }).click();
      await page.getByRole("menuitem", { name: "Combinar con otra…" }).click();
    },
  },
  "the panel to make a task": { at: "/tasks?task=new", open: async () => {} },
  "whose tasks are shown": {
    at: "/tasks",
    open: (page) => page.getByRole("button", { name: "Responsable: tú", exact: true }).click(),
  },
  "the panel to make an appointment": {
    at: "/clients",
    open: async (page) => {
      await page.getByRole("link", { name: "Alfreds Futterkiste" }).click();
      await page.getByRole("link", { name: "Agendar una cita" }).click();
    },
  },
  "a question": {
    at: "/settings/account",
    open: (page) => page.getByRole("button", { name: "Cerrar sesión en todas partes" }).click(),
  },
};

for (const [name, { at, open }] of Object.entries(overlays)) {
  test(`axe finds nothing on ${name}`, async ({ page, context }) => {
    await signIn(context);
    await page.emulateMedia({ reducedMotion: "reduce" });
    await page.goto(at);
    await expect(page.locator("main")).toBeVisible();
    await open(page);
    await expect(page.getByRole("dialog").or(page.getByRole("alertdialog"))).toBeVisible();
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await expect(page.locator("html")).toHaveAttribute("data-theme", colorScheme);
      expect(await violations(page, colorScheme), colorScheme).toEqual([]);
    }
  });
}

test("axe finds nothing on a client with more tags than are shown", async ({ page, context }) => {
  await signIn(context);
  const tagIds: string[] = [];
  for (let n = 1; n <= 14; n++) {
    const { createTag } = await api<{ createTag: { id: string } }>(
      context,
      "mutation ($name: String!) { createTag(input: { name: $name }) { id } }",
      { name: `Muchas ${n}` },
    );
    tagIds.push(createTag.id);
  }
  const { createClient } = await api<{ createClient: { id: string } }>(
    context,
    "mutation ($input: CreateClientInput!) { createClient(input: $input) { id } }",
    { input: { name: "Muchas Etiquetas", email: "muchas@example.com", tagIds } },
  );
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto(`/clients/${createClient.id}`);
  await expect(page.getByRole("button", { name: /^\+11/ })).toBeVisible();
  expect(await violations(page, "light")).toEqual([]);
  await page.getByRole("button", { name: "+11 etiquetas más" }).click();
  await expect(page.getByRole("button", { name: /^Quitar la etiqueta Muchas/ })).toHaveCount(14);
});
