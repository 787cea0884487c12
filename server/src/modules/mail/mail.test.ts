import { type AddressInfo, createServer, type Server } from "node:net";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { startApi } from "../../../test/api.ts";
import { addPerson, startBusiness, tokenOf } from "../../../test/business.ts";
import type { Caller } from "../../../test/caller.ts";
import { createTestDatabase } from "../../../test/database.ts";
import { answer, headerOf, type MailServer, startMailServer, textOf } from "../../../test/smtp.ts";

const INVITE = "mutation ($input: InviteUserInput!) { inviteUser(input: $input) { link mailed user { id } } }";
const LIST =
  "query ($states: [MessageState!]) { messages(states: $states) { totalCount nodes { id kind to subject text state attempts lastError nextAttemptAt sentAt } } }";
const RETRY = "mutation ($id: ID!) { retryMessage(id: $id) { state } }";
const CANCEL = "mutation ($id: ID!) { cancelMessage(id: $id) { state } }";
const soon = { timeout: 15_000, interval: 25 };

interface Shown {
  id: string;
  kind: string;
  to: string;
  subject: string;
  text: string | null;
  state: string;
  attempts: number;
  lastError: string | null;
  nextAttemptAt: string | null;
  sentAt: string | null;
}

let invited = 0;
async function invite(owner: Caller, input: object = {}) {
  const email = `invitada${++invited}@example.com`;
  const { inviteUser } = await owner.ok<{ inviteUser: { link: string; mailed: boolean; user: { id: string } } }>(
    INVITE,
    { input: { name: "Invitada", email, role: "AGENT", ...input } },
  );
  return { ...inviteUser, email };
}
async function find(owner: Caller, email: string): Promise<Shown> {
  const { messages } = await owner.ok<{ messages: { nodes: Shown[] } }>(LIST);
  return messages.nodes.find(({ to }) => to === email) as Shown;
}
const becomes = (owner: Caller, email: string, state: string) =>
  vi.waitFor(async () => {
    const message = await find(owner, email);
    expect(message.state).toBe(state);
    return message;
  }, soon);

describe("without a mail server", () => {
  let api: Awaited<ReturnType<typeof startBusiness>>;
  beforeAll(async () => {
    api = await startBusiness();
  });
  afterAll(() => api.stop());

  it("every message is kept, to be read by who manages, and nobody pretends it was sent", async () => {
    const { link, mailed, email } = await invite(api.owner);
    expect(mailed).toBe(false);
    expect(await api.owner.ok("{ mailServer { configured from } }")).toEqual({
      mailServer: { configured: false, from: null },
    });
    const message = await find(api.owner, email);
    expect(message).toMatchObject({
      kind: "INVITATION",
      state: "KEPT",
      attempts: 0,
      subject: "Ferretería Olga te invita a Clientela",
    });
    expect(message.text).toContain(link);
    expect(message.text).toContain("Hola, Invitada:");
    expect(await api.owner.refused(RETRY, { id: message.id })).toMatchObject({ code: "ILLEGAL_STATE" });
  });

  it("the link in it is forgotten once it was used or replaced", async () => {
    const { link, email, user } = await invite(api.owner);
    await api.owner.ok("mutation ($id: ID!) { renewInvitation(userId: $id) { link } }", { id: user.id });
    const { messages } = await api.owner.ok<{ messages: { nodes: Shown[] } }>(LIST);
    const [renewed, first] = messages.nodes.filter(({ to }) => to === email);
    expect(first?.text).toBeNull();
    const token = tokenOf(/http\S+/.exec(renewed?.text ?? "")?.[0] ?? null);
    expect(token).not.toBe(tokenOf(link));
    await api.anonymous.ok(
      'mutation ($token: String!) { acceptInvitation(token: $token, password: "a long password") { role } }',
      { token },
    );
    expect((await find(api.owner, email)).text).toBeNull();
  });

  it("an admin does not read an owner's link, nor a program anybody's", async () => {
    const { email } = await invite(api.owner, { role: "OWNER" });
    const { caller } = await addPerson(api.owner, "ADMIN", "Carla");
    expect((await find(caller, email)).text).toBeNull();
    expect((await find(api.owner, email)).text).toContain("/invitation?token=");
  });

  it("the outbox is paged and filtered by state", async () => {
    expect(await api.owner.ok(LIST, { states: ["SENT", "FAILED"] })).toEqual({
      messages: { totalCount: 0, nodes: [] },
    });
    const { messages } = await api.owner.ok<{ messages: { totalCount: number } }>(LIST, { states: ["KEPT"] });
    expect(messages.totalCount).toBeGreaterThan(0);
  });

  it("is written in the reader's language", async () => {
    const { id, email } = await addPerson(api.owner, "AGENT", "Ann");
    await api.pool.query("update app_user set locale = 'en' where id = $1", [id]);
    await api.owner.ok("mutation ($id: ID!) { renewInvitation(userId: $id) { link } }", { id });
    expect(await find(api.owner, email)).toMatchObject({
      subject: "Ferretería Olga invites you to Clientela",
      text: expect.stringContaining("Hello Ann,"),
    });
  });

  it("names cannot write headers of their own", async () => {
    const input = { businessName: "Ferretería\r\nBcc: todos@example.com" };
    await api.owner.ok("mutation ($input: SettingsInput!) { updateSettings(input: $input) { locale } }", { input });
    const { email } = await invite(api.owner, { name: "Eva\r\nBcc: x@example.com" });
    const { subject } = await find(api.owner, email);
    expect(subject).toBe("Ferretería Bcc: todos@example.com te invita a Clientela");
    await expect(
      api.pool.query("update message set recipient = E'a@b.co\\nBcc: c@d.co' where recipient = $1", [email]),
    ).rejects.toThrow("message_recipient_check");
  });
});

