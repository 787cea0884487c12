import { getIntrospectionQuery } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addClient, startBusiness } from "../../test/business.ts";

let api: Awaited<ReturnType<typeof startBusiness>>;
let id: string;
beforeAll(async () => {
  api = await startBusiness();
  id = await addClient(api.owner);
});
afterAll(() => api.stop());

const list = (count: number, part: (i: number) => string) => Array.from({ length: count }, (_, i) => part(i)).join(" ");
/** A record inside its own timeline, three levels each time. */
const nested = (times: number, inner: string): string =>
  times === 0 ? inner : `timeline(first: 1) { nodes { client { ${nested(times - 1, inner)} } } }`;
/** Fragments that each name the next one twice. */
const bomb = (count: number, leaf: string) =>
  `${list(count, (i) => `fragment F${i} on Client { ...F${i + 1} ...F${i + 1} }`)} fragment F${count} on Client { ${leaf} }`;

const tooMuch: [what: string, query: string, code: string, message: string | RegExp][] = [
  [
    "13 levels",
    `query ($id: ID!) { client(id: $id) { ${nested(3, "timeline(first: 1) { nodes { id } }")} } }`,
    "GRAPHQL_VALIDATION_FAILED",
    "The query nests 13 levels deep; at most 12 are served.",
  ],
  [
    "13 levels, in fragments",
    `query ($id: ID!) { client(id: $id) { ...A } } fragment A on Client { ${nested(2, "... on Client { ...B }")} } fragment B on Client { ${nested(1, "timeline(first: 1) { nodes { id } }")} }`,
    "GRAPHQL_VALIDATION_FAILED",
    "The query nests 13 levels deep; at most 12 are served.",
  ],
  [
    "16 aliases",
    `{ ${list(16, (i) => `a${i}: clientCount`)} }`,
    "GRAPHQL_VALIDATION_FAILED",
    "The query uses 16 aliases; at most 15 are served.",
  ],
  [
    "16 aliases, of 8 in a fragment used twice",
    `{ viewer { user { ...U } } users { ...U } } fragment U on User { ${list(8, (i) => `a${i}: name`)} }`,
    "GRAPHQL_VALIDATION_FAILED",
    "The query uses 16 aliases; at most 15 are served.",
  ],
  [
    "16 aliases of __typename",
    `{ ${list(16, (i) => `a${i}: __typename`)} }`,
    "GRAPHQL_VALIDATION_FAILED",
    "The query uses 16 aliases; at most 15 are served.",
  ],
  [
    "16 aliases in introspection",
    `{ __schema { types { ${list(16, (i) => `a${i}: fields { name }`)} } } }`,
    "GRAPHQL_VALIDATION_FAILED",
    "The query uses 16 aliases; at most 15 are served.",
  ],
  [
    "introspection that goes round in circles",
    `{ __schema { types { ${"fields { type { ".repeat(6)} name ${"} } ".repeat(6)} } } }`,
    "GRAPHQL_VALIDATION_FAILED",
    /Maximum introspection depth exceeded/,
  ],
  [
    "1,001 tokens",
    `{ ${list(999, () => "clientCount")} }`,
    "GRAPHQL_PARSE_FAILED",
    "Syntax Error: Document contains more that 1000 tokens. Parsing aborted.",
  ],
  [
    "fragments that multiply",
    `query ($id: ID!) { client(id: $id) { ...F0 } } ${bomb(90, "id")}`,
    "GRAPHQL_VALIDATION_FAILED",
    /^The query selects \S+ fields; at most 1000 are served\.$/,
  ],
  [
    "fragments in a circle",
    `query ($id: ID!) { client(id: $id) { ...A } } fragment A on Client { timeline { nodes { client { ...B } } } } fragment B on Client { ...A }`,
    "GRAPHQL_VALIDATION_FAILED",
    `Cannot spread fragment "A" within itself via "B".`,
  ],
  [
    "pages inside pages",
    `{ clients(first: 100) { nodes { timeline(first: 100) { nodes { id } } } } }`,
    "GRAPHQL_VALIDATION_FAILED",
    "The query may answer 10201 objects; at most 5000 are served. Ask for smaller pages.",
  ],
  [
    "pages of no given size inside a page",
    `{ clients { nodes { timeline { nodes { id } totalCount } } edges { node { timeline { nodes { id } } } } } }`,
    "GRAPHQL_VALIDATION_FAILED",
    /^The query may answer \d+ objects; at most 5000 are served\./,
  ],
  [
    "lists inside lists",
    "{ users { teams { members { teams { id } } } } }",
    "GRAPHQL_VALIDATION_FAILED",
    /^The query may answer \d+ objects; at most 5000 are served\./,
  ],
  [
    "pages of several root fields together",
    `{ ${list(15, (i) => `a${i}: clients(first: 100) { nodes { owner { id } team { id } source { channel } } }`)} }`,
    "GRAPHQL_VALIDATION_FAILED",
    /^The query may answer \d+ objects; at most 5000 are served\./,
  ],
  ["a page of 101", "{ clients(first: 101) { nodes { id } } }", "BAD_USER_INPUT", "Revisa los datos marcados"],
  ["a last page of 101", "{ clients(last: 101) { nodes { id } } }", "BAD_USER_INPUT", "Revisa los datos marcados"],
  ["a page of -1", "{ clients(first: -1) { nodes { id } } }", "BAD_USER_INPUT", "Revisa los datos marcados"],
  [
    "a page of 101 inside a record",
    "query ($id: ID!) { client(id: $id) { timeline(first: 101) { nodes { id } } } }",
    "BAD_USER_INPUT",
    "Revisa los datos marcados",
  ],
];

