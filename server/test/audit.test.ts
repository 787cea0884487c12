import { auditServer } from "graphql-http";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startBusiness } from "./business.ts";

let api: Awaited<ReturnType<typeof startBusiness>>;
beforeAll(async () => {
  api = await startBusiness();
});
afterAll(() => api.stop());

it("the GraphQL-over-HTTP audit suite finds no error [Q26]", async () => {
  const results = await auditServer({ url: `${api.url}/graphql` });
  const of = (status: string) => results.filter((result) => result.status === status);
  for (const { id, name } of [...of("warn"), ...of("notice")]) process.stdout.write(`audit ${id}: ${name}\n`);
  expect(of("error").map(({ id, name }) => `${id}: ${name}`)).toEqual([]);
  expect(of("ok").length).toBeGreaterThan(50);
});
