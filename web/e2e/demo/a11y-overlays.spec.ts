import type { Page } from "@playwright/test";
import { violations } from "../axe.ts";
import { expect, signIn, test } from "../server.ts";

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
