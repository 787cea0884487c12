import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../test/database.ts";
import { closeUnused, nameOf, Prepared } from "./prepared.ts";

/** Uses a text as often as said, and tells whether it is sent by its name after that. */
const use = (prepared: Prepared, text: string, times = 1) => {
  let kept = false;
  for (let n = 0; n < times; n++) kept = prepared.use(nameOf(text));
  return kept;
};
const texts = (count: number, kind: string) => Array.from({ length: count }, (_, n) => `select ${n} as ${kind}`);

describe("what is kept prepared", () => {
  it("is used for the third time", () => {
    const prepared = new Prepared();
    expect([1, 2, 3, 4].map(() => use(prepared, "select 1"))).toEqual([false, false, true, true]);
  });

  it("are the 200 statements that are used most: a new one takes the place of the one used least", () => {
    const prepared = new Prepared();
    for (const [n, text] of texts(200, "old").entries()) use(prepared, text, n === 0 ? 3 : 4);
    expect(use(prepared, "select 'new'", 6)).toBe(false);
    expect(use(prepared, "select 'new'")).toBe(true);
    const kept = texts(200, "old").filter((text) => prepared.keeps(nameOf(text)));
    expect(kept).toEqual(texts(200, "old").slice(1));
  });

  it("is not driven out by any number of statements that are used a few times each", () => {
    const prepared = new Prepared();
    for (const text of texts(200, "usual")) use(prepared, text, 10);
    for (const text of texts(1000, "seldom")) use(prepared, text, 3);
    for (const text of texts(5000, "once")) use(prepared, text);
    expect(texts(200, "usual").every((text) => prepared.keeps(nameOf(text)))).toBe(true);
  });

  it("gives way when it is no longer used, however often it once was", () => {
    const prepared = new Prepared();
    for (const text of texts(200, "yesterday")) use(prepared, text, 100);
    for (let n = 0; n < 150; n++) for (const text of texts(200, "today")) use(prepared, text);
    expect(texts(200, "today").every((text) => prepared.keeps(nameOf(text)))).toBe(true);
  });
});

describe("a connection", () => {
  let database: TestDatabase;
  let pool: pg.Pool;
  const prepared = new Prepared();
  beforeAll(async () => {
    database = await createTestDatabase();
    pool = new pg.Pool({ connectionString: database.url, max: 1 });
    closeUnused(pool, prepared);
  });
  afterAll(async () => {
    await pool.end();
    await database.drop();
  });

  const send = async (text: string) => {
    const name = nameOf(text);
    return (await pool.query({ text, ...(prepared.use(name) && { name }) })).rows[0];
  };
  const onConnection = async () => (await pool.query("select name, statement from pg_prepared_statements")).rows;

  it("closes what is no longer kept when it prepares something new: never more than 200, all of them in use", async () => {
    for (const text of texts(200, "old")) for (let n = 0; n < 3; n++) await send(text);
    expect(await onConnection()).toHaveLength(200);
    for (const text of texts(50, "young")) for (let n = 0; n < 7; n++) expect(await send(text)).toBeDefined();
    const held = await onConnection();
    expect(held.length).toBeLessThanOrEqual(200);
    expect(held.filter(({ statement }) => /young/.test(statement))).toHaveLength(50);
    expect(held.every(({ name }) => prepared.keeps(name))).toBe(true);
  });

  it("answers a statement that was closed, and prepares it again when it is used often again", async () => {
    const closed = texts(200, "old").find((text) => !prepared.keeps(nameOf(text))) as string;
    for (let n = 0; n < 20; n++) expect(await send(closed)).toHaveProperty("old");
    expect((await onConnection()).some(({ statement }) => statement === closed)).toBe(true);
    expect(await onConnection()).toHaveLength(200);
  });

  it("closes them inside a transaction that has failed too, and goes on", async () => {
    const client = await pool.connect();
    const [one, two] = texts(2, "late") as [string, string];
    for (const text of [one, two]) use(prepared, text, 1000);
    await client.query("begin");
    await expect(client.query("select 1/0")).rejects.toThrow("division by zero");
    await expect(client.query({ name: nameOf(one), text: one })).rejects.toThrow("current transaction is aborted");
    await client.query("rollback");
    expect((await client.query({ name: nameOf(two), text: two })).rows).toEqual([{ late: 1 }]);
    expect((await client.query({ name: nameOf(one), text: one })).rows).toEqual([{ late: 0 }]);
    client.release();
    expect((await onConnection()).length).toBeLessThanOrEqual(200);
  });
});
