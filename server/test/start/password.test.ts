import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { startBusiness, tokenOf } from "../business.ts";
import { Caller } from "../caller.ts";
import { createTestDatabase, type TestDatabase } from "../database.ts";
import { runCommand } from "./command-process.ts";
import { newDataDir, removeDataDir, ServerProcess } from "./server-process.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

const OWNER = { OWNER_EMAIL: "olga@example.com", OWNER_PASSWORD: "correct horse battery" };
const NEXT = "a brand new password";
const SIGN_IN =
  "mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { role } }";
const RESET =
  "mutation ($token: String!, $password: String!) { resetPassword(token: $token, password: $password) { role } }";

const servers: ServerProcess[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.stop()));
});

async function serve(variables: Record<string, string>): Promise<Caller> {
  const server = new ServerProcess({ ...OWNER, ...variables });
  servers.push(server);
  return new Caller(await server.ready());
}

const linkIn = (said: string) => said.match(/^http\S+$/m)?.[0] ?? said;
const signIn = async (caller: Caller, password: string) =>
  (await caller.gql(SIGN_IN, { email: OWNER.OWNER_EMAIL, password })).data?.signIn;

describe("with the embedded PostgreSQL", () => {
  let dataDir: string;
  beforeAll(() => {
    dataDir = newDataDir();
  });
  afterAll(() => removeDataDir(dataDir));

  test("an owner who forgot the password gets a link on the server, while it serves and while it does not", async () => {
    const anonymous = await serve({ DATA_DIR: dataDir });
    const variables = { DATA_DIR: dataDir, PUBLIC_URL: anonymous.url };
    const { code, stdout, stderr } = await runCommand(["password", "Olga@Example.com"], variables);
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining("olga chooses a new password") });
    expect(JSON.parse(stderr)).toMatchObject({
      level: "warn",
      msg: expect.stringContaining("link"),
      userId: expect.any(String),
    });
    expect(stderr).not.toContain(tokenOf(linkIn(stdout)));

    const token = tokenOf(linkIn(stdout));
    expect(await anonymous.ok(RESET, { token, password: NEXT })).toEqual({ resetPassword: { role: "OWNER" } });
    expect(await signIn(anonymous, OWNER.OWNER_PASSWORD)).toBeUndefined();
    expect(await signIn(anonymous, NEXT)).toEqual({ role: "OWNER" });
    expect((await anonymous.gql(RESET, { token, password: NEXT })).errors).toMatchObject([
      { extensions: { code: "ILLEGAL_STATE" } },
    ]);

    await servers.pop()?.stop();
    const again = await runCommand(["password", OWNER.OWNER_EMAIL], { DATA_DIR: dataDir, PUBLIC_URL: anonymous.url });
    expect(again.code).toBe(0);
    const later = await serve({ DATA_DIR: dataDir });
    const link = tokenOf(linkIn(again.stdout));
    expect(await later.ok(RESET, { token: link, password: `${NEXT}!` })).toEqual({ resetPassword: { role: "OWNER" } });
  });
});

describe("refuses with a sentence", () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  const refusal = async (args: string[], variables: Record<string, string>) => {
    const { code, stdout, stderr } = await runCommand(["password", ...args], variables);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    return stderr;
  };

  test("what is no address, a stranger's, a folder without a business", async () => {
    const variables = { DATABASE_URL: database.url };
    expect(await refusal([], variables)).toBe("Usage: npm run password -- E-MAIL\n");
    expect(await refusal(["olga"], variables)).toBe("Usage: npm run password -- E-MAIL\n");
    expect(await refusal(["olga@example.com"], variables)).toBe(
      "Nobody here has the address olga@example.com. The business is not set up yet.\n",
    );
    await (await startBusiness({ on: { databaseUrl: database.url } })).stop();
    expect(await refusal(["ana@example.com"], variables)).toBe(
      "Nobody here has the address ana@example.com. Owners: olga@example.com.\n",
    );
    expect(await refusal(["olga@example.com"], { DATA_DIR: "/nowhere" })).toBe(
      "DATA_DIR: there is no database in /nowhere; give the folder that the server has.\n",
    );
  });
});
