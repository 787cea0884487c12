import { existsSync } from "node:fs";

const wellKnown = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** How tests launch Chromium: the one CHROMIUM_PATH names, else the system's, else Playwright's own. */
export const chromium = {
  executablePath: process.env.CHROMIUM_PATH || wellKnown.find((path) => existsSync(path)),
  // Chromium's sandbox refuses to run as root, as a container's only user often is.
  args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
};
