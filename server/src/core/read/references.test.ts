import type { Pool } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openWorld } from "./fixture.ts";
import { ReferenceTable } from "./references.ts";

describe("a reference table", () => {
  let world: Awaited<ReturnType<typeof openWorld>>;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  it("answers from memory, as of its last refresh", async () => {
    const shops = new ReferenceTable<{ id: string; name: string }>(
      world.pool,
      "select id, name from shop order by name",
    );
    const [b, a] = [await world.insert("shop", { name: "B" }), await world.insert("shop", { name: "A" })];
    expect(shops.list()).toEqual([]);
    await shops.refresh();
    expect(shops.list().map(({ name }) => name)).toEqual(["A", "B"]);
    expect(shops.get(a)).toEqual({ id: a, name: "A" });
    expect(shops.get(null)).toBeNull();
    expect(shops.getAll([b, "gone", a]).map(({ name }) => name)).toEqual(["B", "A"]);
    expect(shops.getAll(null)).toEqual([]);
    await world.pool.query("delete from shop where id = $1", [a]);
    expect(shops.get(a)).not.toBeNull();
    await shops.refresh();
    expect(shops.get(a)).toBeNull();
  });

  it("is not set back by a slower, earlier reading", async () => {
    const answers: ((rows: { id: string }[]) => void)[] = [];
    const slow = { query: () => new Promise((resolve) => answers.push((rows) => resolve({ rows }))) };
    const table = new ReferenceTable<{ id: string }>(slow as unknown as Pool, "select");
    const readings = [table.refresh(), table.refresh()];
    answers[1]?.([{ id: "new" }]);
    answers[0]?.([{ id: "old" }]);
    await Promise.all(readings);
    expect(table.list()).toEqual([{ id: "new" }]);
  });
});
