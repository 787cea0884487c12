import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** What only the bench needs: neither `npm start` nor `npm test` should have to bring it. */
const VERSIONS = { postgraphile: "5.1.5", autocannon: "9.0.0" };
const FOLDER = fileURLToPath(new URL(".peer", import.meta.url));
const MANIFEST = join(FOLDER, "package.json");

/** Installs PostGraphile and the load generator at their exact versions, once. */
export function installPeers(): void {
  const wanted = `${JSON.stringify({ private: true, dependencies: VERSIONS }, null, 2)}\n`;
  const complete = Object.keys(VERSIONS).every((name) => existsSync(join(FOLDER, "node_modules", name)));
  if (complete && readFileSync(MANIFEST, "utf8") === wanted) return;
  console.log("Installing PostGraphile and autocannon under bench/.peer");
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(MANIFEST, wanted);
  execFileSync("npm", ["install", "--no-audit", "--no-fund", "--loglevel=error"], { cwd: FOLDER, stdio: "inherit" });
  writeFileSync(MANIFEST, wanted);
}

/** Loads a module that `installPeers` has installed. */
export const requirePeer = (name: string): unknown => createRequire(MANIFEST)(name);
