import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTown, owner } from "./fixture.ts";

let world: Awaited<ReturnType<typeof openTown>>;
beforeAll(async () => {
  world = await openTown();
});
afterAll(() => world.close());

describe("a selection", () => {
  it("answers columns, expressions and objects of the same row exactly", async () => {
    const fields = "name email status rating openedAt founded revenue address { city street } __typename";
    expect(await world.ofBakery(fields)).toEqual({
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
    expect(await world.ofBakery(fields, { word: "Hey" }, owner, head)).toEqual({
      a: "Hey Bakery",
      b: "Hello Bakery",
      c: "Hello Bakery",
      d: "nobody greets Bakery",
      e: "Hi Bakery!",
      f: "Hi Bakery?",
    });
    // The default stands in for an absent variable but not for null: two statements of one document.
    expect(await world.ofBakery(fields, { word: null }, owner, head)).toMatchObject({ a: "nobody greets Bakery" });
    expect(await world.ofBakery(fields, {}, owner, head)).toMatchObject({ a: "Hello Bakery" });
  });

  it("keeps apart aliases longer than PostgreSQL's names, and any that a row might hold already", async () => {
    const long = "a".repeat(70);
    const fields = `${long}x: name ${long}y: status constructor: rating __proto__: status toString: name`;
    const answer = await world.ofBakery(fields);
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
      { id: world.bakery },
    );
    expect(data?.shop).toEqual({ name: "Bakery", address: { city: "Vigo", street: null, other: "Vigo" } });
  });

  it("obeys @skip and @include, literal and by variable", async () => {
    const fields = `name @skip(if: true) status @include(if: true) rating @include(if: $yes) founded @skip(if: $yes)
      ... @include(if: $no) { email }`;
    const head = "($yes: Boolean!, $no: Boolean!)";
    expect(await world.ofBakery(fields, { yes: true, no: false }, owner, head)).toEqual({ status: "OPEN", rating: 4 });
    const other = { status: "OPEN", founded: "1999-12-31", email: "hola@pan.es" };
    expect(await world.ofBakery(fields, { yes: false, no: true }, owner, head)).toEqual(other);
  });

  it("answers __typename alone, of objects, members and pages", async () => {
    expect(await world.ofBakery("__typename latest { __typename } events { __typename nodes { __typename } }")).toEqual(
      {
        __typename: "Shop",
        latest: { __typename: "Other" },
        events: {
          __typename: "EventConnection",
          nodes: ["Other", "Edit", "Message", "Message"].map((name) => ({ __typename: name })),
        },
      },
    );
  });
});

describe("an interface", () => {
  it("answers each row as the type of its kind, several kinds sharing one", async () => {
    const { data } = await world.ask<{ shop: { all: object[] } }>(
      `query ($id: ID!) { shop(id: $id) { all {
         kind ... on Message { body author { name } } ... on Edit { changes { after: before field } } ...Rest
       } } }
       fragment Rest on Event { ... on Other { at } __typename }`,
      { id: world.bakery },
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
    expect(await world.ofBakery(fields)).toEqual({ all: [{ comments: { nodes } }] });
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
    expect(await world.ofBakery("parent { name } branches { nodes { name parent { name } } }")).toEqual({
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
