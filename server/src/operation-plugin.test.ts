import {
  buildClientSchema,
  getIntrospectionQuery,
  type IntrospectionQuery,
  type lexicographicSortSchema,
} from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addApiKey, addPerson, startBusiness } from "../test/business.ts";
import type { Caller } from "../test/caller.ts";
import { createSchema } from "./schema.ts";

let api: Awaited<ReturnType<typeof startBusiness>>;
const signedIn: Record<string, Caller> = {};
beforeAll(async () => {
  api = await startBusiness();
  signedIn.owner = api.owner;
  signedIn.agent = (await addPerson(api.owner, "AGENT", "Ana")).caller;
  signedIn["an agent's key"] = await addApiKey(api.owner, "AGENT");
});
afterAll(() => api.stop());

/** As generators of types ask, with everything that may be asked for. */
const everything = getIntrospectionQuery({
  specifiedByUrl: true,
  directiveIsRepeatable: true,
  schemaDescription: true,
  inputValueDeprecation: true,
  oneOf: true,
});

describe("the schema [B14]", () => {
  it.each(["owner", "agent", "an agent's key"])("is told to %s in full, over HTTP and sockets", async (who) => {
    const caller = signedIn[who] as Caller;
    const overHttp = await caller.ok<IntrospectionQuery>(everything);
    const socket = caller.socket();
    const { all, ended } = await socket.subscribe(everything);
    expect(await ended).toBeUndefined();
    await socket.close();
    expect(all).toEqual([{ data: overHttp }]);
    const names = (schema: Parameters<typeof lexicographicSortSchema>[0]) => Object.keys(schema.getTypeMap()).sort();
    expect(names(buildClientSchema(overHttp))).toEqual(names(await createSchema()));
  });

  it.each([
    "{ __schema { queryType { name } } }",
    `{ __type(name: "Client") { fields { name } } }`,
    `{ renamed: __type(name: "Client") { name } }`,
    "{ ...inside } fragment inside on Query { ... on Query { __schema { types { name } } } }",
    "query Other { __typename } query Asked { __schema { types { name } } }",
  ])("is not told to who is signed out: %s", async (query) => {
    const { status, text, errors } = await api.anonymous.send({
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query, operationName: query.includes("Asked") ? "Asked" : undefined }),
    });
    expect(errors.map(({ extensions }) => extensions?.code)).toEqual(["UNAUTHENTICATED"]);
    expect(status).toBe(401);
    expect(text).not.toContain("fields");
  });

  it("lets who is signed out ask what kind of thing an answer is", async () => {
    expect(await api.anonymous.ok("{ __typename }")).toEqual({ __typename: "Query" });
  });
});

describe("a name that is nearly one", () => {
  it.each<[string, string, object]>([
    ["a field", "{ clientz { nodes { id } } }", {}],
    ["a field of a record", "{ clients { nodes { nam } } }", {}],
    ["an argument", "{ clients(firs: 1) { totalCount } }", {}],
    ["a type", "query ($f: ClientFilte) { clientCount(filter: $f) }", {}],
    ["a value", "{ clients(filter: { status: [ACTIV] }) { totalCount } }", {}],
    ["a value in variables", "query ($f: ClientFilter) { clientCount(filter: $f) }", { f: { status: ["ACTIV"] } }],
    ["a key in variables", "query ($f: ClientFilter) { clientCount(filter: $f) }", { f: { statu: ["ACTIVE"] } }],
    ["a fragment's type", "{ clients { nodes { ... on Clien { id } } } }", {}],
  ])("is completed for who is signed in and for nobody else: %s", async (_, query, variables) => {
    const [known, unknown] = await Promise.all([signedIn.agent, api.anonymous].map((by) => by?.gql(query, variables)));
    expect(known?.text).toContain("Did you mean");
    expect(unknown?.errors.length).toBeGreaterThan(0);
    expect(unknown?.text).not.toContain("Did you mean");
    expect(unknown?.text).not.toContain("INTERNAL");
  });
});
