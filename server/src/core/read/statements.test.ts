import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { agentOf, openWorld, owner } from "./fixture.ts";
import { StatementCache } from "./statements.ts";

describe("the statements of a reader", () => {
  let world: Awaited<ReturnType<typeof openWorld>>;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  it("are written once per document, viewer shape and argument shape", async () => {
    const query = `query ($filter: ShopFilter, $first: Int, $with: Boolean!) {
      shops(filter: $filter, first: $first) { nodes { id name @include(if: $with) } } }`;
    const written = async (variables: object, viewer = owner) => {
      const before = world.cache.size;
      expect((await world.ask(query, { with: true, ...variables }, viewer)).errors).toBeUndefined();
      return world.cache.size - before;
    };
    expect(await written({})).toBe(1);
    expect(await written({})).toBe(0);
    expect(await written({ first: 1 })).toBe(1);
    expect(await written({ first: 1 })).toBe(0);
    expect(await written({ first: 2 })).toBe(1);
    expect(await written({ first: 5 })).toBe(0);
    expect(await written({ first: null })).toBe(1);
    expect(await written({ with: false })).toBe(1);
    expect(await written({ filter: { search: "a" } })).toBe(1);
    expect(await written({ filter: { search: "b" } })).toBe(0);
    expect(await written({ filter: { status: ["OPEN"] } })).toBe(1);
    expect(await written({ filter: { status: ["CLOSED", "OPEN"] } })).toBe(0);
    expect(await written({ filter: { status: [] } })).toBe(1);
    expect(await written({ filter: { rated: true } })).toBe(1);
    expect(await written({ filter: { rated: false } })).toBe(1);
    const one = agentOf("00000000-0000-7000-8000-00000000000a");
    expect(await written({}, one)).toBe(1);
    expect(await written({}, agentOf())).toBe(0);
    expect(await written({}, { ...one, locale: "en", userId: "00000000-0000-7000-8000-00000000000b" })).toBe(0);
    expect(await written({}, { ...one, seesContactData: true })).toBe(1);
  });

  it("keep nothing of what a request holds in their text", async () => {
    const secret = "needle";
    await world.ask("query ($f: ShopFilter) { shops(filter: $f) { nodes { id } } }", { f: { search: secret } });
    const statement = world.sent.at(-1);
    expect(statement?.text).not.toContain(secret);
    expect(JSON.stringify(statement?.values)).toContain(secret);
  });

  it("have few texts for all sizes of a page, and answer no more rows than the page and one", async () => {
    for (let n = 0; n < 12; n++) await world.insert("shop", { name: "One of many" });
    const texts = new Set<string>();
    for (let first = 0; first <= 100; first++) {
      await world.ask("query ($first: Int) { shops(first: $first) { nodes { id } } }", { first });
      const sent = world.sent.at(-1) as (typeof world.sent)[number];
      texts.add(sent.text);
      const { rows } = await world.pool.query(sent.text, sent.values);
      expect(rows[0].json.rows).toHaveLength(Math.min(first + 1, 12));
    }
    expect(texts.size).toBe(6);
  });

  it("are named once they are used for the third time", async () => {
    world.sent.length = 0;
    for (let i = 0; i < 4; i++) await world.ask("{ shopStats { open } }");
    expect(world.sent.map(({ name }) => name !== undefined)).toEqual([false, false, true, true]);
    expect(world.sent[3]?.name).toMatch(/^[\da-f]{40}$/);
  });
});

describe("the cache", () => {
  const statement = (sql: string) => () => ({ sql, parameters: [], cursor: undefined });

  it("forgets the least recently used beyond its weight", () => {
    const cache = new StatementCache(undefined, 100);
    const writes: string[] = [];
    const use = (key: string) =>
      cache.get(key, () => {
        writes.push(key);
        return statement("x".repeat(30))();
      });
    for (const key of ["a", "b", "c", "a", "d", "a", "b"]) use(key);
    expect(writes).toEqual(["a", "b", "c", "d", "b"]);
    expect(cache.size).toBe(3);
  });

  it("keeps nothing of a statement that could not be written", () => {
    const cache = new StatementCache();
    const refuse = () => {
      throw new Error("refused");
    };
    expect(() => cache.get("a", refuse)).toThrow("refused");
    expect(cache.size).toBe(0);
    expect(cache.get("a", statement("select 1")).sql).toBe("select 1");
  });
});
