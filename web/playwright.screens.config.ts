import { defineConfig } from "@playwright/test";
import { chromium } from "./chromium.ts";

/** Photographs every page of the admin into the git-ignored /screens of the repository. */
export default defineConfig({
  testDir: "screens",
  outputDir: "test-results",
  timeout: 300_000,
  workers: 1,
  reporter: "list",
  use: { launchOptions: chromium, timezoneId: "America/Panama" },
});
