import { auditServer } from "graphql-http";
import { afterAll, beforeAll, expect, it } from "vitest";
import { cookieOf, PASSWORD } from "../api.ts";
import { OWNER_EMAIL } from "../business.ts";
import { Caller } from "../caller.ts";
import { createTestDatabase, type TestDatabase } from "../database.ts";
import { ServerProcess } from "./server-process.ts";

let database: TestDatabase;
let server: ServerProcess;
let url: string;
let cookie: string;
beforeAll(async () => {
  database = await createTestDatabase();
  server = new ServerProcess({ DATABASE_URL: database.url, OWNER_EMAIL, OWNER_PASSWORD: PASSWORD });
  url = (await server.ready()).replace("localhost", "127.0.0.1");
  const { headers } = await new Caller(url).gql(
    `mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { role } }`,
    { email: OWNER_EMAIL, password: PASSWORD },
  );
  cookie = cookieOf(headers) as string;
});
afterAll(async () => {
  await server.stop();
  await database.drop();
});

it("the GraphQL-over-HTTP audit suite finds no error in the started product [Q26]", async () => {
  // Signed in, for it asks about the schema.
  const fetchFn: typeof fetch = (address, { headers, ...init } = {}) =>
    fetch(address, { ...init, headers: { ...(headers as Record<string, string>), cookie } });
  const results = await auditServer({ url: `${url}/graphql`, fetchFn });
  const of = (status: string) => results.filter((result) => result.status === status);
  for (const { id, name } of [...of("warn"), ...of("notice")]) process.stdout.write(`audit ${id}: ${name}\n`);
  expect(of("error").map(({ id, name }) => `${id}: ${name}`)).toEqual([]);
  expect(of("ok").length).toBeGreaterThan(50);
});
