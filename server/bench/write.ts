import { readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";

const README = fileURLToPath(new URL("README.md", import.meta.url));
const [FROM, TO] = ["<!-- figures -->", "<!-- end of figures -->"];

/** Puts the tables of a run into the README, between its marks. */
export function writeFigures(report: string, { seconds, rounds }: { seconds: number; rounds: number }): void {
  const text = readFileSync(README, "utf8");
  const [before = "", rest = ""] = text.split(FROM);
  const [, after = ""] = rest.split(TO);
  const day = new Date().toISOString().slice(0, 10);
  const how = `${day}, ${cpus().length} cores, ${rounds} rounds of ${seconds} s for each contender.`;
  writeFileSync(README, `${before}${FROM}\n\n${how}\n\n${report}\n\n${TO}${after}`);
}
