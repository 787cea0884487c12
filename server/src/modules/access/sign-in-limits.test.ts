import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { PASSWORD, startApi } from "../../../test/api.ts";
import { addPerson, OWNER_EMAIL, startBusiness } from "../../../test/business.ts";
import type { Caller } from "../../../test/caller.ts";
import { tidyBrowsers } from "./known-browser.ts";

const SIGN_IN =
  "mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { role } }";
const TRIES = 8;

let api: Awaited<ReturnType<typeof startBusiness>>;
let other: Awaited<ReturnType<typeof startApi>>;

beforeAll(async () => {
  api = await startBusiness();
  other = await startApi({ on: api });
});
afterAll(async () => {
  await other.stop();
  await api.stop();
});
beforeEach(async () => {
  await api.pool.query("delete from rate_limit");
});

/** The codes that tries of signing in answer, made together. */
async function tries(
  count: number,
  email: string,
  password = "not the password",
  callers = [api.anonymous],
): Promise<unknown[]> {
  const answers = await Promise.all(
    Array.from({ length: count }, (_, i) => (callers[i % callers.length] as Caller).gql(SIGN_IN, { email, password })),
  );
  return answers.map(({ errors }) => errors[0]?.extensions?.code ?? "signed in").sort();
}
const times = (count: number, code: string) => Array<string>(count).fill(code);

it.each([
  ["a known account", OWNER_EMAIL],
  ["an unknown one", "nobody@example.com"],
])(
  "after eight failures %s is locked for 15 minutes, over all processes, for the right password too [Q28]",
  async (_, email) => {
    const both = [api.anonymous, api.anonymous.at(other)];
    expect(await tries(TRIES, email, undefined, both)).toEqual(times(TRIES, "BAD_USER_INPUT"));
    for (const caller of both) {
      expect(await caller.refused(SIGN_IN, { email, password: PASSWORD })).toEqual({
        code: "RATE_LIMITED",
        message: "Demasiados intentos. Prueba de nuevo en 15 min",
        retryAfterSeconds: expect.toSatisfy((seconds: number) => seconds > 800 && seconds <= 900),
      });
    }
  },
);

it("many tries at once are no way around it: eight are made of fifty, and then the account is locked", async () => {
  const codes = await tries(50, OWNER_EMAIL);
  expect(codes).toEqual([...times(TRIES, "BAD_USER_INPUT"), ...times(42, "RATE_LIMITED")]);
  expect(await tries(1, OWNER_EMAIL, PASSWORD)).toEqual(["RATE_LIMITED"]);
});

it("signing in forgives the account, and time does", async () => {
  await tries(TRIES - 1, OWNER_EMAIL);
  expect(await tries(1, OWNER_EMAIL, PASSWORD)).toEqual(["signed in"]);
  await tries(TRIES, OWNER_EMAIL);
  expect(await tries(1, OWNER_EMAIL, PASSWORD)).toEqual(["RATE_LIMITED"]);
  await api.pool.query("update rate_limit set expire = $1", [Date.now() - 1]);
  expect(await tries(1, OWNER_EMAIL, PASSWORD)).toEqual(["signed in"]);
});

it("one address that fails for many accounts is locked, whichever account it tries next", async () => {
  await api.pool.query("insert into rate_limit values ('address:127.0.0.1', 59, $1)", [Date.now() + 900_000]);
  expect(await tries(1, "first@example.com")).toEqual(["BAD_USER_INPUT"]);
  expect(await tries(1, "second@example.com")).toEqual(["RATE_LIMITED"]);
  expect(await tries(1, OWNER_EMAIL, PASSWORD)).toEqual(["RATE_LIMITED"]);
});

/** A browser in which somebody has signed in, signed out by now: it sends what it was given to keep. */
async function browserOf(email: string): Promise<Caller> {
  const { headers } = await api.anonymous.gql(SIGN_IN, { email, password: PASSWORD });
  const kept = headers["set-cookie"]?.map((set) => set.split(";")[0] as string) ?? [];
  const cookie = kept.filter((each) => !each.startsWith("clientela=")).join("; ");
  await api.anonymous.with({ cookie: kept.join("; ") }).ok("mutation { signOut }");
  return api.anonymous.with({ cookie });
}

it("a browser that signed in before is kept out by nobody's tries but its own [Q41]", async () => {
  const browser = await browserOf(OWNER_EMAIL);
  await api.pool.query("delete from rate_limit");
  await api.pool.query("insert into rate_limit values ('address:127.0.0.1', 61, $1)", [Date.now() + 900_000]);
  expect(await tries(1, "first@example.com")).toEqual(["RATE_LIMITED"]);
  expect(await tries(1, OWNER_EMAIL, PASSWORD)).toEqual(["RATE_LIMITED"]);
  expect(await tries(1, OWNER_EMAIL, PASSWORD, [browser, browser.at(other)])).toEqual(["signed in"]);

  const codes = await tries(20, OWNER_EMAIL, undefined, [browser, browser.at(other)]);
  expect(codes).toEqual([...times(TRIES, "BAD_USER_INPUT"), ...times(12, "RATE_LIMITED")]);
  expect(await tries(1, OWNER_EMAIL, PASSWORD, [browser])).toEqual(["RATE_LIMITED"]);
  const { rows } = await api.pool.query("select key from rate_limit where key like 'account:%'");
  expect(rows).toEqual([]);
});