describe("over a mail server", () => {
  let api: Awaited<ReturnType<typeof startBusiness>>;
  let server: MailServer;
  /** What the server answers to messages for an address that begins with these words. */
  const trouble: Record<string, () => Promise<void> | void> = {};
  beforeAll(async () => {
    server = await startMailServer(
      async (raw) => {
        const to = headerOf(raw, "To") ?? "";
        await trouble[to]?.();
      },
      {
        onRcptTo({ address }, _session, done) {
          if (address.startsWith("unknown")) return done(answer(550, "5.1.1 No such user here"));
          if (address.startsWith("greylisted")) return done(answer(451, "4.7.1 Come back later"));
          done();
        },
      },
    );
    api = await startBusiness({ env: { smtp: { url: server.url, from: "hola@clientela.test" } } });
  });
  afterAll(async () => {
    await api.stop();
    await server.stop();
  });

  it("reaches addresses in any script [F172]", async () => {
    await invite(api.owner, { email: "josé@köln.test" });
    await becomes(api.owner, "josé@köln.test", "SENT");
    const raw = server.taken.find((message) => headerOf(message, "To")?.startsWith("josé@"));
    expect(headerOf(raw as string, "To")).toBe("josé@köln.test");
  });
  const to = (email: string) => server.taken.filter((raw) => headerOf(raw, "To") === email);

  it("leaves at once, as text and HTML, from the business, and its link is forgotten here", async () => {
    const { link, mailed, email } = await invite(api.owner);
    expect(mailed).toBe(true);
    const message = await becomes(api.owner, email, "SENT");
    expect(message).toMatchObject({ attempts: 1, lastError: null, text: null, sentAt: expect.any(String) });
    const [raw = ""] = to(email);
    expect(headerOf(raw, "From")).toBe("Ferretería Olga <hola@clientela.test>");
    expect(headerOf(raw, "Subject")).toBe("Ferretería Olga te invita a Clientela");
    expect(headerOf(raw, "Message-ID")).toBe(`<${message.id}@clientela.test>`);
    expect(headerOf(raw, "Auto-Submitted")).toBe("auto-generated");
    expect(headerOf(raw, "Content-Type")).toContain("multipart/alternative");
    expect(textOf(raw)).toContain(link);
    expect(raw).not.toMatch(/<img|<script|src=/i);
  });

  it("refused for good is told in the server's words and not tried again", async () => {
    const email = "unknown@example.com";
    await invite(api.owner, { email });
    const message = await becomes(api.owner, email, "FAILED");
    expect(message).toMatchObject({ attempts: 1, nextAttemptAt: null });
    expect(message.lastError).toContain("550 5.1.1 No such user here");
  });

  it("refused for now waits for another try, can be sent at once, and taken back", async () => {
    const email = "greylisted@example.com";
    await invite(api.owner, { email });
    const waiting = await vi.waitFor(async () => {
      const message = await find(api.owner, email);
      expect(message.nextAttemptAt).not.toBeNull();
      return message;
    }, soon);
    expect(waiting).toMatchObject({ state: "QUEUED", attempts: 1 });
    expect(waiting.lastError).toContain("451 4.7.1 Come back later");
    // The job may be quicker than the answer.
    expect(await api.owner.ok(RETRY, { id: waiting.id })).toEqual({
      retryMessage: { state: expect.stringMatching(/^(QUEUED|SENDING)$/) },
    });
    await vi.waitFor(async () => expect((await find(api.owner, email)).attempts).toBeGreaterThan(1), soon);
    await vi.waitFor(async () => expect((await find(api.owner, email)).state).toBe("QUEUED"), soon);
    expect(await api.owner.ok(CANCEL, { id: waiting.id })).toEqual({ cancelMessage: { state: "CANCELLED" } });
    expect(await api.owner.refused(CANCEL, { id: waiting.id })).toMatchObject({ code: "ILLEGAL_STATE" });
  });

  it("whose connection drops is tried again and arrives once", async () => {
    const email = "dropped@example.com";
    let drops = 1;
    trouble[email] = () => {
      if (drops-- > 0) throw answer(421, "4.4.2 Connection dropped");
    };
    await invite(api.owner, { email });
    expect(await becomes(api.owner, email, "SENT")).toMatchObject({ attempts: 2, lastError: null });
    expect(to(email)).toHaveLength(1);
  });

  it("that is being sent is neither sent again nor taken back, and those behind it wait their turn", async () => {
    const email = "slow@example.com";
    const go = Promise.withResolvers<void>();
    trouble[email] = () => go.promise;
    await invite(api.owner, { email });
    const { id } = await becomes(api.owner, email, "SENDING");
    const next = await invite(api.owner);
    await api.pool.query("select graphile_worker.add_job('mail.send')");
    expect(await api.owner.refused(RETRY, { id })).toMatchObject({ code: "ILLEGAL_STATE" });
    expect(await api.owner.refused(CANCEL, { id })).toMatchObject({ code: "ILLEGAL_STATE" });
    expect((await find(api.owner, next.email)).state).toBe("QUEUED");
    go.resolve();
    await becomes(api.owner, next.email, "SENT");
    expect(to(email)).toHaveLength(1);
    expect(to(next.email)).toHaveLength(1);
  });

  it("of a sender that was killed goes out again under the same id, once nobody can still be at it", async () => {
    const { email } = await invite(api.owner);
    const { id } = await becomes(api.owner, email, "SENT");
    const mark =
      "update message set state = 'SENDING', text = 'otra vez', html = '', next_attempt_at = now() + $2::interval where id = $1";
    await api.pool.query(mark, [id, "1 second"]);
    await api.pool.query("select graphile_worker.add_job('mail.send')");
    await becomes(api.owner, email, "SENT");
    const copies = to(email);
    expect(copies).toHaveLength(2);
    expect(new Set(copies.map((raw) => headerOf(raw, "Message-ID"))).size).toBe(1);
  });
});

