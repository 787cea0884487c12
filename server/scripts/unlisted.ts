import { readdirSync, readFileSync } from "node:fs";

/** Files of a folder whose names the list beside them does not hold. */
function unlisted(folder: string, list: string, named: RegExp): string[] {
  const place = new URL(`../${folder}/`, import.meta.url);
  const text = readFileSync(new URL(list, place), "utf8");
  return readdirSync(place, { recursive: true, encoding: "utf8" })
    .filter((file) => named.test(file) && !text.includes(`/${file}"`))
    .map((file) => `server/${folder}/${list} does not list ${file}`);
}

export const unlistedMigrations = () => unlisted("migrations", "index.ts", /^Migration\w+\.ts$/);
export const unlistedModules = () => unlisted("src/modules", "registry.ts", /\.module\.ts$/);

/** @throws Error with what is not listed: without its list a file does nothing, and says nothing */
export function requireListed(missing: string[]): void {
  if (missing.length > 0) throw new Error(missing.join("\n"));
}
