import { expect, test } from "vitest";
import { type Module, merged } from "./module.ts";

test("a root field is given to callers by one module only", () => {
  const tags: Module = { access: { "Query.tags": "clients.read", "Mutation.createTag": "tags.write" } };
  const lists: Module = { access: { "Query.lists": "clients.read" } };
  expect(Object.keys(merged([tags, lists, {}], "access"))).toEqual(["Query.tags", "Mutation.createTag", "Query.lists"]);
  const twice: Module = { access: { "Query.tags": "public" } };
  expect(() => merged([tags, twice], "access")).toThrow("Query.tags is in the access of two modules");
});
