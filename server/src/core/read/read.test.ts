import { execute, type GraphQLResolveInfo, parse } from "graphql";
import { Kysely, PostgresDialect, sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { agentOf, openWorld, owner } from "./fixture.ts";
import { type Context, shopById, type World } from "./fixture.world.ts";

const NORTH = "00000000-0000-7000-8000-00000000000a";
const SOUTH = "00000000-0000-7000-8000-00000000000b";
const AUTHOR = "00000000-0000-7000-8000-00000000000c";

let world: Awaited<ReturnType<typeof openWorld>>;
let bakery: string;
let library: string;

beforeAll(async () => {
  world = await openWorld();
  world.authors.set(AUTHOR, { id: AUTHOR, name: "Ana" });
  bakery = await world.insert("shop", {
    name: "Bakery",
    team_id: NORTH,
    email: "hola@pan.es",
    rating: 4,
    opened_at: "2024-01-31T10:00:00.123456Z",
    founded: "1999-12-31",
    revenue: "12345678901234567890.12",
    city: "Vigo",
  });
  library = await world.insert("shop", {
    name: "Library",
    team_id: SOUTH,
    email: "leer@libros.es",
    status: "CLOSED",
    opened_at: "2024-02-01T10:00:00Z",
    parent_id: bakery,
  });
  const event = (kind: string, minute: number, more = {}) =>
    world.insert("event", { shop_id: bakery, kind, at: `2024-03-01T10:${10 + minute}:00Z`, ...more });
  const note = await event("NOTE", 0, { body: "first", author_id: AUTHOR });
  await event("CALL", 1, { body: "second" });
  await event("EDITED", 2, { changes: JSON.stringify([{ field: "name", before: "Pan", after: null }]) });
  await event("PAID", 3);
  for (const n of [1, 2, 3])
    await world.insert("comment", { event_id: note, text: `c${n}`, at: `2024-03-02T10:0${n}:00Z` });
});
afterAll(() => world.close());

/** What a query on the bakery answers. */
const ofBakery = async (selection: string, variables = {}, viewer = owner, head = "") => {
  const { data, errors } = await world.ask<{ shop: Record<string, unknown> }>(
    `query${head} { shop(id: "${bakery}") { ${selection} } }`,
    variables,
    viewer,
  );
  expect(errors).toBeUndefined();
  return data?.shop;
};

describe("a selection", () => {
  it("answers columns, expressions and objects of the same row exactly", async () => {
    const fields = "name email status rating openedAt founded revenue address { city street } __typename";
    expect(await ofBakery(fields)).toEqual({
      name: "Bakery",
      email: "hola@pan.es",
      status: "OPEN",
      rating: 4,
      openedAt: "2024-01-31T10:00:00.123456Z",
      founded: "1999-12-31",
      revenue: "12345678901234567890.12",
      address: { city: "Vigo", street: null },
      __typename: "Shop",
    });
  });

  it("keeps apart one field under several aliases, with arguments, defaults and null", async () => {
    const head = "($absent: String, $word: String)";
    const fields = `a: greeting(word: $word) b: greeting c: greeting(word: $absent) d: greeting(word: null)
      e: greeting(word: "Hi", loud: true) f: greeting(word: "Hi", loud: null)`;
    expect(await ofBakery(fields, { word: "Hey" }, owner, head)).toEqual({
      a: "Hey Bakery",
      b: "Hello Bakery",
      c: "Hello Bakery",
      d: "nobody greets Bakery",
      e: "Hi Bakery!",
      f: "Hi Bakery?",
    });
    // The default stands in for an absent variable but not for null: two statements of one document.
    expect(await ofBakery(fields, { word: null }, owner, head)).toMatchObject({ a: "nobody greets Bakery" });
    expect(await ofBakery(fields, {}, owner, head)).toMatchObject({ a: "Hello Bakery" });
  });

  it("keeps apart aliases longer than PostgreSQL's names, and any that a row might hold already", async () => {
    const long = "a".repeat(70);
    const fields = `${long}x: name ${long}y: status constructor: rating __proto__: status toString: name`;
    const answer = await ofBakery(fields);
    expect(Object.entries(answer ?? {})).toEqual([
      [`${long}x`, "Bakery"],
      [`${long}y`, "OPEN"],
      ["constructor", 4],
      ["__proto__", "OPEN"],
      ["toString", "Bakery"],
    ]);
  });

  it("follows named and inline fragments and merges what they share", async () => {
    const { data } = await world.ask(
      `query ($id: ID!) { shop(id: $id) { ...A ... { address { street } } ... on Shop { ...B } } }
       fragment A on Shop { name address { city } }
       fragment B on Shop { address { other: city } ...A }`,
      { id: bakery },
    );
    expect(data?.shop).toEqual({ name: "Bakery", address: { city: "Vigo", street: null, other: "Vigo" } });
  });

  it("obeys @skip and @include, literal and by variable", async () => {
    const fields = `name @skip(if: true) status @include(if: true) rating @include(if: $yes) founded @skip(if: $yes)
      ... @include(if: $no) { email }`;
    const head = "($yes: Boolean!, $no: Boolean!)";
    expect(await ofBakery(fields, { yes: true, no: false }, owner, head)).toEqual({ status: "OPEN", rating: 4 });
    const other = { status: "OPEN", founded: "1999-12-31", email: "hola@pan.es" };
    expect(await ofBakery(fields, { yes: false, no: true }, owner, head)).toEqual(other);
  });

  it("answers __typename alone, of objects, members and pages", async () => {
    expect(await ofBakery("__typename latest { __typename } events { __typename nodes { __typename } }")).toEqual({
      __typename: "Shop",
      latest: { __typename: "Other" },
      events: {
        __typename: "EventConnection",
        nodes: ["Other", "Edit", "Message", "Message"].map((name) => ({ __typename: name })),
      },
    });
  });
});

describe("an interface", () => {
  it("answers each row as the type of its kind, several kinds sharing one", async () => {
    const { data } = await world.ask<{ shop: { all: object[] } }>(
      `query ($id: ID!) { shop(id: $id) { all {
         kind ... on Message { body author { name } } ... on Edit { changes { after: before field } } ...Rest
       } } }
       fragment Rest on Event { ... on Other { at } __typename }`,
      { id: bakery },
    );
    expect(data?.shop.all).toEqual([
      { kind: "NOTE", body: "first", author: { name: "Ana" }, __typename: "Message" },
      { kind: "CALL", body: "second", author: null, __typename: "Message" },
      { kind: "EDITED", changes: [{ field: "name", after: "Pan" }], __typename: "Edit" },
      { kind: "PAID", at: "2024-03-01T10:13:00Z", __typename: "Other" },
    ]);
  });

  it("is answered for one record as for many, and through a chain of records", async () => {
    const fields =
      'all(kinds: ["NOTE"]) { ... on Message { comments(first: 1) { nodes { event { kind shop { name } } } } } }';
    const nodes = [{ event: { kind: "NOTE", shop: { name: "Bakery" } } }];
    expect(await ofBakery(fields)).toEqual({ all: [{ comments: { nodes } }] });
  });
});

describe("nested lists", () => {
  it("page three levels deep, each by its own arguments and cursors", async () => {
    const query = `query ($after: String, $size: Int = 1) {
      shops(first: 5) { nodes { name events(first: $size, after: $after, kinds: ["NOTE", "CALL"]) {
        totalCount pageInfo { hasNextPage hasPreviousPage endCursor }
        nodes { ... on Message { body comments(last: 2) { pageInfo { hasPreviousPage startCursor } nodes { text } } } }
      } } } }`;
    interface Deep {
      shops: { nodes: { events: { pageInfo: { endCursor: string }; nodes: object[] } }[] };
    }
    const { data: first } = await world.ask<Deep>(query);
    expect(first?.shops.nodes).toMatchObject([
      { name: "Library", events: { totalCount: 0, nodes: [], pageInfo: { endCursor: null } } },
      { name: "Bakery", events: { totalCount: 2, nodes: [{ body: "second" }], pageInfo: { hasNextPage: true } } },
    ]);
    const after = first?.shops.nodes[1]?.events.pageInfo.endCursor;
    const { data: second } = await world.ask<Deep>(query, { after });
    expect(second?.shops.nodes[1]).toMatchObject({
      events: {
        pageInfo: { hasNextPage: false, hasPreviousPage: true },
        nodes: [
          { body: "first", comments: { pageInfo: { hasPreviousPage: true }, nodes: [{ text: "c2" }, { text: "c3" }] } },
        ],
      },
    });
  });

  it("relate a table to itself", async () => {
    expect(await ofBakery("parent { name } branches { nodes { name parent { name } } }")).toEqual({
      parent: null,
      branches: { nodes: [{ name: "Library", parent: { name: "Bakery" } }] },
    });
  });
});

describe("a connection", () => {
  const both = (nodes: string, node: string) =>
    world.ask(`{ shops(first: 1) { a: nodes { ${nodes} } nodes { status } edges { cursor node { ${node} } } } }`);

  it("answers nodes and edges.node together, each its own selection", async () => {
    const { data } = await both(
      "name events(first: 1) { totalCount }",
      "rating address { city } events(first: 1) { nodes { kind } }",
    );
    expect(data?.shops).toEqual({
      a: [{ name: "Library", events: { totalCount: 0 } }],
      nodes: [{ status: "CLOSED" }],
      edges: [{ cursor: expect.any(String), node: { rating: null, address: { city: null }, events: { nodes: [] } } }],
    });
  });

  it.each([
    ["fields", "x: name", "x: status"],
    ["arguments", "events(first: 1) { totalCount }", "events(first: 2) { totalCount }"],
    ["fields further in", "address { x: city }", "address { x: street }"],
  ])("refuses one key for different %s in nodes and edges.node", async (_, nodes, node) => {
    const { errors } = await both(nodes, node);
    expect(errors?.[0]).toMatchObject({ extensions: { code: "BAD_USER_INPUT" } });
  });
});

describe("a viewer", () => {
  const query =
    "query ($id: ID!) { shop(id: $id) { name email } shops { totalCount nodes { name } } shopCount shopStats { total open } }";

  it("sees only what is theirs, in records, lists, counts and totals", async () => {
    const { data } = await world.ask(query, { id: library }, agentOf(NORTH));
    expect(data).toEqual({
      shop: null,
      shops: { totalCount: 1, nodes: [{ name: "Bakery" }] },
      shopCount: 1,
      shopStats: { total: 1, open: 1 },
    });
    expect((await world.ask(query, { id: library }, agentOf())).data).toMatchObject({ shop: null, shopCount: 0 });
    expect((await world.ask(query, { id: library })).data).toMatchObject({
      shop: { email: "leer@libros.es" },
      shopCount: 2,
    });
  });

  it("is held to it inside nested records too", async () => {
    const fields = "email latest { shop { email again: latest { shop { email } } } }";
    const masked = { email: "h•••", latest: { shop: { email: "h•••", again: { shop: { email: "h•••" } } } } };
    expect(await ofBakery(fields, {}, agentOf(NORTH))).toEqual(masked);
    expect(await ofBakery(fields)).toMatchObject({ latest: { shop: { again: { shop: { email: "hola@pan.es" } } } } });
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
    await ofBakery(
      "name all { kind } events { totalCount nodes { shop { events { nodes { kind } } } } } branches { nodes { id } }",
    );
    expect(world.sent).toHaveLength(1);
    await world.ask("{ a: shops { nodes { name } } b: shops(first: 1) { totalCount } shopCount }");
    expect(world.sent).toHaveLength(4);
  });

  it("reads a record that no argument names, in a mutation and under other fields", async () => {
    const renamed = await world.ask(`mutation ($id: ID!) { rename(id: $id, name: "x") { name latest { kind } } }`, {
      id: bakery,
    });
    expect(renamed.data).toEqual({ rename: { name: "Bakery", latest: { kind: "PAID" } } });
    world.sent.length = 0;
    const { data } = await world.ask("{ viewer { favourites { shop { name } } } }", {}, owner, [bakery, library]);
    expect(data?.viewer).toEqual({ favourites: [{ shop: { name: "Bakery" } }, { shop: { name: "Library" } }] });
    expect(new Set(world.sent.map(({ text }) => text)).size).toBe(1);
    expect(world.sent[0]?.text).not.toContain(bakery);
  });

  it("reads inside a transaction what only that can see", async () => {
    const db = new Kysely<World>({ dialect: new PostgresDialect({ pool: world.pool }) });
    await db.transaction().execute(async (transaction) => {
      await sql`update shop set name = 'Unseen' where id = ${bakery}`.execute(transaction);
      const nameBy = async (on?: Kysely<World>) => {
        const shop = (_args: object, { viewer }: Context, info: GraphQLResolveInfo) =>
          world.reader.read(shopById, info, viewer, {}, on);
        const document = parse(`{ shop(id: "${bakery}") { name } }`);
        const contextValue = { viewer: owner, authors: world.authors };
        const { data } = await execute({ schema: world.schema, document, rootValue: { shop }, contextValue });
        return data?.shop;
      };
      expect(await nameBy(transaction)).toEqual({ name: "Unseen" });
      expect(await nameBy()).toEqual({ name: "Bakery" });
      await sql`update shop set name = 'Bakery' where id = ${bakery}`.execute(transaction);
    });
  });

  it("refuses a record that its projection did not read", async () => {
    const { errors } = await world.ask("mutation { stray { name } }");
    expect(errors?.[0]?.message).toBe("Shop.name was asked of a record that no projection has read");
  });
});
