import { execute, parse } from "graphql";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { executorOf } from "./execute.ts";
import { countResolved, openTown, owner, worldSchema } from "./fixture.ts";

let world: Awaited<ReturnType<typeof openTown>>;
beforeAll(async () => {
  world = await openTown();
});
afterAll(() => world.close());

const usual = worldSchema();
const own = worldSchema();
const byGraphql = countResolved(own);
const executor = executorOf(own);

/** Both answers as text, and whether graphql-js had to make ours. */
async function both(source: string, variableValues = {}, author: () => unknown = () => ({ id: 1, name: "Ana" })) {
  const document = parse(source.replaceAll("BAKERY", `"${world.bakery}"`));
  const contextValue = { viewer: owner, authors: { get: author } };
  const run = { document, variableValues, contextValue, rootValue: world.rootValue };
  const expected = await execute({ ...run, schema: usual });
  const before = byGraphql();
  world.sent.length = 0;
  const answer = await executor({ ...run, schema: own });
  return { text: JSON.stringify(answer), expected: JSON.stringify(expected), byGraphql: byGraphql() > before };
}

describe("an answer", () => {
  it.each<[string, string, object?]>([
    ["of columns, expressions and objects", "{ shop(id: BAKERY) { revenue address { city } id openedAt founded } }"],
    ["with aliases", "{ a: shop(id: BAKERY) { b: name name constructor: status } shop(id: BAKERY) { rating } }"],
    ["of nothing", '{ shop(id: "none") { name } }'],
    ["of plain values", "{ shopCount shopStats { total open __typename } }"],
    [
      "of an interface",
      "{ shop(id: BAKERY) { all { __typename kind ... on Message { body author { name } } ...E } } } fragment E on Edit { changes { field after } }",
    ],
    [
      "of pages",
      "{ shops(last: 1) { totalCount edges { cursor node { name } } nodes { status } pageInfo { hasPreviousPage endCursor } } }",
    ],
    [
      "of pages within pages",
      "{ shops { nodes { events(first: 1) { nodes { ... on Message { comments { nodes { at text } } } } pageInfo { endCursor hasNextPage } } } } }",
    ],
    [
      "under directives",
      "query ($yes: Boolean!) { shop(id: BAKERY) { name @include(if: $yes) status @skip(if: $yes) ... @skip(if: $yes) { rating } } shopCount @skip(if: $yes) }",
      { yes: true },
    ],
    [
      "under the same directives otherwise",
      "query ($yes: Boolean!) { shop(id: BAKERY) { name @include(if: $yes) status @skip(if: $yes) ... @skip(if: $yes) { rating } } shopCount @skip(if: $yes) }",
      { yes: false },
    ],
  ])("%s is what graphql-js would make of it, without graphql-js", async (_, source, variables) => {
    const { text, expected, byGraphql } = await both(source, variables);
    expect(text).toBe(expected);
    expect(text).not.toContain("errors");
    expect(byGraphql).toBe(false);
  });

  it.each<[string, string, object?]>([
    ["of the schema", "{ __schema { queryType { name } } shopCount }"],
    ["with a key that objects have otherwise", "{ shop(id: BAKERY) { __proto__: name } }"],
    ["of a field with a resolver of its own", "{ viewer { favourites { shop { name } } } }"],
    ["of a mutation", 'mutation { rename(id: BAKERY, name: "x") { name } }'],
    ["of several operations", "query A { shopCount } query B { shopCount }"],
    ["to variables that do not fit", "query ($id: ID!) { shop(id: $id) { name } }"],
    [
      "under a directive that is given null",
      "query ($yes: Boolean = true) { shop(id: BAKERY) { name @include(if: $yes) } shopCount }",
      { yes: null },
    ],
    [
      "under a directive of a root field that is given null",
      "query ($no: Boolean = false) { shopCount @skip(if: $no) }",
      { no: null },
    ],
  ])("%s is left to graphql-js", async (_, source, variables) => {
    const { text, expected } = await both(source, variables);
    expect(text).toBe(expected);
  });
});

describe("an answer with something wrong in it", () => {
  const source = "{ shop(id: BAKERY) { name all { kind author { id name } } } shops { nodes { name } } }";

  it.each<[string, () => unknown]>([
    ["a null where none may be", () => ({ id: 1, name: null })],
    ["an error that is thrown", fail],
    ["an error in place of a value", () => ({ id: 1, name: new Error("given") })],
    ["a value that its type does not show", () => ({ id: 1, name: { no: "text" } })],
    ["a list in place of an object", () => [1]],
    ["a text in place of an object", () => "Ana"],
    ["a promise in place of a value", () => ({ id: 1, name: Promise.resolve("Ana") })],
    ["a promise in place of an object", async () => ({ id: 1, name: "Ana" })],
    ["a function in place of a value", () => ({ id: 1, name: () => "Ana" })],
  ])("(%s) is what graphql-js makes of what was read once", async (_, author) => {
    const { text, expected, byGraphql } = await both(source, {}, author);
    expect(text).toBe(expected);
    expect(byGraphql).toBe(true);
    expect(world.sent).toHaveLength(2);
  });

  it.each([
    ["a page that is too large", "{ shops(first: 101) { nodes { name } } shopCount }"],
    ["a cursor of nowhere", '{ shops(after: "x") { nodes { name } } shopCount }'],
  ])("(%s) tells of it as graphql-js does", async (_, refused) => {
    const { text, expected } = await both(refused);
    expect(text).toBe(expected);
    expect(text).toContain("errors");
  });
});

describe("the functions that make answers", () => {
  it("are kept for each choice of what is skipped, and forgotten before they are too many", async () => {
    const schema = worldSchema();
    const executor = executorOf(schema, 20);
    const members = vi.spyOn(schema, "getPossibleTypes");
    const document = parse(
      `query ($yes: Boolean = false, $no: Boolean = false) { shop(id: "${world.bakery}") { all { kind @skip(if: $yes) __typename @skip(if: $no) } } }`,
    );
    const large = parse("{ shopStats { a: total b: total c: total d: total e: total f: total g: total h: total } }");
    const run = { schema, contextValue: { viewer: owner }, rootValue: world.rootValue };
    const isMade = async (variableValues: object) => {
      members.mockClear();
      await executor({ ...run, document, variableValues: { ...variableValues } });
      return members.mock.calls.length > 0;
    };
    expect(await isMade({ yes: true })).toBe(true);
    expect(await isMade({ yes: true })).toBe(false);
    expect(await isMade({ no: true })).toBe(true);
    expect(await isMade({ yes: true })).toBe(false);
    await executor({ ...run, document: large });
    expect(await isMade({ yes: true })).toBe(true);
  });
});

const fail = (): never => {
  throw new Error("thrown");
};
