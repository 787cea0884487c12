import { fileURLToPath } from "node:url";
import { expect, type Page, test } from "@playwright/test";
import { api, signIn, startServer } from "../e2e/server.ts";
import { addressedPages, createWorld } from "../e2e/world.ts";

const folder = fileURLToPath(new URL("../../screens/", import.meta.url));
const languages = { es: "es-PA", en: "en-GB" };
const themes = ["light", "dark"] as const;
const tallest = 1800;
const sizes = { 1440: { width: 1440, height: 900 }, 390: { width: 390, height: 844 } };

/** A page is ready when nothing is on its way any more. */
async function settled(page: Page): Promise<void> {
  await expect(page.locator("main")).toBeVisible();
  await expect(page.locator('[role="progressbar"], .MuiSkeleton-root')).toHaveCount(0);
}

test("photographs every page in both themes, languages and sizes", async ({ browser }) => {
  const [app, empty] = await Promise.all([startServer({ demo: true }), startServer({ setUp: true })]);
  try {
    const maker = await browser.newContext({ baseURL: app.url });
    await signIn(maker);
    const world = await createWorld(maker, app, empty);
    for (const [language, locale] of Object.entries(languages)) {
      await api(maker, "mutation ($locale: String!) { updateAccount(input: { locale: $locale }) { role } }", {
        locale: language,
      });
      for (const colorScheme of themes) {
        for (const [width, viewport] of Object.entries(sizes)) {
          for (const access of ["public", "signedIn"] as const) {
            const context = await browser.newContext({
              baseURL: app.url,
              locale,
              colorScheme,
              viewport,
              reducedMotion: "reduce",
            });
            if (access === "signedIn") await signIn(context);
            const page = await context.newPage();
            for (const { name, addressIn } of addressedPages.filter(
              ({ page: { access: needed } }) => needed === access,
            )) {
              await page.goto(addressIn(world));
              await settled(page);
              // As tall as its content, within reason: what sticks to an edge stays there, and a long list stops.
              const height = await page.evaluate(() => document.documentElement.scrollHeight);
              await page.setViewportSize({ ...viewport, height: Math.min(Math.max(height, viewport.height), tallest) });
              await page.screenshot({ path: `${folder}${name}.${language}.${colorScheme}.${width}.png` });
              await page.setViewportSize(viewport);
            }
            await context.close();
          }
        }
      }
    }
  } finally {
    await Promise.all([app.stop(), empty.stop()]);
  }
});
