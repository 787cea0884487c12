import { execute, type GraphQLResolveInfo, parse } from "graphql";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { agentOf, NORTH, openTown, owner, SOUTH } from "./fixture.ts";
import { type Context, shopById, shopCount, type World } from "./fixture.world.ts";
import type { Root } from "./projection.ts";

let world: Awaited<ReturnType<typeof openTown>>;
beforeAll(async () => {
  world = await openTown();
});
afterAll(() => world.close());

describe("a viewer", () => {
  const query =
    "query ($id: ID!) { shop(id: $id) { name email } shops { totalCount nodes { name } } shopCount shopStats { total open } }";

  it("sees only what is theirs, in records, lists, counts and totals", async () => {
    const { data } = await world.ask(query, { id: world.library }, agentOf(NORTH));
    expect(data).toEqual({
      shop: null,
      shops: { totalCount: 1, nodes: [{ name: "Bakery" }] },
      shopCount: 1,
      shopStats: { total: 1, open: 1 },
    });
    expect((await world.ask(query, { id: world.library }, agentOf())).data).toMatchObject({ shop: null, shopCount: 0 });
    expect((await world.ask(query, { id: world.library })).data).toMatchObject({
      shop: { email: "leer@libros.es" },
      shopCount: 2,
    });
  });

  it("is held to it inside nested records too", async () => {
    const fields = "email latest { shop { email again: latest { shop { email } } } }";
    const masked = { email: "h•••", latest: { shop: { email: "h•••", again: { shop: { email: "h•••" } } } } };
    expect(await world.ofBakery(fields, {}, agentOf(NORTH))).toEqual(masked);
    expect(await world.ofBakery(fields)).toMatchObject({
      latest: { shop: { again: { shop: { email: "hola@pan.es" } } } },
    });
  });

  it("never gets another's rows when many ask one document at once", async () => {
    const viewers = [owner, agentOf(NORTH), agentOf(SOUTH), agentOf(NORTH, SOUTH), agentOf()];
    const expected = [["Library", "Bakery"], ["Bakery"], ["Library"], ["Library", "Bakery"], []];
    const runs = Array.from({ length: 50 }, (_, i) => i % viewers.length);
    const answers = await Promise.all(
      runs.map((i) =>
        world.ask<{ shops: { nodes: { name: string }[] } }>("{ shops { nodes { name email } } }", {}, viewers[i]),
      ),
    );
    expect(answers.map(({ data }) => data?.shops.nodes.map(({ name }) => name))).toEqual(runs.map((i) => expected[i]));
    const masked = answers.filter(({ data }, i) => runs[i] !== 0 && JSON.stringify(data).includes("@"));
    expect(masked).toEqual([]);
  });
});

describe("arguments", () => {
  const query = `query ($filter: ShopFilter, $names: [Status!]) {
    shops(filter: $filter) { nodes { name } } closed: shops(filter: { status: $names }) { nodes { name } } }`;
  const names = async (filter: unknown) => {
    const { data, errors } = await world.ask<{ shops: { nodes: { name: string }[] } }>(query, { filter });
    expect(errors).toBeUndefined();
    return data?.shops.nodes.map(({ name }) => name);
  };

  it.each([
    [{}, ["Library", "Bakery"]],
    [null, ["Library", "Bakery"]],
    [{ status: [] }, ["Library", "Bakery"]],
    [{ status: null, opened: {} }, ["Library", "Bakery"]],
    [{ status: ["CLOSED"] }, ["Library"]],
    [{ status: ["CLOSED", "OPEN"] }, ["Library", "Bakery"]],
    [{ rated: true }, ["Bakery"]],
    [{ rated: false }, ["Library"]],
    [{ search: "b r" }, ["Library", "Bakery"]],
    [{ search: "b l" }, ["Library"]],
    [{ opened: { from: "2024-02-01T00:00:00Z" } }, ["Library"]],
    [{ opened: { from: "2024-01-01T00:00:00+01:00", to: "2024-02-01T00:00:00Z" } }, ["Bakery"]],
    [{ conditions: [] }, ["Library", "Bakery"]],
    [{ conditions: [{ field: "NAME", operator: "EQ", value: "Bakery" }] }, ["Bakery"]],
    [
      {
        conditions: [
          { field: "NAME", operator: "NEQ", value: "Bakery" },
          { field: "RATING", operator: "EQ", value: "-1" },
        ],
      },
      ["Library"],
    ],
  ])("filter by %j", async (filter, expected) => {
    expect(await names(filter)).toEqual(expected);
  });

  it("inside a literal come from their variables", async () => {
    const ask = async (status?: unknown) => (await world.ask(query, { names: status })).data?.closed;
    expect(await ask(["CLOSED"])).toEqual({ nodes: [{ name: "Library" }] });
    expect(await ask(["OPEN"])).toEqual({ nodes: [{ name: "Bakery" }] });
    expect(await ask([])).toEqual({ nodes: [{ name: "Library" }, { name: "Bakery" }] });
  });

  it("that PostgreSQL cannot take as text are refused", async () => {
    const { errors } = await world.ask(query, { filter: { search: "a\0b" } });
    expect(errors?.[0]?.extensions.code).toBe("BAD_USER_INPUT");
  });

  it.each(["nonsense", "", "{00000000-0000-7000-8000-00000000000a}", "'; drop table shop; --", "\0"])(
    "find nothing by the id %j",
    async (id) => {
      expect(await world.ask("query ($id: ID!) { shop(id: $id) { name } }", { id })).toEqual({ data: { shop: null } });
    },
  );
});

