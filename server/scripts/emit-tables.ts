import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { startEmbedded } from "../src/database/embedded.ts";
import { migrate } from "../src/database/migrate.ts";
import { meetRequirements } from "../src/database/requirements.ts";
import { describeTables } from "./tables.ts";
import { requireListed, unlistedMigrations } from "./unlisted.ts";

requireListed(unlistedMigrations());
const dataDir = mkdtempSync(join(tmpdir(), "clientela-tables-"));
// PostgreSQL may run as another user.
chmodSync(dataDir, 0o711);
const server = await startEmbedded({ dataDir, settings: { fsync: "off" } });
try {
  await meetRequirements(server.url);
  await migrate(server.url);
  const db = new pg.Client(server.url);
  await db.connect();
  const text = await describeTables(db);
  await db.end();
  writeFileSync(new URL("../src/database/tables.ts", import.meta.url), text);
} finally {
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
