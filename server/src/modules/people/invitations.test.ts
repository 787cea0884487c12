import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cookieOf, PASSWORD, startApi } from "../../../test/api.ts";
import { addPerson, OWNER_EMAIL, startBusiness, tokenOf } from "../../../test/business.ts";
import type { Caller } from "../../../test/caller.ts";

const INVITE =
  "mutation ($input: InviteUserInput!) { inviteUser(input: $input) { link expiresAt user { id name pending } } }";
const ACCEPT =
  "mutation ($token: String!, $password: String!) { acceptInvitation(token: $token, password: $password) { role user { name pending } } }";
const SHOW = "query ($token: String!) { invitation(token: $token) { name email businessName } }";
const RENEW = "mutation ($id: ID!) { renewInvitation(userId: $id) { link user { id } } }";
const INVALID = { code: "ILLEGAL_STATE", message: "La invitación ya se usó o ha caducado. Pide una nueva" };
const DAY = 86_400_000;

let api: Awaited<ReturnType<typeof startBusiness>>;
let owner: Caller;
let invited = 0;

beforeAll(async () => {
  api = await startBusiness();
  owner = api.owner;
});
afterAll(() => api.stop());

async function invite(input: object = {}) {
  const email = `invitada${++invited}@example.com`;
  const { inviteUser } = await owner.ok<{ inviteUser: { link: string; expiresAt: string; user: { id: string } } }>(
    INVITE,
    {
      input: { name: "Invitada", email, role: "AGENT", ...input },
    },
  );
  return { ...inviteUser, email, token: tokenOf(inviteUser.link) };
}
const accept = (token: string, password = PASSWORD, caller = api.anonymous) => caller.gql(ACCEPT, { token, password });

