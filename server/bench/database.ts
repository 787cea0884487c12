import { fileURLToPath } from "node:url";
import { type EmbeddedDatabase, startEmbedded } from "../src/database/embedded.ts";

const DATA_DIR = fileURLToPath(new URL(".data", import.meta.url));
/** Nothing is lost when a load is cut short: it begins anew. */
const FOR_LOADING = {
  fsync: "off",
  full_page_writes: "off",
  wal_level: "minimal",
  max_wal_senders: 0,
  max_wal_size: "8GB",
  autovacuum: "off",
};

/** The database that is measured: that of BENCH_DATABASE_URL, else an embedded one under bench/.data with its settings of a real start. */
export async function openBenchDatabase({ loading = false } = {}): Promise<EmbeddedDatabase> {
  const url = process.env.BENCH_DATABASE_URL;
  if (url) return { url, stop: async () => {} };
  return startEmbedded({ dataDir: DATA_DIR, settings: loading ? FOR_LOADING : {} });
}
