import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { build } from "../../scripts/build.mjs";
import { startEmbedded } from "../src/database/embedded.ts";
import { migrate } from "../src/database/migrate.ts";
import { meetRequirements } from "../src/database/requirements.ts";
import { TEMPLATE, throwAway } from "./database.ts";

const PREFIX = "clientela-test-";
declare module "vitest" {
  interface ProvidedContext {
    databaseServer: string;
  }
}

/**
 * One PostgreSQL for the whole run, with a migrated template: each test file gets a copy of it. Also the built server,
 * for tests that start one.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await Promise.all([removeLeftovers(), build("server", () => {})]);
  const dataDir = mkdtempSync(join(tmpdir(), PREFIX));
  chmodSync(dataDir, 0o711);
  writeFileSync(join(dataDir, "owner"), String(process.pid));
  const server = await startEmbedded({ dataDir, settings: throwAway });
  const client = new pg.Client(server.url);
  await client.connect();
  await client.query(`create database ${TEMPLATE}`);
  await client.end();
  const template = new URL(server.url);
  template.pathname = `/${TEMPLATE}`;
  await meetRequirements(template.href);
  await migrate(template.href);
  project.provide("databaseServer", server.url);
  const end = async () => {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  // Vitest ends at once when it is terminated, without what we return here.
  process.once("SIGTERM", () => void end().finally(() => process.exit(143)));
  return end;
}

/** A run that was killed could not stop its PostgreSQL. */
async function removeLeftovers(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const dataDir = join(tmpdir(), name);
    try {
      process.kill(Number(readFileSync(join(dataDir, "owner"), "utf8")), 0);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ESRCH") continue;
      const server = await startEmbedded({ dataDir, settings: throwAway });
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    }
  }
}