describe("an invitation", () => {
  it("is a link that works for seven days, of which only a hash is kept", async () => {
    const { link, expiresAt, token } = await invite();
    expect(link).toBe(`${api.url}/invitation?token=${token}`);
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(Math.abs(Date.parse(expiresAt) - Date.now() - 7 * DAY)).toBeLessThan(60_000);
    const { rows } = await api.pool.query("select 1 from app_user u where u::text like '%' || $1 || '%'", [token]);
    expect(rows).toEqual([]);
  });

  it("tells whom it is for before it is accepted, and nothing to whoever guesses", async () => {
    const { token, email } = await invite();
    expect(await api.anonymous.ok(SHOW, { token })).toEqual({
      invitation: { name: "Invitada", email, businessName: "Ferretería Olga" },
    });
    for (const guess of ["", "nada", "x".repeat(43)])
      expect(await api.anonymous.ok(SHOW, { token: guess })).toEqual({ invitation: null });
  });

  it("signs up and in, once", async () => {
    const { token, email } = await invite();
    const { data, headers } = await accept(token);
    expect(data).toEqual({ acceptInvitation: { role: "AGENT", user: { name: "Invitada", pending: false } } });
    expect(await api.anonymous.with({ cookie: cookieOf(headers) as string }).ok("{ viewer { role } }")).toEqual({
      viewer: { role: "AGENT" },
    });
    await api.signIn(email);
    expect(await api.anonymous.refused(ACCEPT, { token, password: "another password" })).toEqual(INVALID);
    expect(await api.anonymous.ok(SHOW, { token })).toEqual({ invitation: null });
  });

  it("accepted twenty times at once, over two processes, signs up once", async () => {
    const other = await startApi({ on: api });
    const { token, user } = await invite();
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        accept(token, `password number ${i}`, i % 2 ? api.anonymous : api.anonymous.at(other)),
      ),
    );
    expect(answers.filter(({ errors }) => errors.length === 0)).toHaveLength(1);
    expect(new Set(answers.flatMap(({ errors }) => errors.map(({ extensions }) => extensions?.code)))).toEqual(
      new Set(["ILLEGAL_STATE"]),
    );
    const { rows } = await api.pool.query("select from session where user_id = $1", [user.id]);
    expect(rows).toHaveLength(1);
    await other.stop();
  });

  it("does not work after seven days", async () => {
    const { token, user } = await invite();
    await api.pool.query("update app_user set invitation_expires_at = now() - interval '1 second' where id = $1", [
      user.id,
    ]);
    expect(await api.anonymous.ok(SHOW, { token })).toEqual({ invitation: null });
    expect(await api.anonymous.refused(ACCEPT, { token, password: PASSWORD })).toEqual(INVALID);
  });

  it("once renewed has another link, and the earlier one is worth nothing", async () => {
    const { token, user } = await invite();
    const { renewInvitation } = await owner.ok<{ renewInvitation: { link: string; user: { id: string } } }>(RENEW, {
      id: user.id.toUpperCase(),
    });
    expect(renewInvitation.user.id).toBe(user.id);
    expect(await api.anonymous.refused(ACCEPT, { token, password: PASSWORD })).toEqual(INVALID);
    expect((await accept(tokenOf(renewInvitation.link))).errors).toEqual([]);
  });

  it("renewed for who forgot the password: the old one works until the link is used, which ends every session", async () => {
    const { id, caller, email } = await addPerson(owner, "ADMIN", "Olvidadiza");
    const { renewInvitation } = await owner.ok<{ renewInvitation: { link: string } }>(RENEW, { id });
    await api.signIn(email);
    await accept(tokenOf(renewInvitation.link), "a brand new password");
    expect(await caller.ok("{ viewer { role } }")).toEqual({ viewer: null });
    await expect(api.signIn(email)).rejects.toThrow("Not signed in");
    await api.signIn(email, "a brand new password");
  });

  it("of a person who was deactivated neither works nor can be renewed", async () => {
    const { token, user } = await invite();
    await owner.ok("mutation ($id: ID!) { updateUser(id: $id, input: { active: false }) { id } }", { id: user.id });
    expect(await api.anonymous.refused(ACCEPT, { token, password: PASSWORD })).toEqual(INVALID);
    expect(await owner.refused(RENEW, { id: user.id })).toMatchObject({ code: "ILLEGAL_STATE" });
  });

  it.each([
    [{ name: "" }, "name", "Falta este dato"],
    [{ email: "nadie" }, "email", "No parece una dirección de correo"],
    [{ email: "" }, "email", "Falta este dato"],
    [{ email: OWNER_EMAIL.toUpperCase() }, "email", "Ya hay una persona con este correo"],
    [{ teamIds: ["nada"] }, "teamIds", "Ese equipo no existe"],
  ])("is not made with %j, and nobody is added", async (input, path, message) => {
    const count = async () => (await owner.ok<{ users: object[] }>("{ users { id } }")).users.length;
    const before = await count();
    const refusal = await owner.refused(INVITE, {
      input: { name: "X", email: "nueva@example.com", role: "AGENT", ...input },
    });
    expect(refusal).toMatchObject({ code: "BAD_USER_INPUT", fields: [{ path, message }] });
    expect(await count()).toBe(before);
  });

  it.each([
    ["short", "x".repeat(9), "Al menos 10 caracteres"],
    ["long", "x".repeat(201), "Como mucho 200 caracteres"],
  ])("is not used up by a password that is too %s", async (_, password, message) => {
    const { token } = await invite();
    expect(await api.anonymous.with({ "accept-language": "es" }).refused(ACCEPT, { token, password })).toMatchObject({
      code: "BAD_USER_INPUT",
      fields: [{ path: "password", message }],
    });
    expect((await accept(token)).errors).toEqual([]);
  });

  it("two at once for one address make one person", async () => {
    const input = { name: "Doble", email: "doble@example.com", role: "AGENT" };
    const answers = await Promise.all(Array.from({ length: 10 }, () => owner.gql(INVITE, { input })));
    expect(answers.filter(({ errors }) => errors.length === 0)).toHaveLength(1);
    expect(new Set(answers.flatMap(({ errors }) => errors.map(({ extensions }) => extensions?.code)))).toEqual(
      new Set(["BAD_USER_INPUT"]),
    );
  });
});
