import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { agentOf, openWorld, owner } from "./fixture.ts";
import { toConnection } from "./page.ts";

const teams = ["a", "b", "c"].map((letter) => `00000000-0000-7000-8000-00000000000${letter}`);

interface Connection {
  totalCount: number;
  edges: { cursor: string; node: { id: string } }[];
  nodes: { id: string }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
}
type Order = { field: "NAME" | "RATING" | "OPENED_AT"; direction: "ASC" | "DESC" }[];

/** Reproducible chance (mulberry32), so that a failure can be run again. */
function chance(seed: number) {
  let state = seed;
  return (below: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

let world: Awaited<ReturnType<typeof openWorld>>;
beforeAll(async () => {
  world = await openWorld();
  const any = chance(7);
  for (let i = 0; i < 120; i++) {
    // Few values, so that most keys are shared; moments one microsecond apart; some ratings unknown.
    await world.insert("shop", {
      name: ["Ánima", "zeta", 'quo"te', "back\\slash", "雪", "a,b"][any(6)],
      rating: [null, 1, 2, 3][any(4)],
      opened_at: `2024-01-01T00:00:00.00000${any(6)}Z`,
      team_id: [...teams, null][any(4)],
    });
  }
});
afterAll(() => world.close());

const PAGE = `query ($order: [ShopOrder!], $first: Int, $after: String, $last: Int, $before: String) {
  shops(orderBy: $order, first: $first, after: $after, last: $last, before: $before) {
    totalCount nodes { id } edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  } }`;

const page = async (variables: object, viewer = owner): Promise<Connection> => {
  const { data, errors } = await world.ask<{ shops: Connection }>(PAGE, { ...variables }, viewer);
  expect(errors).toBeUndefined();
  return (data as { shops: Connection }).shops;
};
const refusal = async (variables: object) => {
  const { data, errors } = await world.ask(PAGE, { ...variables });
  expect(data).toBeNull();
  return errors?.[0]?.extensions;
};
const ids = ({ nodes }: Connection) => nodes.map(({ id }) => id);

/** The whole list by PostgreSQL itself. */
async function wholeList(order: Order, teamIds?: string[]): Promise<string[]> {
  const columns = { NAME: "name", RATING: "coalesce(rating, -1)", OPENED_AT: "opened_at" };
  const keys = order.map(({ field, direction }) => `${columns[field]} ${direction}`);
  const { rows } = await world.pool.query(
    `select id from shop where $1::uuid[] is null or team_id = any($1) order by ${keys}, id ${order.at(-1)?.direction}`,
    [teamIds ?? null],
  );
  return rows.map(({ id }) => id);
}

describe("paging", () => {
  const any = chance(11);
  const cases = Array.from({ length: 24 }, (_, number) => {
    const fields = (["NAME", "RATING", "OPENED_AT"] as const).filter(() => any(2) === 0);
    const order: Order = (fields.length ? fields : (["NAME"] as const)).map((field) => ({
      field,
      direction: any(2) ? "ASC" : "DESC",
    }));
    const few = number % 2 ? [...teams.slice(0, 1 + any(3)), teams[0] as string] : undefined;
    return { order, size: 1 + any(40), few, name: order.map(({ field, direction }) => `${field} ${direction}`).join() };
  });

  it.each(cases)(
    "by $name in pages of $size gives the whole list, forward and backward",
    async ({ order, size, few }) => {
      const viewer = few ? agentOf(...few) : owner;
      const whole = await wholeList(order, few);
      const forward: string[] = [];
      for (let after: string | null = null, more = true; more; ) {
        const part = await page({ order, first: size, after }, viewer);
        expect(part.totalCount).toBe(whole.length);
        expect(part.pageInfo.hasPreviousPage).toBe(after !== null);
        expect(part.edges.map(({ node }) => node)).toEqual(part.nodes);
        forward.push(...ids(part));
        after = part.pageInfo.endCursor;
        more = part.pageInfo.hasNextPage;
      }
      expect(forward).toEqual(whole);

      const backward: string[] = [];
      for (let before: string | null = null, more = true; more; ) {
        const part = await page({ order, last: size, before }, viewer);
        expect(part.pageInfo.hasNextPage).toBe(before !== null);
        backward.unshift(...ids(part));
        before = part.pageInfo.startCursor;
        more = part.pageInfo.hasPreviousPage;
      }
      expect(backward).toEqual(whole);
    },
  );

  it("between two cursors, from either end", async () => {
    const order: Order = [
      { field: "RATING", direction: "DESC" },
      { field: "NAME", direction: "ASC" },
    ];
    const whole = await wholeList(order);
    const { edges } = await page({ order, first: 30 });
    const between = { order, after: edges[9]?.cursor, before: edges[20]?.cursor };
    const start = await page({ ...between, first: 4 });
    expect(ids(start)).toEqual(whole.slice(10, 14));
    expect(start.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: true });
    expect(ids(await page({ ...between, last: 4 }))).toEqual(whole.slice(16, 20));
    expect(ids(await page(between))).toEqual(whole.slice(10, 20));
  });

  it("gives 50 when no size is asked for, none when none is, and 100 at most", async () => {
    expect((await page({})).nodes).toHaveLength(50);
    expect((await page({ first: null, last: null })).nodes).toHaveLength(50);
    expect(await page({ first: 0 })).toEqual({
      totalCount: 120,
      nodes: [],
      edges: [],
      pageInfo: { hasNextPage: true, hasPreviousPage: false, startCursor: null, endCursor: null },
    });
    expect((await page({ last: 100 })).nodes).toHaveLength(100);
  });

  it.each([
    [{ first: 101 }, "first"],
    [{ first: -1 }, "first"],
    [{ last: 101 }, "last"],
    [{ last: -1 }, "last"],
    [{ first: 1, last: 1 }, "last"],
  ])("refuses %j", async (variables, path) => {
    expect(await refusal(variables)).toMatchObject({ code: "BAD_USER_INPUT", fields: [{ path }] });
  });

  it("asks for no rows when only the count is selected, and for no keys when no cursor is", async () => {
    world.sent.length = 0;
    expect((await world.ask("{ shops { totalCount } }")).data).toEqual({ shops: { totalCount: 120 } });
    await world.ask("{ shops { nodes { id } pageInfo { hasNextPage } } }");
    const [count, rows] = world.sent.map(({ text }) => text);
    expect(count).not.toContain("json_agg");
    expect(rows).not.toContain("#key");
  });

  it("tells whether there is more when nothing else is selected", async () => {
    const info = async (query: string) => (await world.ask(query)).data?.shops;
    expect(await info("{ shops(first: 100) { pageInfo { hasNextPage } } }")).toEqual({
      pageInfo: { hasNextPage: true },
    });
    const { endCursor } = (await page({ first: 100 })).pageInfo;
    const last = `{ shops(after: "${endCursor}") { pageInfo { hasNextPage } edges { __typename } } }`;
    expect(await info(last)).toMatchObject({ pageInfo: { hasNextPage: false }, edges: { length: 20 } });
  });
});

describe("a count", () => {
  it("stops at 10,001", async () => {
    const shop = await world.insert("shop", { name: "Busy", opened_at: "2020-01-01T00:00:00Z" });
    const fill = (from: number, to: number) =>
      world.pool.query("insert into event (shop_id, kind) select $1, 'NOTE' from generate_series($2::int, $3)", [
        shop,
        from,
        to,
      ]);
    const count = async () =>
      (await world.ask("query ($id: ID!) { shop(id: $id) { events { totalCount } } }", { id: shop })).data?.shop;
    await fill(1, 10_000);
    expect(await count()).toEqual({ events: { totalCount: 10_000 } });
    await fill(1, 500);
    expect(await count()).toEqual({ events: { totalCount: 10_001 } });
    await world.pool.query("delete from event");
    await world.pool.query("delete from shop where id = $1", [shop]);
  });
});

describe("a cursor", () => {
  const byName: Order = [{ field: "NAME", direction: "ASC" }];
  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const decode = (cursor: string): string[] => JSON.parse(Buffer.from(cursor, "base64url").toString());

  it("of another order, direction or list is refused", async () => {
    const { endCursor: after } = (await page({ order: byName })).pageInfo;
    const inverse = [{ field: "NAME", direction: "DESC" }];
    for (const order of [undefined, [{ field: "RATING", direction: "ASC" }], inverse, [...byName, ...inverse]]) {
      expect(await refusal({ order, after })).toMatchObject({ code: "BAD_USER_INPUT", fields: [{ path: "after" }] });
    }
    const nested = "query ($after: String) { shops(first: 1) { nodes { events(after: $after) { nodes { id } } } } }";
    expect((await world.ask(nested, { after })).errors?.[0]?.extensions.code).toBe("BAD_USER_INPUT");
  });

  it.each([
    ["empty text", () => ""],
    ["no base64", () => "¡hola!"],
    ["no JSON", () => Buffer.from("hello").toString("base64url")],
    ["no list", () => encode({ list: 1 })],
    ["null", () => encode(null)],
    ["too few keys", (good: string[]) => encode(good.slice(0, -1))],
    ["too many keys", (good: string[]) => encode([...good, "x"])],
    ["a number", (good: string[]) => encode([good[0], 1, good[2]])],
    ["null inside", (good: string[]) => encode([good[0], null, good[2]])],
    ["an object inside", (good: string[]) => encode([good[0], {}, good[2]])],
    ["no uuid", (good: string[]) => encode([good[0], good[1], "x"])],
    ["no time", (good: string[]) => encode([good[0], "yesterday-ish", good[2]])],
    ["an impossible day", (good: string[]) => encode([good[0], "2024-02-30 10:00:00+00", good[2]])],
    ["a time too far", (good: string[]) => encode([good[0], "999999-01-01 10:00:00+00", good[2]])],
    ["a NUL character", (good: string[]) => encode([good[0], good[1], "\0"])],
    ["SQL", (good: string[]) => encode([good[0], "'; drop table shop; --", good[2]])],
  ])("that holds %s is refused", async (_, forge) => {
    const good = decode((await page({})).pageInfo.endCursor as string);
    for (const argument of ["after", "before"]) {
      expect(await refusal({ [argument]: forge(good) })).toMatchObject({
        code: "BAD_USER_INPUT",
        fields: [{ path: argument, message: "Not a cursor of this list" }],
      });
    }
  });

  it("keeps a time's microseconds", async () => {
    const [, time] = decode((await page({ first: 1 })).pageInfo.endCursor as string);
    expect(time).toBe("2024-01-01 00:00:00.000005+00");
  });
});

describe("an order with a null in it", () => {
  it("fails loudly, since rows would be lost between pages", () => {
    const state = { list: "x", backward: false, after: false, before: false };
    expect(() => toConnection({ state, size: 1, rows: [{ "#key": [null, "1"] }] })).toThrow("wrap it in coalesce");
  });
});
