import { defineConfig } from "@playwright/test";
import { chromium } from "./chromium.ts";
import type { WorkerFixtures } from "./e2e/server.ts";

/** Browser journeys against the built server and admin; each worker's server has its own embedded database. */
export default defineConfig<object, WorkerFixtures>({
  outputDir: "test-results",
  forbidOnly: Boolean(process.env.CI),
  timeout: 120_000,
  expect: { timeout: 20_000 },
  workers: 2,
  // A worker starts another server whenever what it begins with changes.
  projects: [
    { name: "demo", testDir: "e2e/demo", use: { appOptions: { demo: true } } },
    { name: "empty", testDir: "e2e", testIgnore: "demo/**" },
  ],
  reporter: process.env.PLAYWRIGHT_REPORTER ?? "list",
  use: {
    launchOptions: chromium,
    locale: "es-PA",
    timezoneId: "America/Panama",
    // Its pictures of every moment cost more than the journeys; its copies of the page show as much.
    trace: { mode: "retain-on-failure", screenshots: false },
    screenshot: "only-on-failure",
  },
});
