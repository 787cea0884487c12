import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** From top to bottom: a module uses those of its own layer and of the ones below. */
const layers: Record<string, readonly string[]> = {
  edge: ["dashboard", "set-up"],
  work: ["appointments", "bulk", "history", "manual-entries", "merges", "tasks"],
  who: ["audience", "clients", "contacts", "duplicates", "files", "lists", "reveal", "saved-filters"],
  base: [
    ...["access", "activity-kinds", "api-keys", "custom-fields", "mail", "notifications", "operations", "people"],
    ...["settings", "tags", "timeline"],
  ],
};

type Graph = ReadonlyMap<string, readonly string[]>;
const importing = /^(?:import|export)\b(?:[^;"']*?\bfrom)?\s*["'](\.[^"']+)["']|\bimport\(\s*["'](\.[^"']+)["']/gm;

/** What each file of a folder imports of it, types too; without tests. */
function imports(folder: string): Graph {
  const files = readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.(test|d)\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  const known = new Set(files);
  const named = (path: string) => relative(root, path);
  return new Map(
    files.map((file) => {
      const paths = [...readFileSync(file, "utf8").matchAll(importing)].map(([, from, lazy]) =>
        resolve(dirname(file), from ?? lazy ?? ""),
      );
      return [named(file), [...new Set(paths.filter((path) => known.has(path)).map(named))]];
    }),
  );
}

/** The shortest path from a node back to itself, or null where there is none at all. */
function shortestCircle(graph: Graph): string[] | null {
  let shortest: string[] | null = null;
  for (const start of graph.keys()) {
    const from = new Map<string, string | null>([[start, null]]);
    const queue = [start];
    search: for (const node of queue) {
      for (const next of graph.get(node) ?? []) {
        if (next === start) {
          const path = [start];
          for (let step: string | null | undefined = node; step; step = from.get(step)) path.unshift(step);
          if (!shortest || path.length < shortest.length) shortest = path;
          break search;
        }
        if (from.has(next)) continue;
        from.set(next, node);
        queue.push(next);
      }
    }
  }
  return shortest;
}

const moduleOf = (file: string) => /^server\/src\/modules\/([^/]+)\//.exec(file)?.[1];
const server = imports("server/src");
const uses = [...server].flatMap(([file, all]) =>
  all.flatMap((used) => {
    const [from, to] = [moduleOf(file), moduleOf(used)];
    return from && to && from !== to ? [{ from, to, at: `${file} → ${used}` }] : [];
  }),
);
const modules: Graph = new Map(
  Object.values(layers)
    .flat()
    .map((name) => [name, [...new Set(uses.filter(({ from }) => from === name).map(({ to }) => to))]]),
);

test.each(["server/src", "shared/src", "web/src"])("no file of %s imports itself in a circle, types too", (folder) => {
  expect(shortestCircle(imports(folder))?.join(" → ") ?? "no circle").toBe("no circle");
});

test("no module uses itself through others", () => {
  expect(shortestCircle(modules)?.join(" → ") ?? "no circle").toBe("no circle");
});

test("every module stands in one layer, and calls only go down", () => {
  const order = Object.values(layers);
  const levelOf = (name: string) => order.findIndex((names) => names.includes(name));
  const unplaced = [...new Set(uses.flatMap(({ from, to }) => [from, to]))].filter((name) => levelOf(name) < 0);
  const up = uses.filter(({ from, to }) => levelOf(to) < levelOf(from)).map(({ at }) => at);
  const table = order.map(
    (names, level) => `${names.join(", ")} may use: ${order.slice(level).flat().sort().join(", ")}`,
  );
  expect({ unplaced, up }, table.join("\n")).toEqual({ unplaced: [], up: [] });
});