describe("a mail server that is in trouble [Q33] [Q34]", () => {
  it("is down for a while: everything waits, and everything goes out once it is back", async () => {
    const first = await startMailServer();
    const api = await startBusiness({ env: { smtp: { url: first.url, from: "hola@clientela.test" } } });
    await first.stop();
    const emails = await Promise.all(Array.from({ length: 20 }, async () => (await invite(api.owner)).email));
    await vi.waitFor(async () => {
      const { rows } = await api.pool.query("select from message where attempts > 0 and state = 'QUEUED'");
      expect(rows).toHaveLength(20);
    }, soon);
    expect((await find(api.owner, emails[0] as string)).lastError).toContain("ECONNREFUSED");
    const back = await startMailServer(undefined, {}, first.port);
    await vi.waitFor(() => expect(back.taken).toHaveLength(20), { timeout: 30_000, interval: 50 });
    expect(back.taken.map((raw) => headerOf(raw, "To")).sort()).toEqual(emails.sort());
    await api.stop();
    await back.stop();
  }, 60_000);

  it("says nothing: a try ends by itself, the server stops meanwhile, and the next start sends it", async () => {
    const silent: Server = createServer(() => undefined);
    await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
    const { port } = silent.address() as AddressInfo;
    const database = await createTestDatabase();
    const on = { databaseUrl: database.url };
    const env = { smtp: { url: `smtp://127.0.0.1:${port}`, from: "hola@clientela.test" } };
    const api = await startBusiness({ on, env });
    const { email } = await invite(api.owner);
    const failed = await vi.waitFor(
      async () => {
        const message = await find(api.owner, email);
        expect(message.lastError).not.toBeNull();
        return message;
      },
      { timeout: 30_000, interval: 100 },
    );
    expect(failed.lastError).toContain("Greeting never received");
    await api.owner.ok(RETRY, { id: failed.id });
    await becomes(api.owner, email, "SENDING");
    await api.stop();
    silent.close();
    const good = await startMailServer();
    const next = await startApi({ on, env: { smtp: { url: good.url, from: "hola@clientela.test" } } });
    await vi.waitFor(() => expect(good.taken).toHaveLength(1), { timeout: 55_000, interval: 50 });
    await next.stop();
    await good.stop();
    await database.drop();
  }, 120_000);
});
