import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cookieOf, PASSWORD, startApi } from "../../../test/api.ts";
import { addPerson, OWNER_EMAIL, type Person, setUpInput, startBusiness, tokenOf } from "../../../test/business.ts";
import type { Caller } from "../../../test/caller.ts";

const SIGN_IN =
  "mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { role permissions user { name email } } }";
const SESSIONS = "{ sessions { id current device ip createdAt lastSeenAt } }";
const CHANGE = "mutation ($current: String!, $next: String!) { changePassword(current: $current, next: $next) }";

interface Session {
  id: string;
  current: boolean;
  device: string | null;
  ip: string | null;
}

let api: Awaited<ReturnType<typeof startBusiness>>;
let owner: Caller;
let other: Awaited<ReturnType<typeof startApi>>;
let people = 0;

beforeAll(async () => {
  api = await startBusiness();
  owner = api.owner;
  other = await startApi({ on: api });
});
afterAll(async () => {
  await other.stop();
  await api.stop();
});

const newPerson = (): Promise<Person> => addPerson(owner, "ADMIN", `Persona ${++people}`);
const roleOf = async (caller: Caller) =>
  (await caller.ok<{ viewer: { role: string } | null }>("{ viewer { role } }")).viewer?.role;
const sessionsOf = async (caller: Caller) => (await caller.ok<{ sessions: Session[] }>(SESSIONS)).sessions;
const tokenIn = (cookie: string | undefined) => cookie?.split("=")[1] ?? "";