describe("a field", () => {
  it("is one statement, whatever it selects, and several root fields are one each", async () => {
    world.sent.length = 0;
    await world.ofBakery(
      "name all { kind } events { totalCount nodes { shop { events { nodes { kind } } } } } branches { nodes { id } }",
    );
    expect(world.sent).toHaveLength(1);
    await world.ask("{ a: shops { nodes { name } } b: shops(first: 1) { totalCount } shopCount }");
    expect(world.sent).toHaveLength(4);
  });

  it("reads a record that no argument names, in a mutation and under other fields", async () => {
    const renamed = await world.ask(`mutation ($id: ID!) { rename(id: $id, name: "x") { name latest { kind } } }`, {
      id: world.bakery,
    });
    expect(renamed.data).toEqual({ rename: { name: "Bakery", latest: { kind: "PAID" } } });
    world.sent.length = 0;
    const { data } = await world.ask("{ viewer { favourites { shop { name } } } }", {}, owner, [
      world.bakery,
      world.library,
    ]);
    expect(data?.viewer).toEqual({ favourites: [{ shop: { name: "Bakery" } }, { shop: { name: "Library" } }] });
    expect(new Set(world.sent.map(({ text }) => text)).size).toBe(1);
    expect(world.sent[0]?.text).not.toContain(world.bakery);
  });

  it("may be answered by two roots, each a plain value as JSON has it", async () => {
    const closed: Root<object, World> = { build: () => sql`(select count(*) from shop where status = 'CLOSED')` };
    const counts: unknown[] = [];
    const read = async (_args: object, { viewer }: Context, info: GraphQLResolveInfo) => {
      for (const root of [shopCount, closed]) counts.push(await world.reader.read(root, info, viewer));
    };
    const contextValue = { viewer: owner, authors: world.authors };
    const document = parse("{ shopCount }");
    await execute({ schema: world.schema, document, rootValue: { shopCount: read }, contextValue });
    expect(counts).toEqual([2, 1]);
  });

  it("reads inside a transaction what only that can see", async () => {
    const connection = await world.pool.connect();
    const nameBy = async (on?: typeof connection) => {
      const shop = (_args: object, { viewer }: Context, info: GraphQLResolveInfo) =>
        world.reader.read(shopById, info, viewer, {}, on);
      const document = parse(`{ shop(id: "${world.bakery}") { name } }`);
      const contextValue = { viewer: owner, authors: world.authors };
      const { data } = await execute({ schema: world.schema, document, rootValue: { shop }, contextValue });
      return data?.shop;
    };
    await connection.query("begin");
    await connection.query("update shop set name = 'Unseen' where id = $1", [world.bakery]);
    expect(await nameBy(connection)).toEqual({ name: "Unseen" });
    expect(await nameBy()).toEqual({ name: "Bakery" });
    await connection.query("rollback");
    connection.release();
  });

  it("refuses a record that its projection did not read", async () => {
    const { errors } = await world.ask("mutation { stray { name } }");
    expect(errors?.[0]?.message).toBe("Shop.name was asked of a record that no projection has read");
  });
});
