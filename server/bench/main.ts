import { parseArgs } from "node:util";
import { load } from "./data/load.ts";
import { openBenchDatabase } from "./database.ts";

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { clients: { type: "string", default: "1000000" } },
});

if (positionals[0] === "data") {
  const database = await openBenchDatabase({ loading: true });
  try {
    await load(database.url, Number(values.clients));
  } finally {
    await database.stop();
  }
}
