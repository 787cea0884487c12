import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { cookieOf, PASSWORD, startApi } from "../../../test/api.ts";
import { addPerson, startBusiness, tokenOf } from "../../../test/business.ts";

const REQUEST = "mutation ($email: String!) { requestPasswordReset(email: $email) }";
const SHOW = "query ($token: String!) { passwordReset(token: $token) { email businessName } }";
const RESET =
  "mutation ($token: String!, $password: String!) { resetPassword(token: $token, password: $password) { role user { name } } }";
const NEXT = "a brand new password";
const INVALID = { code: "ILLEGAL_STATE", message: "El enlace ya se usó o ha caducado. Pide otro" };
const soon = { timeout: 10_000, interval: 20 };

let api: Awaited<ReturnType<typeof startBusiness>>;
beforeAll(async () => {
  api = await startBusiness();
});
afterAll(() => api.stop());
beforeEach(async () => {
  await api.pool.query("delete from rate_limit");
});

let people = 0;
const person = () => addPerson(api.owner, "AGENT", `Persona ${++people}`);
const request = (email: string) => api.anonymous.ok(REQUEST, { email });
const sentTo = async (email: string): Promise<{ text: string | null; kind: string }[]> =>
  (
    await api.pool.query("select text, kind from message where recipient = $1 and kind <> 'INVITATION' order by id", [
      email,
    ])
  ).rows;
const idle = () =>
  vi.waitFor(async () => {
    const { rows } = await api.pool.query(
      "select from graphile_worker.jobs where task_identifier = 'passwordReset.mail'",
    );
    expect(rows).toHaveLength(0);
  }, soon);

it("the page is told before anybody asks whether a link would be mailed, for any address alike", async () => {
  expect(await api.anonymous.ok("{ passwordResetMailed }")).toEqual({ passwordResetMailed: false });
});

/** Asks for a link and takes it out of the e-mail. */
async function linkFor(email: string): Promise<string> {
  const before = (await sentTo(email)).length;
  await request(email);
  const messages = await vi.waitFor(async () => {
    const found = await sentTo(email);
    expect(found.length).toBe(before + 1);
    return found;
  }, soon);
  return /http\S+/.exec(messages.at(-1)?.text ?? "")?.[0] ?? "";
}