describe("refused before anything of it runs [Q26]", () => {
  it.each(tooMuch)("%s, with a clear 400", async (_, query, code, message) => {
    const { status, errors, data } = await api.owner.gql(query, { id });
    expect(data).toBeUndefined();
    expect(status).toBe(400);
    expect(errors[0]?.extensions?.code).toBe(code);
    expect(errors[0]?.message).toEqual(typeof message === "string" ? message : expect.stringMatching(message));
  });

  it.each(tooMuch)("%s, over a socket too", async (_, query, code, message) => {
    const socket = api.owner.socket();
    const { ended, all } = await socket.subscribe(query, { id });
    const errors = (await ended) as { message: string; extensions: { code: string } }[];
    expect(all).toEqual([]);
    expect(errors[0]?.message).toEqual(typeof message === "string" ? message : expect.stringMatching(message));
    expect(errors[0]?.extensions.code).toBe(code);
    await socket.close();
  });

  it("a page too large in a variable, which names the argument", async () => {
    const { status, errors } = await api.owner.gql("query ($n: Int) { clients(first: $n) { nodes { id } } }", {
      n: 101,
    });
    expect([status, errors[0]?.extensions]).toEqual([
      400,
      { code: "BAD_USER_INPUT", fields: [{ path: "first", message: "Entre 0 y 100 por página" }] },
    ]);
  });

  it("a subscription whose entries would cost too much", async () => {
    const socket = api.owner.socket();
    const { ended } = await socket.subscribe(
      "subscription ($id: ID!) { timelineEntryAdded(clientId: $id) { client { timeline(first: 100) { nodes { client { timeline(first: 100) { nodes { id } } } } } } } }",
      { id },
    );
    expect(await ended).toMatchObject([{ extensions: { code: "GRAPHQL_VALIDATION_FAILED" } }]);
    await socket.close();
  });
});

describe("served", () => {
  it.each([
    [
      "12 levels",
      `query ($id: ID!) { client(id: $id) { ${nested(3, "owner { id } team { members { id } }").replace("members { id }", "id")} } }`,
    ],
    ["15 aliases", `{ ${list(15, (i) => `a${i}: clientCount`)} }`],
    [
      "a page of 100 with tags, owner and team",
      "{ clients(first: 100) { totalCount nodes { id name tags { id name } owner { id } team { id } viewerCan { edit } addresses { city } } } }",
    ],
    ["a page of none", "{ clients(first: 0) { totalCount nodes { id } } }"],
    [
      "a record with 100 entries",
      "query ($id: ID!) { client(id: $id) { timeline(first: 100) { nodes { id kind actor { name } tags { name } } } } }",
    ],
    [
      "a fragment used often",
      `{ users { ...U } teams { members { ...U } } viewer { user { ...U } } } fragment U on User { id name }`,
    ],
    [
      "what tools ask of the schema",
      getIntrospectionQuery({ inputValueDeprecation: true, specifiedByUrl: true, oneOf: true }),
    ],
  ])("%s", async (_, query) => {
    const { status, errors } = await api.owner.gql(query, { id });
    expect([status, errors]).toEqual([200, []]);
  });
});
