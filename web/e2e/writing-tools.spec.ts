import type { BrowserContext, Page } from "@playwright/test";
import { createClient } from "./records.ts";
import { expect, signIn, test } from "./server.ts";

// One by one: what is dealt out last is short, so that no worker waits long for the other.
test.describe.configure({ mode: "parallel" });

/** Opens a record whose tools for writing come when they are let go. */
async function openWithoutTools(page: Page, context: BrowserContext, name: string): Promise<() => void> {
  await signIn(context);
  const { id } = await createClient(context, { name, email: `${name.toLowerCase().replaceAll(" ", ".")}@cine.test` });
  const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
  await page.route(/RichEditor/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(`/clients/${id}`);
  await page.getByLabel("Nota", { exact: true }).click();
  return letGo;
}

test("no key is lost while the tools for writing are on their way [F105]", async ({ page, context }) => {
  const letGo = await openWithoutTools(page, context, "Cine Sol");
  const text = "Quiere veinte butacas de terciopelo rojo para la sala pequeña antes del estreno. ".repeat(4).trim();
  await page.keyboard.type(text.slice(0, 40), { delay: 4 });
  letGo();
  await page.keyboard.type(text.slice(40), { delay: 4 });
  await expect(page.getByRole("toolbar", { name: "Formato" })).toBeVisible();
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("article").filter({ hasText: text })).toBeVisible();
});

for (const { what, before, after, saved } of [
  { what: "after a space", before: ["veinte butacas "], after: "rojas", saved: "<p>veinte butacas rojas</p>" },
  { what: "after spaces at the beginning", before: ["  "], after: "rojas", saved: "<p>  rojas</p>" },
  { what: "on a new line", before: ["uno", "Enter"], after: "dos", saved: "<p>uno<br>dos</p>" },
  { what: "in a new paragraph", before: ["uno", "Enter", "Enter"], after: "dos", saved: "<p>uno</p><p>dos</p>" },
  {
    what: "within what stands there",
    before: ["uno", "Enter", "Enter", "dos tres", "Home", "ArrowRight"],
    after: "X ",
    saved: "<p>uno</p><p>dX os tres</p>",
  },
  { what: "over what is selected", before: ["uno dos", "Shift+Home"], after: "tres", saved: "<p>tres</p>" },
]) {
  test(`who writes goes on where they were when the tools come: ${what} [F105]`, async ({ page, context }) => {
    const letGo = await openWithoutTools(page, context, `Cine ${what}`);
    for (const step of before) {
      if (/^(Enter|Home|ArrowRight|Shift\+Home)$/.test(step)) await page.keyboard.press(step);
      else await page.keyboard.type(step);
    }
    letGo();
    await expect(page.getByRole("toolbar", { name: "Formato" })).toBeVisible();
    await page.keyboard.type(after);
    const sent = page.waitForRequest((request) => (request.postData() ?? "").includes("addTimelineEntry"));
    await page.keyboard.press("Control+Enter");
    expect((await sent).postDataJSON().variables.input.description).toBe(saved);
  });
}
