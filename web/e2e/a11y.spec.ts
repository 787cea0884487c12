import AxeBuilder from "@axe-core/playwright";
import { expect, type RunningServer, signIn, startServer, test } from "./server.ts";
import { addressedPages, createWorld, type World } from "./world.ts";

test.use({ appOptions: { demo: true } });

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
    for (const colorScheme of ["light", "dark"] as const) {
      for (const width of [1440, 360]) {
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        await page.setViewportSize({ width, height: 800 });
        await page.goto(addressIn(world));
        await expect(page.locator("h1")).toHaveCount(1);
        await expect(page.locator('[role="progressbar"], .MuiSkeleton-root')).toHaveCount(0);
        const { violations } = await new AxeBuilder({ page })
          .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
          .analyze();
        const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join("\n")}`);
        expect(found, `${name}, ${colorScheme}, ${width}px`).toEqual([]);
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(overflow, `${name} scrolls sideways at ${width}px`).toBe(0);
      }
    }
    expect(errors).toEqual([]);
  });
}
