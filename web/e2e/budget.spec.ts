import { gzipSync } from "node:zlib";
import type { Page } from "@playwright/test";
import { api, expect, signIn, test } from "./server.ts";

/** Adds up the scripts a page fetches, compressed as a server sends them, in kB of 1,000 bytes. */
function weigh(page: Page): () => Promise<number> {
  const bodies: Promise<Buffer>[] = [];
  page.on("response", (response) => {
    if (response.request().resourceType() === "script") bodies.push(response.body());
  });
  return async () => (await Promise.all(bodies)).reduce((sum, body) => sum + gzipSync(body).length, 0) / 1000;
}

test("the sign-in page can be used after 200 kB of scripts", async ({ page }) => {
  const weight = weigh(page);
  await page.goto("/sign-in");
  await page.getByLabel("Correo").fill("ana@example.com");
  const kilobytes = await weight();
  test.info().annotations.push({ type: "kB", description: kilobytes.toFixed(1) });
  expect(kilobytes).toBeGreaterThan(50);
  expect(kilobytes).toBeLessThanOrEqual(200);
});

test("the client list can be used after 400 kB of scripts", async ({ page, context }) => {
  await signIn(context);
  // What writes a number as its country does comes with the first one that is shown.
  await api(
    context,
    'mutation { createClient(input: { name: "Con teléfono", email: "telefono@peso.test", phone: "+34911234567" }) { id } }',
  );
  const weight = weigh(page);
  await page.goto("/clients");
  await page.getByText("+34 911 23 45 67").first().waitFor();
  await page.waitForLoadState("networkidle");
  const kilobytes = await weight();
  test.info().annotations.push({ type: "kB", description: kilobytes.toFixed(1) });
  expect(kilobytes).toBeGreaterThan(200);
  expect(kilobytes).toBeLessThanOrEqual(400);
});
