import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { cookieOf, PASSWORD } from "../../../test/api.ts";
import {
  addApiKey,
  addPerson,
  addTeam,
  OWNER_EMAIL,
  type Person,
  startBusiness,
  tokenOf,
} from "../../../test/business.ts";
import type { Caller } from "../../../test/caller.ts";

const INVITE = "mutation ($input: InviteUserInput!) { inviteUser(input: $input) { link user { id } } }";
const RENEW = "mutation ($id: ID!) { renewInvitation(userId: $id) { link } }";
const USER = "mutation ($id: ID!, $input: UpdateUserInput!) { updateUser(id: $id, input: $input) { id } }";
const ACCEPT =
  "mutation ($token: String!, $password: String!) { acceptInvitation(token: $token, password: $password) { role } }";
const RESET =
  "mutation ($token: String!, $password: String!) { resetPassword(token: $token, password: $password) { role } }";
const ASK = "mutation ($email: String!) { requestPasswordReset(email: $email) }";
const CHANGE = "mutation ($current: String!, $next: String!) { changePassword(current: $current, next: $next) }";
const OUTBOX = "{ messages(first: 100) { nodes { to kind text } } }";
const NEW = "a brand new password";

let api: Awaited<ReturnType<typeof startBusiness>>;
let owner: Caller;
let admin: Person;
let people = 0;

beforeAll(async () => {
  api = await startBusiness();
  owner = api.owner;
  admin = await addPerson(owner, "ADMIN", "Carla");
});
beforeEach(async () => {
  await api.pool.query("delete from rate_limit");
});
afterAll(() => api.stop());

const newPerson = (role: "OWNER" | "ADMIN" | "AGENT" = "AGENT") => addPerson(owner, role, `Persona ${++people}`);

async function invite(inviter: Caller, role = "AGENT") {
  const email = `nueva${++people}@example.com`;
  const { inviteUser } = await inviter.ok<{ inviteUser: { link: string; user: { id: string } } }>(INVITE, {
    input: { name: "Nueva", email, role },
  });
  return { id: inviteUser.user.id, email, token: tokenOf(inviteUser.link) };
}
const renew = async (caller: Caller, id: string) =>
  tokenOf((await caller.ok<{ renewInvitation: { link: string } }>(RENEW, { id })).renewInvitation.link);

/** What the outbox shows to a caller of what was sent to an address. */
async function textsTo(email: string, caller = owner, kind?: string): Promise<(string | null)[]> {
  const { messages } = await caller.ok<{ messages: { nodes: { to: string; kind: string; text: string | null }[] } }>(
    OUTBOX,
  );
  return messages.nodes
    .filter((message) => message.to === email && message.kind === (kind ?? message.kind))
    .map(({ text }) => text);
}

/** The token of a link that a person asked for, as it stands in the outbox. */
async function forget(email: string): Promise<string> {
  await api.anonymous.ok(ASK, { email });
  let link: string | undefined;
  await expect
    .poll(
      async () => {
        const [text] = await textsTo(email, owner, "PASSWORD_RESET");
        link = /\S+password-reset\?token=\S+/.exec(text ?? "")?.[0];
        return link;
      },
      { timeout: 15_000, interval: 25 },
    )
    .toBeTruthy();
  return tokenOf(link as string);
}

async function opensNothing(token: string, kind: "invitation" | "reset"): Promise<void> {
  const operation = kind === "invitation" ? ACCEPT : RESET;
  expect(await api.anonymous.refused(operation, { token, password: NEW })).toMatchObject({ code: "ILLEGAL_STATE" });
}
const holdsNoSession = async (caller: Caller) =>
  expect(await caller.ok("{ viewer { role } }")).toEqual({ viewer: null });

