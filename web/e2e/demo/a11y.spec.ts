import { violations } from "../axe.ts";
import { expect, type RunningServer, signIn, startServer, test } from "../server.ts";
import { addressedPages, createWorld, type World } from "../world.ts";

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
    for (const width of [1440, 360]) {
      await page.setViewportSize({ width, height: 800 });
      for (const colorScheme of ["light", "dark"] as const) {
        const view = `${name}, ${colorScheme}, ${width}px`;
        await page.emulateMedia({ colorScheme });
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