it("a browser is known for whom it knows alone, and what it keeps opens nothing", async () => {
  const { email } = await addPerson(api.owner, "AGENT", "Berta");
  const browser = await browserOf(email);
  expect(await browser.ok("{ viewer { role } }")).toEqual({ viewer: null });
  await tries(TRIES, OWNER_EMAIL, undefined, [browser]);
  expect(await tries(1, OWNER_EMAIL, PASSWORD)).toEqual(["RATE_LIMITED"]);
  const made = api.anonymous.with({ cookie: `clientela-browser=${"a".repeat(43)}` });
  expect(await tries(1, OWNER_EMAIL, PASSWORD, [made])).toEqual(["RATE_LIMITED"]);
  expect(await tries(1, email, PASSWORD, [browser])).toEqual(["signed in"]);
});

it("people who share a browser are each known in it, and what nobody uses for long is forgotten", async () => {
  const { email } = await addPerson(api.owner, "AGENT", "Carmen");
  const browser = await browserOf(OWNER_EMAIL);
  expect(await tries(1, email, PASSWORD, [browser])).toEqual(["signed in"]);
  const count = async () => (await api.pool.query("select from known_browser")).rowCount;
  const before = await count();
  await api.pool.query(
    "update known_browser set used_at = now() - interval '401 days' where user_id = (select id from app_user where email = $1)",
    [email],
  );
  await tidyBrowsers.run(api.core, {}, { number: 1, signal: new AbortController().signal });
  expect(await count()).toBe((before ?? 0) - 2);
});

it("signing in rightly does not count against the address", async () => {
  for (let i = 0; i < 3; i++) expect(await tries(1, OWNER_EMAIL, PASSWORD)).toEqual(["signed in"]);
  const { rows } = await api.pool.query("select points from rate_limit where key = 'address:127.0.0.1'");
  expect(rows).toEqual([{ points: 0 }]);
});

it("guessing the current password of an open session counts like signing in", async () => {
  const { caller, email } = await addPerson(api.owner, "AGENT", "Ana");
  const change = `mutation { changePassword(current: "not the password", next: "another password") }`;
  await Promise.all(Array.from({ length: TRIES }, () => caller.gql(change)));
  expect(await caller.refused(change)).toMatchObject({ code: "RATE_LIMITED" });
  expect(await tries(1, email, PASSWORD)).toEqual(["RATE_LIMITED"]);
});

it("says once in the log that a proxy's word is not asked for, and not where it is", async () => {
  for (const [trustProxy, times] of [
    [0, 1],
    [1, 0],
  ]) {
    const lines: string[] = [];
    const log = { write: (line: string) => void lines.push(line) };
    const behind = await startApi({ on: api, env: { trustProxy: trustProxy as number }, log });
    for (let i = 0; i < 3; i++) await behind.anonymous.gql("{ viewer { role } }");
    expect(lines.filter((line) => line.includes("TRUST_PROXY"))).toEqual([]);
    for (let i = 0; i < 3; i++)
      await behind.anonymous.with({ "x-forwarded-for": "203.0.113.7" }).gql("{ viewer { role } }");
    expect(lines.filter((line) => line.includes("TRUST_PROXY"))).toHaveLength(times as number);
    await behind.stop();
  }
});

it("the address is the proxy's word only when a proxy is trusted", async () => {
  const behind = await startApi({ on: api, env: { trustProxy: 1 } });
  const spoofed = { "x-forwarded-for": "203.0.113.7, 198.51.100.9" };
  await behind.anonymous.with(spoofed).gql(SIGN_IN, { email: "a@example.com", password: "x" });
  await api.anonymous.with(spoofed).gql(SIGN_IN, { email: "a@example.com", password: "x" });
  const { rows } = await api.pool.query("select key from rate_limit where key like 'address:%' order by key");
  expect(rows).toEqual([{ key: "address:127.0.0.1" }, { key: "address:198.51.100.9" }]);
  await behind.stop();
});

it("a new password ends what browsers were known by, and of one person no more than twenty are [Q28]", async () => {
  const person = await addPerson(api.owner, "AGENT", "Antes");
  const signIn = "mutation ($e: String!, $p: String!) { signIn(email: $e, password: $p) { role } }";
  for (let n = 0; n < 25; n++) await api.anonymous.ok(signIn, { e: person.email, p: PASSWORD });
  const known = async () =>
    (await api.pool.query("select from known_browser where user_id = $1", [person.id])).rowCount;
  expect(await known()).toBe(20);
  const change = "mutation ($c: String!, $n: String!) { changePassword(current: $c, next: $n) }";
  await person.caller.ok(change, { c: PASSWORD, n: "otra clave larga" });
  expect(await known()).toBe(1);
});