describe("a link to an account that has since got more rights [F209]", () => {
  it("of an invitation by an admin is void once an owner makes them an owner", async () => {
    const { id, email, token } = await invite(admin.caller);
    expect((await textsTo(email, admin.caller))[0]).toContain(token);
    await owner.ok(USER, { id, input: { role: "OWNER" } });
    await opensNothing(token, "invitation");
    expect(
      await api.anonymous.ok("query ($token: String!) { invitation(token: $token) { email } }", { token }),
    ).toEqual({ invitation: null });
    for (const caller of [admin.caller, owner]) expect(await textsTo(email, caller)).toEqual([null]);
    expect((await api.anonymous.gql(ACCEPT, { token: await renew(owner, id), password: NEW })).errors).toEqual([]);
  });

  it("renewed by an admin is void, and an admin makes no other", async () => {
    const person = await newPerson();
    const token = await renew(admin.caller, person.id);
    await owner.ok(USER, { id: person.id, input: { role: "OWNER" } });
    await opensNothing(token, "invitation");
    expect(await admin.caller.refused(RENEW, { id: person.id })).toMatchObject({ code: "FORBIDDEN" });
    await api.signIn(person.email);
  });

  it("of a forgotten password, read in the outbox, is void", async () => {
    const person = await newPerson();
    const token = await forget(person.email);
    expect((await textsTo(person.email, admin.caller, "PASSWORD_RESET"))[0]).toContain(token);
    await owner.ok(USER, { id: person.id, input: { role: "OWNER" } });
    await opensNothing(token, "reset");
    expect(await textsTo(person.email, admin.caller, "PASSWORD_RESET")).toEqual([null]);
    const later = await forget(person.email);
    expect(await textsTo(person.email, admin.caller, "PASSWORD_RESET")).toEqual([null, null]);
    expect((await api.anonymous.gql(RESET, { token: later, password: NEW })).errors).toEqual([]);
  });

  it("is void whoever changes the role, by a console too", async () => {
    const { id, token } = await invite(admin.caller);
    await api.pool.query("update app_user set role = 'OWNER' where id = $1", [id]);
    await opensNothing(token, "invitation");
  });

  it("cannot be made while the role is being raised", async () => {
    const { id } = await invite(admin.caller);
    const raising = await api.pool.connect();
    await raising.query("begin");
    await raising.query("select from settings for update");
    await raising.query("update app_user set role = 'OWNER' where id = $1", [id]);
    const asked = admin.caller.refused(RENEW, { id });
    await expect
      .poll(
        async () => {
          const { rowCount } = await api.pool.query("select from pg_stat_activity where wait_event_type = 'Lock'");
          return rowCount;
        },
        { timeout: 15_000, interval: 20 },
      )
      .toBeGreaterThan(0);
    await raising.query("commit");
    raising.release();
    expect(await asked).toMatchObject({ code: "FORBIDDEN" });
  });
});

describe("whoever managed people and no longer does", () => {
  it("made an agent: the links to administrators that they held are void, those to agents stay", async () => {
    const former = await newPerson("ADMIN");
    const [above, equal] = [await invite(former.caller, "ADMIN"), await invite(former.caller, "AGENT")];
    const reset = await forget(admin.email);
    await owner.ok(USER, { id: former.id, input: { role: "AGENT" } });
    await opensNothing(above.token, "invitation");
    await opensNothing(reset, "reset");
    expect((await api.anonymous.gql(ACCEPT, { token: equal.token, password: NEW })).errors).toEqual([]);
  });

  it("deactivated: no link that they could have read opens anything", async () => {
    const former = await newPerson("ADMIN");
    const [one, another] = [await invite(former.caller, "AGENT"), await invite(owner, "AGENT")];
    await owner.ok(USER, { id: former.id, input: { active: false } });
    await opensNothing(one.token, "invitation");
    await opensNothing(another.token, "invitation");
  });
});

