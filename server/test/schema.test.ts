import { readFileSync } from "node:fs";
import { type GraphQLSchema, isEnumType, isInputObjectType, lexicographicSortSchema, printSchema } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RootField } from "../src/module.ts";
import { rootAccess } from "../src/modules/registry.ts";
import { createSchema } from "../src/schema.ts";
import { startBusiness } from "./business.ts";

let api: Awaited<ReturnType<typeof startBusiness>>;
let schema: GraphQLSchema;
beforeAll(async () => {
  [api, schema] = await Promise.all([startBusiness(), createSchema()]);
});
afterAll(() => api.stop());

const rootFields = () =>
  [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].flatMap((type) =>
    Object.values(type?.getFields() ?? {}).map((field) => ({ type: type?.name as string, field })),
  );

describe("the schema", () => {
  it("is the one that is committed", () => {
    const committed = readFileSync(new URL("../../schema.graphql", import.meta.url), "utf8");
    expect(`${printSchema(lexicographicSortSchema(schema))}\n`).toBe(committed);
  });

  it("opens these root fields, and no other, to whoever asks", () => {
    const open = Object.entries(rootAccess).filter(([, access]) => access === "public");
    expect(open.map(([name]) => name).sort()).toEqual([
      "Mutation.acceptInvitation",
      "Mutation.requestPasswordReset",
      "Mutation.resetPassword",
      "Mutation.setUp",
      "Mutation.signIn",
      "Query.invitation",
      "Query.passwordReset",
      "Query.passwordResetMailed",
      "Query.setUpState",
      "Query.viewer",
    ]);
    expect(Object.keys(rootAccess).sort()).toEqual(
      rootFields()
        .map(({ type, field }) => `${type}.${field.name}`)
        .sort(),
    );
  });

  it("answers nothing else to the signed-out, whatever the arguments", async () => {
    for (const { type, field } of rootFields()) {
      if (rootAccess[`${type}.${field.name}` as RootField] === "public" || type === "Subscription") continue;
      const given = field.args.filter(({ type: argument }) => String(argument).endsWith("!"));
      const variables = Object.fromEntries(given.map(({ name, type: argument }) => [name, sample(String(argument))]));
      const declared = given.map((argument) => `$${argument.name}: ${argument.type}`).join(", ");
      const passed = given.map(({ name }) => `${name}: $${name}`).join(", ");
      const leaf = /^\[?(Boolean|Int|JSON)/.test(String(field.type)) ? "" : "{ __typename }";
      const operation = `${type.toLowerCase()} ${declared && `(${declared})`} { ${field.name} ${passed && `(${passed})`} ${leaf} }`;
      const { errors, data } = await api.anonymous.gql(operation, variables);
      expect([field.name, errors.map(({ extensions }) => extensions?.code)]).toEqual([field.name, ["UNAUTHENTICATED"]]);
      expect(Object.values(data ?? {}).filter((value) => value !== null)).toEqual([]);
    }
  });

  it("takes no field in an input that it does not name [Q17]", async () => {
    const mutations = rootFields().filter(({ type }) => type === "Mutation");
    const withInput = mutations.filter(({ field }) => field.args.some(({ name }) => name === "input"));
    expect(withInput.length).toBeGreaterThan(10);
    for (const { field } of withInput) {
      const declared = field.args.map((argument) => `$${argument.name}: ${argument.type}`).join(", ");
      const passed = field.args.map(({ name }) => `${name}: $${name}`).join(", ");
      const variables = Object.fromEntries(field.args.map(({ name, type }) => [name, sample(String(type))]));
      for (const extra of ["id", "owner", "createdAt", "passwordHash", "total", "number", "__proto"]) {
        const input = { ...(variables.input as object), [extra]: "x" };
        const { errors, status } = await api.owner.gql(
          `mutation (${declared}) { ${field.name}(${passed}) { __typename } }`,
          { ...variables, input },
        );
        expect([status, errors.at(-1)?.message]).toEqual([
          400,
          expect.stringContaining(`Field "${extra}" is not defined`),
        ]);
      }
    }
  });

  it("describes what is public beyond its name: every mutation that acts on accounts, every enum whose values need it", () => {
    for (const name of [
      "signIn",
      "signOut",
      "signOutEverywhere",
      "acceptInvitation",
      "changePassword",
      "setUp",
      "deleteTeam",
      "deleteTag",
      "renewInvitation",
    ]) {
      expect(schema.getMutationType()?.getFields()[name]?.description, name).toBeTruthy();
    }
    for (const type of Object.values(schema.getTypeMap())) {
      if (
        isEnumType(type) &&
        ["Role", "ClientStatus", "TimelineKind", "AddressType", "DatePreset"].includes(type.name)
      ) {
        expect(type.description, type.name).toBeTruthy();
      }
    }
  });

  /** A value that fits a required argument. */
  function sample(type: string): unknown {
    const name = type.replace(/[[\]!]/g, "");
    const named = schema.getType(name);
    if (isInputObjectType(named)) {
      const required = Object.values(named.getFields()).filter((field) => String(field.type).endsWith("!"));
      return Object.fromEntries(required.map((field) => [field.name, sample(String(field.type))]));
    }
    if (name === "Boolean") return false;
    if (name === "Date") return "2026-01-01";
    if (name === "DateTime") return "2026-01-01T00:00:00Z";
    return isEnumType(named) ? named.getValues()[0]?.name : "01900000-0000-7000-8000-000000000000";
  }
});
