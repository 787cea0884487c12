import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const { config } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
/** What `npm test` brings: a program, the libraries that a bare Linux lacks and the only fonts it is to know. */
const brought = join(root, `.tools/@sparticuz+chromium@${config.chromium}/node_modules/@sparticuz/chromium`);
const isBrought = !process.env.CHROMIUM_PATH && existsSync(brought);

const wellKnown = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** How tests launch Chromium: the one CHROMIUM_PATH names, else the one brought, the system's, Playwright's own. */
export const chromium = isBrought
  ? {
      executablePath: join(brought, "chromium"),
      // It opens our own pages only, and containers often forbid what a sandbox is made with.
      args: ["--no-sandbox"],
      env: {
        ...process.env,
        FONTCONFIG_FILE: join(brought, "fonts.conf"),
        // A cache that is not named by the environment would be made wherever the test was started.
        XDG_CACHE_HOME: join(brought, "cache"),
        LD_LIBRARY_PATH: join(brought, "al2023/lib"),
      },
    }
  : {
      executablePath: process.env.CHROMIUM_PATH || wellKnown.find((path) => existsSync(path)),
      // Chromium's sandbox refuses to run as root, as a container's only user often is.
      args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
    };