describe("a forgotten password", () => {
  it("is replaced through a link by e-mail, which ends every session and signs in", async () => {
    const { email, caller } = await person();
    const link = await linkFor(email);
    expect(link).toMatch(new RegExp(`^${api.url}/password-reset\\?token=[\\w-]{43}$`));
    const token = tokenOf(link);
    const { data, headers } = await api.anonymous.gql(RESET, { token, password: NEXT });
    expect(data).toMatchObject({ resetPassword: { role: "AGENT" } });
    expect(await api.anonymous.with({ cookie: cookieOf(headers) as string }).ok("{ viewer { role } }")).toEqual({
      viewer: { role: "AGENT" },
    });
    expect(await caller.ok("{ viewer { role } }")).toEqual({ viewer: null });
    await expect(api.signIn(email)).rejects.toThrow("Not signed in");
    await api.signIn(email, NEXT);
    expect(await sentTo(email)).toEqual([
      { kind: "PASSWORD_RESET", text: null },
      { kind: "PASSWORD_CHANGED", text: expect.stringContaining("Hola, Persona") },
    ]);
  });

  it("only a hash of the link is kept beside the e-mail, and looking at it uses nothing up", async () => {
    const { email } = await person();
    const token = tokenOf(await linkFor(email));
    const { rows } = await api.pool.query("select 1 from password_reset r where r::text like '%' || $1 || '%'", [
      token,
    ]);
    expect(rows).toEqual([]);
    const look = { path: `/password-reset?token=${token}`, method: "GET" };
    for (let i = 0; i < 3; i++) {
      await api.anonymous.send(look);
      expect(await api.anonymous.ok(SHOW, { token })).toEqual({
        passwordReset: { email, businessName: "Ferretería Olga" },
      });
    }
    expect((await api.anonymous.gql(RESET, { token, password: NEXT })).errors).toEqual([]);
    expect(await api.anonymous.ok(SHOW, { token })).toEqual({ passwordReset: null });
    expect(await api.anonymous.refused(RESET, { token, password: PASSWORD })).toEqual(INVALID);
  });

  it("used 200 times at once, over two processes, is used once [Q16]", async () => {
    const other = await startApi({ on: api });
    const { id, email } = await person();
    const token = tokenOf(await linkFor(email));
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, i) =>
        (i % 2 ? api.anonymous : api.anonymous.at(other)).gql(RESET, { token, password: `${NEXT} ${i}` }),
      ),
    );
    expect(answers.filter(({ errors }) => errors.length === 0)).toHaveLength(1);
    const { rows } = await api.pool.query("select from session where user_id = $1", [id]);
    expect(rows).toHaveLength(1);
    await other.stop();
  }, 60_000);

  it("does not work after an hour, nor for a person who was deactivated", async () => {
    const { id, email } = await person();
    const token = tokenOf(await linkFor(email));
    await api.pool.query("update password_reset set expires_at = now() - interval '1 second' where user_id = $1", [id]);
    expect(await api.anonymous.ok(SHOW, { token })).toEqual({ passwordReset: null });
    expect(await api.anonymous.refused(RESET, { token, password: NEXT })).toEqual(INVALID);
    const later = tokenOf(await linkFor(email));
    await api.owner.ok("mutation ($id: ID!) { updateUser(id: $id, input: { active: false }) { id } }", { id });
    expect(await api.anonymous.refused(RESET, { token: later, password: NEXT })).toEqual(INVALID);
  });

  it("of an account that does not exist, has not signed up or is deactivated answers the same and sends nothing", async () => {
    const { id, email } = await person();
    await api.owner.ok("mutation ($id: ID!) { updateUser(id: $id, input: { active: false }) { id } }", { id });
    await api.owner.ok(
      `mutation { inviteUser(input: { name: "P", email: "pendiente@example.com", role: AGENT }) { link } }`,
    );
    const known = (await person()).email;
    const answers = await Promise.all(
      ["nadie@example.com", email, "pendiente@example.com", known].map((address) =>
        api.anonymous.gql(REQUEST, { email: address }),
      ),
    );
    expect(new Set(answers.map(({ text }) => text))).toEqual(new Set(['{"data":{"requestPasswordReset":true}}\n']));
    await vi.waitFor(async () => expect(await sentTo(known)).toHaveLength(1), soon);
    await idle();
    expect(await sentTo(email)).toEqual([]);
    expect(await sentTo("pendiente@example.com")).toEqual([]);
    expect(await sentTo("nadie@example.com")).toEqual([]);
  });

  it("asked for again and again sends five links an hour, all of which work until one is used", async () => {
    const { id, email } = await person();
    const first = tokenOf(await linkFor(email));
    for (let i = 0; i < 9; i++) await request(email);
    await idle();
    const { rows } = await api.pool.query("select from password_reset where user_id = $1", [id]);
    expect(rows).toHaveLength(5);
    expect((await api.anonymous.gql(RESET, { token: first, password: NEXT })).errors).toEqual([]);
    const { rows: left } = await api.pool.query("select from password_reset where user_id = $1", [id]);
    expect(left).toHaveLength(0);
  });

  it("is asked for twenty times by one address, then no more for a while", async () => {
    for (let i = 0; i < 20; i++) await request(`nadie${i}@example.com`);
    expect(await api.anonymous.refused(REQUEST, { email: "nadie@example.com" })).toMatchObject({
      code: "RATE_LIMITED",
      retryAfterSeconds: expect.any(Number),
    });
  });

  it.each(["", "nadie", "a@b"])("cannot be asked for %j", async (email) => {
    expect(await api.anonymous.refused(REQUEST, { email })).toMatchObject({
      code: "BAD_USER_INPUT",
      fields: [{ path: "email" }],
    });
  });

  it("is not replaced by one that is too short, and the link still works", async () => {
    const { email } = await person();
    const token = tokenOf(await linkFor(email));
    expect(await api.anonymous.refused(RESET, { token, password: "short" })).toMatchObject({
      code: "BAD_USER_INPUT",
      fields: [{ path: "password" }],
    });
    expect((await api.anonymous.gql(RESET, { token, password: NEXT })).errors).toEqual([]);
  });
});
