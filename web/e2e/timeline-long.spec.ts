import type { BrowserContext, Page } from "@playwright/test";
import { addNotes, createClient } from "./records.ts";
import { expect, signIn, test } from "./server.ts";

// A worker for each: they share nothing.
test.describe.configure({ mode: "parallel" });

const count = 700;
/** The most entries that may be drawn at once, however many were read. */
const mostDrawn = 150;

/** A client with 700 notes, one every 13 hours, the first of them in 2025. */
async function longStory(context: BrowserContext, name: string): Promise<string> {
  const { id } = await createClient(context, { name, email: `${name.toLowerCase().replace(" ", "@")}.test` });
  const last = Date.parse("2026-06-01T10:00Z");
  const words = (number: number) => "palabras de la nota ".repeat((number * 7) % 23);
  const notes = Array.from({ length: count }, (_, index) => count - index).map((number) => ({
    description: `<p>Entrada ${number}. ${words(number)}</p>`,
    occurredAt: new Date(last - (count - number) * 13 * 3_600_000).toISOString(),
  }));
  await addNotes(context, id, notes);
  return id;
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
}) => {
  await signIn(context);
  const id = await longStory(context, "Largo Camino");
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
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("a timeline of 700 notes is read to its first one without drawing them all, too [F85]", async ({
    page,
    context,
  }) => {
    await signIn(context);
    const id = await longStory(context, "Larga Senda");
    await page.goto(`/clients/${id}?tab=timeline`);
    await expect(entry(page, count)).toBeVisible();
    await expect(async () => {
      await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
      await expect(entry(page, 1)).toBeInViewport({ timeout: 100 });
    }).toPass({ timeout: 60_000, intervals: [50] });
    expect(await page.getByRole("article").count()).toBeLessThan(mostDrawn);
  });
});
