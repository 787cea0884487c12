import type { BrowserContext, Page } from "@playwright/test";
import { api, expect, signIn, test } from "./server.ts";

const count = 700;
/** The most entries that may be drawn at once, however many were read. */
const mostDrawn = 150;

/** A client with 700 notes, one every 13 hours, the first of them in 2025. */
async function longStory(context: BrowserContext): Promise<string> {
  const { createClient } = await api<{ createClient: { id: string } }>(
    context,
    'mutation { createClient(input: { name: "Largo Camino", email: "largo@camino.test" }) { id } }',
  );
  const last = Date.parse("2026-06-01T10:00Z");
  const words = (number: number) => "palabras de la nota ".repeat((number * 7) % 23);
  for (let from = 1; from <= count; from += 14) {
    const notes = Array.from({ length: 14 }, (_, index) => count - (from + index) + 1).map(
      (
        number,
      ) => `n${number}: addTimelineEntry(clientId: $id, input: { description: "<p>Entrada ${number}. ${words(number)}</p>",
        occurredAt: "${new Date(last - (count - number) * 13 * 3_600_000).toISOString()}" }) { id }`,
    );
    await api(context, `mutation ($id: ID!) { ${notes.join("\n")} }`, { id: createClient.id });
  }
  return createClient.id;
}

const entry = (page: Page, number: number) => page.getByRole("article").filter({ hasText: `Entrada ${number}.` });
const pagesRead = (page: Page) => {
  const read: string[] = [];
  page.on("request", (request) => {
    const body = request.postData() ?? "";
    if (body.includes("query ClientTimeline")) read.push(body);
  });
  return read;
};

test("a timeline of 700 notes is read to its first one, page by page, without drawing them all [F85]", async ({
  page,
  context,
  browser,
  app,
}) => {
  test.setTimeout(180_000);
  await signIn(context);
  const id = await longStory(context);
  const read = pagesRead(page);
  await page.goto(`/clients/${id}`);
  await expect(entry(page, count)).toBeVisible();
  expect(read).toHaveLength(1);

  await test.step("by the wheel, and back to where one was", async () => {
    await page.mouse.move(640, 500);
    await expect(async () => {
      await page.mouse.wheel(0, 1500);
      await expect(entry(page, 560)).toBeInViewport({ timeout: 100 });
    }).toPass({ timeout: 60_000, intervals: [50] });
    expect(await page.getByRole("article").count()).toBeLessThan(mostDrawn);
    // What was passed is gone from the page, and comes back where it was.
    await expect(entry(page, count)).toHaveCount(0);
    const height = await page.evaluate(() => document.scrollingElement?.scrollHeight);
    await page.keyboard.press("Home");
    await expect(entry(page, count)).toBeInViewport();
    await expect.poll(() => page.evaluate(() => document.scrollingElement?.scrollHeight)).toBe(height);
  });

  await test.step("by the End key, to the very first", async () => {
    await expect(async () => {
      await page.keyboard.press("End");
      await expect(entry(page, 1)).toBeInViewport({ timeout: 100 });
    }).toPass({ timeout: 60_000, intervals: [50] });
    await expect(page.getByText("Se creó el cliente")).toHaveCount(0);
    expect(await page.getByRole("article").count()).toBeLessThan(mostDrawn);
    // 30 at first, then 60 at a time; nothing is read twice.
    expect(read).toHaveLength(13);
  });

  await test.step("what is being written stays while one looks elsewhere", async () => {
    await entry(page, 1).getByRole("button", { name: "Acciones de esta actividad" }).click();
    await page.getByRole("menuitem", { name: "Editar" }).click();
    const edited = page.getByRole("form", { name: "Editar" });
    await expect(edited.getByRole("toolbar")).toBeVisible();
    await edited.getByLabel("Título (opcional)").fill("Cómo empezó todo");
    await page.evaluate(() => document.querySelector<HTMLElement>(":focus")?.blur());
    await page.evaluate(() => window.scrollTo(0, 0));
    await expect(entry(page, count)).toBeInViewport();
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
    await expect(edited.getByLabel("Título (opcional)")).toHaveValue("Cómo empezó todo");
    await edited.getByRole("button", { name: "Guardar" }).click();
    await expect(entry(page, 1)).toContainText("Cómo empezó todo");
  });

  await test.step("a date leads far back at once", async () => {
    read.length = 0;
    await page.goto(`/clients/${id}?when=2025-06-01..2025-06-03`);
    await expect(page.getByRole("article").first()).toBeVisible();
    const shown = await page.getByRole("article").count();
    expect(shown).toBeGreaterThan(3);
    expect(shown).toBeLessThan(8);
    expect(read).toHaveLength(1);
  });

  await test.step("on a phone, too", async () => {
    const phone = await browser.newContext({
      baseURL: app.url,
      locale: "es-PA",
      timezoneId: "America/Panama",
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
    });
    await signIn(phone);
    const hand = await phone.newPage();
    await hand.goto(`/clients/${id}?tab=timeline`);
    await expect(entry(hand, count)).toBeVisible();
    await expect(async () => {
      await hand.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
      await expect(entry(hand, 1)).toBeInViewport({ timeout: 100 });
    }).toPass({ timeout: 60_000, intervals: [50] });
    expect(await hand.getByRole("article").count()).toBeLessThan(mostDrawn);
    await phone.close();
  });
});