describe("signing in", () => {
  it("takes e-mail and password and answers who one is", async () => {
    const { data, headers } = await api.anonymous.gql<{ signIn: object }>(SIGN_IN, {
      email: ` ${OWNER_EMAIL.toUpperCase()} `,
      password: PASSWORD,
    });
    expect(data?.signIn).toEqual({
      role: "OWNER",
      permissions: expect.arrayContaining(["clients.read", "owners.manage"]),
      user: { name: "Olga", email: OWNER_EMAIL },
    });
    expect(headers["set-cookie"]).toEqual([
      expect.stringMatching(/^clientela=[\w-]{43}; Max-Age=2592000; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/),
      expect.stringMatching(
        /^clientela-browser=[\w-]{43}; Max-Age=34560000; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/,
      ),
    ]);
    expect(await roleOf(api.anonymous.with({ cookie: cookieOf(headers) as string }))).toBe("OWNER");
  });

  it("answers the same to a wrong password, an unknown account, one not signed up and one deactivated [Q28]", async () => {
    const gone = await newPerson();
    const setActive =
      "mutation ($id: ID!, $active: Boolean) { updateUser(id: $id, input: { active: $active }) { id } }";
    await owner.ok(setActive, { id: gone.id, active: false });
    await owner.ok(
      `mutation { inviteUser(input: { name: "Pendiente", email: "pendiente@example.com", role: AGENT }) { link } }`,
    );
    const tries = [
      [OWNER_EMAIL, "not the password"],
      ["nobody@example.com", PASSWORD],
      ["no address", ""],
      ["pendiente@example.com", ""],
      [gone.email, PASSWORD],
    ];
    for (const [email, password] of tries) {
      const { text, headers } = await api.anonymous.gql(SIGN_IN, { email, password });
      expect(JSON.parse(text)).toEqual({
        data: null,
        errors: [
          {
            message: "El correo o la contraseña no son correctos",
            path: ["signIn"],
            locations: expect.anything(),
            extensions: { code: "BAD_USER_INPUT" },
          },
        ],
      });
      expect(headers["set-cookie"]).toBeUndefined();
    }
  });

  it("takes the password typed on another keyboard for the same", async () => {
    const person = await newPerson();
    await person.caller.ok(CHANGE, { current: PASSWORD, next: "contrase\u00f1a larga" });
    await api.signIn(person.email, "contrasen\u0303a larga");
  });

  it("keeps a hash of the token and of the password, never either [Q32]", async () => {
    const caller = await api.signIn(OWNER_EMAIL);
    const token = tokenIn(caller.headers.cookie);
    const { rows } = await api.pool.query<{ token_hash: Buffer }>("select token_hash from session");
    expect(rows.map(({ token_hash }) => token_hash.toString("hex"))).toContain(
      createHash("sha256").update(token).digest("hex"),
    );
    const { rows: users } = await api.pool.query<{ password_hash: string | null }>(
      "select password_hash from app_user where password_hash is not null",
    );
    for (const { password_hash } of users) expect(password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(new Set(users.map(({ password_hash }) => password_hash)).size).toBe(users.length);
  });

  it("makes a new session and ends the one that the browser had [Q30]", async () => {
    const first = await api.signIn(OWNER_EMAIL);
    const { headers } = await first.gql(SIGN_IN, { email: OWNER_EMAIL, password: PASSWORD });
    const second = api.anonymous.with({ cookie: cookieOf(headers) as string });
    expect(second.headers.cookie).not.toBe(first.headers.cookie);
    expect(await roleOf(first)).toBeUndefined();
    expect(await roleOf(second)).toBe("OWNER");
  });

  it.each(["", "x", "clientela", "null", "' or 1=1 --", "a".repeat(43)])(
    "is not done by the cookie %j",
    async (token) => {
      expect(await roleOf(api.anonymous.with({ cookie: `clientela=${token}` }))).toBeUndefined();
    },
  );

  it("behind https sets a cookie that only https carries and no neighbour can plant", async () => {
    const secure = await startApi({ publicUrl: "https://clientes.example" });
    const { headers } = await secure.anonymous.gql(
      "mutation ($token: String!, $input: SetUpInput!) { setUp(token: $token, input: $input) { role } }",
      { token: tokenOf(await secure.setUpLink()), input: setUpInput },
    );
    expect(headers["set-cookie"]).toEqual([
      expect.stringMatching(
        /^__Host-clientela=[\w-]{43}; Max-Age=2592000; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Lax$/,
      ),
      expect.stringMatching(/^__Host-clientela-browser=.*; HttpOnly; Secure; SameSite=Lax$/),
    ]);
    expect(headers["strict-transport-security"]).toContain("max-age=");
    const token = tokenIn(cookieOf(headers));
    expect(await roleOf(secure.anonymous.with({ cookie: `__Host-clientela=${token}` }))).toBe("OWNER");
    expect(await roleOf(secure.anonymous.with({ cookie: `clientela=${token}` }))).toBeUndefined();
    await secure.stop();
  });
});

describe("sessions", () => {
  it("are listed with browser and address, the one that asks is marked", async () => {
    const { email } = await newPerson();
    const phone = (await api.signIn(email)).with({ "user-agent": "Phone" });
    const { headers } = await phone.gql(SIGN_IN, { email, password: PASSWORD });
    const again = phone.with({ cookie: cookieOf(headers) as string });
    const sessions = await sessionsOf(again);
    expect(sessions).toHaveLength(2);
    expect(sessions.filter(({ current }) => current)).toEqual([
      expect.objectContaining({ device: "Phone", ip: "127.0.0.1" }),
    ]);
  });

  it("end one by one, at once in every process [Q30]", async () => {
    const { email } = await newPerson();
    const [one, two] = [await api.signIn(email), await api.signIn(email)];
    expect(await roleOf(one.at(other))).toBe("ADMIN");
    const [current] = (await sessionsOf(one)).filter((session) => session.current);
    await two.ok("mutation ($id: ID!) { signOutSession(id: $id) }", { id: current?.id });
    expect(await roleOf(one)).toBeUndefined();
    await expect.poll(() => roleOf(one.at(other)), { timeout: 10_000 }).toBeUndefined();
    expect(await roleOf(two)).toBe("ADMIN");
  });

  it("end by signing out, which takes the cookie away", async () => {
    const { caller } = await newPerson();
    const { headers, data } = await caller.gql("mutation { signOut }");
    expect(data).toEqual({ signOut: true });
    expect(headers["set-cookie"]).toEqual([expect.stringMatching(/^clientela=; Path=\/; Expires=Thu, 01 Jan 1970/)]);
    expect(await roleOf(caller)).toBeUndefined();
    expect(await caller.refused("{ clientCount }")).toEqual({
      code: "UNAUTHENTICATED",
      message: "Inicia sesión para continuar",
    });
  });

  it("end all together by signing out everywhere, which answers how many", async () => {
    const { caller, email } = await newPerson();
    const second = await api.signIn(email);
    expect(await caller.ok("mutation { signOutEverywhere }")).toEqual({ signOutEverywhere: 2 });
    for (const each of [caller, second]) expect(await roleOf(each)).toBeUndefined();
    expect(await roleOf(owner)).toBe("OWNER");
  });

  it("expire", async () => {
    const { caller, id } = await newPerson();
    await api.pool.query("update session set expires_at = now() - interval '1 second' where user_id = $1", [id]);
    expect(await roleOf(caller.at(other))).toBeUndefined();
  });

  it("in use stay open", async () => {
    const { caller, id } = await newPerson();
    const aged =
      "update session set last_seen_at = now() - interval '6 minutes', expires_at = now() + interval '1 day' where user_id = $1";
    await api.pool.query(aged, [id]);
    await caller.at(other).ok("{ viewer { role } }");
    const { rows } = await api.pool.query(
      "select last_seen_at > now() - interval '1 minute' and expires_at > now() + interval '29 days' as kept from session where user_id = $1",
      [id],
    );
    expect(rows).toEqual([{ kept: true }]);
  });

  it.each([
    ["a new role", { role: "AGENT" }],
    ["being deactivated", { active: false }],
  ])("end by %s, in every process [Q30]", async (_, input) => {
    const { id, caller } = await newPerson();
    expect(await roleOf(caller.at(other))).toBe("ADMIN");
    await owner.ok("mutation ($id: ID!, $input: UpdateUserInput!) { updateUser(id: $id, input: $input) { id } }", {
      id,
      input,
    });
    expect(await roleOf(caller)).toBeUndefined();
    await expect.poll(() => roleOf(caller.at(other)), { timeout: 10_000 }).toBeUndefined();
  });
});

describe("changing the password", () => {
  it("asks for the current one, ends the other sessions and gives this one a new token", async () => {
    const { caller, email } = await newPerson();
    const second = await api.signIn(email);
    expect(await caller.refused(CHANGE, { current: "not the password", next: "a brand new password" })).toMatchObject({
      code: "BAD_USER_INPUT",
      fields: [{ path: "current", message: "La contraseña actual no es correcta" }],
    });
    const { headers, data } = await caller.gql(CHANGE, { current: PASSWORD, next: "a brand new password" });
    expect(data).toEqual({ changePassword: true });
    expect(await roleOf(caller)).toBeUndefined();
    expect(await roleOf(second)).toBeUndefined();
    expect(await roleOf(api.anonymous.with({ cookie: cookieOf(headers) as string }))).toBe("ADMIN");
    await api.signIn(email, "a brand new password");
    await expect(api.signIn(email)).rejects.toThrow("Not signed in");
  });

  it.each([
    ["short", "x".repeat(9), "Al menos 10 caracteres", "At least 10 characters"],
    ["long", "x".repeat(201), "Como mucho 200 caracteres", "At most 200 characters"],
  ])("refuses one that is too %s", async (_, next, spanish, english) => {
    const { caller } = await newPerson();
    for (const [language, message] of [
      ["es", spanish],
      ["en", english],
    ]) {
      expect(
        await caller.with({ "accept-language": language as string }).refused(CHANGE, { current: PASSWORD, next }),
      ).toMatchObject({
        code: "BAD_USER_INPUT",
        fields: [{ path: "next", message }],
      });
    }
    expect(await roleOf(caller)).toBe("ADMIN");
  });
});

describe("one's own account", () => {
  it("keeps how the person has the client list, in every browser and for nobody else [F55]", async () => {
    const SAVE = "mutation ($input: AccountInput!) { updateAccount(input: $input) { clientList { columns compact } } }";
    const SHOWN = "{ viewer { clientList { columns compact } } }";
    const { caller, email } = await newPerson();
    expect(await caller.ok(SHOWN)).toEqual({ viewer: { clientList: { columns: null, compact: false } } });
    const chosen = { columns: ["owner", "custom.level", "email"], compact: true };
    const input = { clientList: { ...chosen, columns: [...chosen.columns, "owner"] } };
    expect(await caller.ok(SAVE, { input })).toEqual({ updateAccount: { clientList: chosen } });
    expect(await (await api.signIn(email)).ok(SHOWN)).toEqual({ viewer: { clientList: chosen } });
    expect(await owner.ok(SHOWN)).toEqual({ viewer: { clientList: { columns: null, compact: false } } });
    expect(await caller.ok(SAVE, { input: { name: "Otra" } })).toEqual({ updateAccount: { clientList: chosen } });
    expect(await caller.ok(SAVE, { input: { clientList: null } })).toEqual({
      updateAccount: { clientList: { columns: null, compact: false } },
    });
  });
  const UPDATE = "mutation ($input: AccountInput!) { updateAccount(input: $input) { user { name locale } } }";
  it("has a name and a language that can be changed", async () => {
    const { caller } = await newPerson();
    expect(await caller.ok(UPDATE, { input: { name: " Nueva ", locale: "en" } })).toEqual({
      updateAccount: { user: { name: "Nueva", locale: "en" } },
    });
    expect(await caller.ok(UPDATE, { input: { locale: null } })).toEqual({
      updateAccount: { user: { name: "Nueva", locale: null } },
    });
  });
  it.each([
    [{ name: "" }, "name"],
    [{ name: "x".repeat(121) }, "name"],
    [{ locale: "fr" }, "locale"],
    [{ clientList: { columns: ["email", "passwordHash"], compact: false } }, "clientList.columns.1"],
    [{ clientList: { columns: ["custom.x y"], compact: false } }, "clientList.columns.0"],
    [
      { clientList: { columns: Array.from({ length: 61 }, (_, index) => `custom.f${index}`), compact: false } },
      "clientList.columns",
    ],
  ])("refuses %j", async (input, path) => {
    expect(await owner.refused(UPDATE, { input })).toMatchObject({ code: "BAD_USER_INPUT", fields: [{ path }] });
  });
});