describe("every way that a password or access changes ends the others [Q40]", () => {
  /** A person with every way into their account open at once. */
  async function withOpenDoors() {
    const person = await newPerson("ADMIN");
    const reset = await forget(person.email);
    const invitation = await renew(owner, person.id);
    const { createCalendarFeed } = await person.caller.ok<{ createCalendarFeed: { url: string } }>(
      "mutation { createCalendarFeed { url } }",
    );
    return { person, reset, invitation, feed: new URL(createCalendarFeed.url).pathname };
  }
  type Doors = Awaited<ReturnType<typeof withOpenDoors>>;

  it.each<[string, (doors: Doors) => Promise<unknown>]>([
    ["changing it", ({ person }) => person.caller.ok(CHANGE, { current: PASSWORD, next: NEW })],
    ["an invitation", ({ invitation }) => api.anonymous.ok(ACCEPT, { token: invitation, password: NEW })],
    ["a reset", ({ reset }) => api.anonymous.ok(RESET, { token: reset, password: NEW })],
    ["another role", ({ person: { id } }) => owner.ok(USER, { id, input: { role: "AGENT" } })],
    [
      "losing and getting back access",
      async ({ person: { id } }) => {
        await owner.ok(USER, { id, input: { active: false } });
        await owner.ok(USER, { id, input: { active: true } });
      },
    ],
    [
      "another address",
      async ({ person: { id } }) => {
        await api.pool.query("update app_user set email = 'otra' || email where id = $1", [id]);
        await api.core.live.catchUp();
      },
    ],
  ])("by %s", async (_, change) => {
    const doors = await withOpenDoors();
    await change(doors);
    await opensNothing(doors.reset, "reset");
    await opensNothing(doors.invitation, "invitation");
    await holdsNoSession(doors.person.caller);
    expect((await api.anonymous.send({ path: doors.feed, method: "GET" })).status).toBe(404);
    const { rows } = await api.pool.query("select from message where user_id = $1 and secret and text is not null", [
      doors.person.id,
    ]);
    expect(rows).toEqual([]);
  });

  it("but a new name, language or team does not", async () => {
    const { person, reset } = await withOpenDoors();
    await owner.ok(USER, { id: person.id, input: { name: "Otra", teamIds: [await addTeam(owner, "Sur")] } });
    expect(await person.caller.ok("{ viewer { role } }")).toEqual({ viewer: { role: "ADMIN" } });
    expect((await api.anonymous.gql(RESET, { token: reset, password: NEW })).errors).toEqual([]);
  });
});

describe("a key", () => {
  const roleOf = async (caller: Caller) =>
    (await caller.ok<{ viewer: { role: string } | null }>("{ viewer { role } }")).viewer?.role;

  it("does not come back to life with its maker", async () => {
    const maker = await newPerson("ADMIN");
    const key = await addApiKey(maker.caller, "AGENT");
    await owner.ok(USER, { id: maker.id, input: { active: false } });
    await owner.ok(USER, { id: maker.id, input: { active: true } });
    expect(await roleOf(key)).toBeUndefined();
  });

  it("does not get back the rights that its maker lost", async () => {
    const maker = await newPerson("ADMIN");
    const key = await addApiKey(maker.caller, "ADMIN");
    await owner.ok(USER, { id: maker.id, input: { role: "AGENT" } });
    await owner.ok(USER, { id: maker.id, input: { role: "ADMIN" } });
    expect(await roleOf(key)).toBe("AGENT");
  });

  it("of an owner is neither shown to an admin nor theirs to revoke; an owner has all", async () => {
    const [owners, own] = [await addApiKey(owner, "AGENT"), await addApiKey(admin.caller, "AGENT")];
    const shown = async (caller: Caller) =>
      (await caller.ok<{ apiKeys: { id: string }[] }>("{ apiKeys { id } }")).apiKeys.map(({ id }) => id);
    expect(await shown(admin.caller)).toContain(own.keyId);
    expect(await shown(admin.caller)).not.toContain(owners.keyId);
    expect(await shown(owner)).toEqual(expect.arrayContaining([owners.keyId, own.keyId]));
    const revoke = "mutation ($id: ID!) { revokeApiKey(id: $id) }";
    expect(await admin.caller.refused(revoke, { id: owners.keyId })).toMatchObject({ code: "NOT_FOUND" });
    expect(await roleOf(owners)).toBe("AGENT");
    await owner.ok(revoke, { id: own.keyId });
    expect(await roleOf(own)).toBeUndefined();
  });
});

describe("a sign-in under way", () => {
  it("opens no session with a password that is changed meanwhile", async () => {
    const person = await newPerson();
    const changing = await api.pool.connect();
    await changing.query("begin");
    await changing.query("update app_user set password_hash = 'x' where id = $1", [person.id]);
    const answer = api.anonymous.gql(
      "mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { role } }",
      { email: person.email, password: PASSWORD },
    );
    await expect
      .poll(
        async () => {
          const waiting =
            "select from pg_stat_activity where wait_event_type = 'Lock' and query like 'insert into session%'";
          return (await api.pool.query(waiting)).rowCount;
        },
        { timeout: 15_000, interval: 20 },
      )
      .toBe(1);
    await changing.query("commit");
    changing.release();
    const { errors, headers } = await answer;
    expect(errors[0]?.extensions?.code).toBe("BAD_USER_INPUT");
    expect(cookieOf(headers)).toBeUndefined();
    await api.signIn(OWNER_EMAIL);
  });
});
