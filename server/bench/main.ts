import { parseArgs } from "node:util";
import { runBulk } from "./bulk.ts";
import { load } from "./data/load.ts";
import { openBenchDatabase } from "./database.ts";
import { runBench } from "./run.ts";
import { writeFigures } from "./write.ts";

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    clients: { type: "string", default: "1000000" },
    seconds: { type: "string", default: "2" },
    rounds: { type: "string", default: "7" },
    rows: { type: "string", default: "" },
    write: { type: "boolean", default: false },
  },
});

const isLoading = positionals[0] === "data";
const database = await openBenchDatabase({ loading: isLoading });
try {
  if (isLoading) await load(database.url, Number(values.clients));
  else if (positionals[0] === "bulk") console.log(await runBulk(database.url));
  else {
    const rows = values.rows.split(",").filter(Boolean);
    const options = { seconds: Number(values.seconds), rounds: Number(values.rounds), rows };
    const report = await runBench(database.url, options);
    if (values.write) writeFigures(report, options);
  }
} finally {
  await database.stop();
}
