import { once } from "node:events";
import { connect } from "node:net";
import pg from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import WebSocket from "ws";
import { addApiKey, addClient, addPerson, type Person, startBusiness } from "../test/business.ts";
import type { Caller } from "../test/caller.ts";
import { accessOf } from "./modules/access/access.ts";
import { socketLimits } from "./sockets.ts";

const FOLLOW = "subscription { notificationAdded { id kind } }";
const TIMELINE = "subscription ($id: ID!) { timelineEntryAdded(clientId: $id) { id } }";
const PATIENCE = { timeout: 15_000, interval: 20 };
const usual = { ...socketLimits };
vi.setConfig({ testTimeout: 60_000 });

interface Message {
  id?: string;
  type: string;
  payload?: { extensions?: { code?: string }; message?: string }[] & { data?: { notificationAdded: { id: string } } };
}

let api: Awaited<ReturnType<typeof startBusiness>>;
let owner: Caller;
const lines: string[] = [];
const opened: WebSocket[] = [];
let people = 0;

beforeAll(async () => {
  api = await startBusiness({ log: { write: (line) => void lines.push(line) } });
  owner = api.owner;
});
afterEach(async () => {
  Object.assign(socketLimits, usual);
  for (const socket of opened.splice(0)) socket.terminate();
});
afterAll(() => api.stop());

const newPerson = () => addPerson(owner, "AGENT", `Agente ${++people}`);

/** A socket that says what it is told to, and keeps what it hears. */
function open({ headers }: Pick<Caller, "headers">, protocols = ["graphql-transport-ws"]) {
  const socket = new WebSocket(`${api.url.replace("http", "ws")}/graphql`, protocols, { headers });
  opened.push(socket);
  const heard: Message[] = [];
  socket.on("message", (data) => heard.push(JSON.parse(String(data)) as Message));
  const refused = new Promise<number>((resolve) => {
    socket.once("unexpected-response", (request, { statusCode }) => {
      request.destroy();
      resolve(statusCode ?? 0);
    });
  });
  socket.on("error", () => undefined);
  const closed = new Promise<number>((resolve) => {
    socket.once("close", resolve);
  });
  const isOpen = once(socket, "open");
  isOpen.catch(() => undefined);
  const say = (message: object | string) =>
    socket.send(typeof message === "string" ? message : JSON.stringify(message));
  const subscribe = (id: string, query = FOLLOW, variables = {}) =>
    say({ id, type: "subscribe", payload: { query, variables } });
  const errorOf = (id: string) => heard.find((message) => message.type === "error" && message.id === id)?.payload?.[0];
  return { socket, heard, say, subscribe, errorOf, closed, refused, opened: isOpen };
}

/** The same, admitted. */
async function follow(caller: Pick<Caller, "headers">) {
  const one = open(caller);
  await one.opened;
  one.say({ type: "connection_init" });
  await Promise.race([vi.waitFor(() => expect(one.heard[0]?.type).toBe("connection_ack"), PATIENCE), one.closed]);
  return one;
}

/** What a subscription is told first tells that it listens. */
async function listens(person: Person, ...sockets: Awaited<ReturnType<typeof follow>>[]): Promise<void> {
  await vi.waitFor(async () => {
    await notify(person);
    for (const { heard } of sockets) expect(heard.some(({ type }) => type === "next")).toBe(true);
  }, PATIENCE);
}
async function notify(person: Person): Promise<string> {
  const write = "insert into notification (user_id, kind) values ($1, 'MENTIONED') returning id";
  return (await api.pool.query<{ id: string }>(write, [person.id])).rows[0]?.id as string;
}

describe("what is open at once is bounded [Q39]", () => {
  it("over one socket: the operation too many is answered, the others go on, and one that ends makes room", async () => {
    const person = await newPerson();
    const one = await follow(person.caller.with({ "accept-language": "es" }));
    for (let n = 0; n <= socketLimits.operationsOfSocket; n++) one.subscribe(String(n));
    const last = String(socketLimits.operationsOfSocket);
    await vi.waitFor(() => expect(one.errorOf(last)).toBeDefined(), PATIENCE);
    expect(one.errorOf(last)).toMatchObject({
      message: "Demasiadas operaciones abiertas a la vez; como mucho 100",
      extensions: { code: "RATE_LIMITED" },
    });
    one.say({ id: "0", type: "complete" });
    one.subscribe("again");
    await vi.waitFor(async () => {
      await notify(person);
      expect(one.heard.some(({ id, type }) => id === "again" && type === "next")).toBe(true);
    }, PATIENCE);
    expect(one.errorOf("again")).toBeUndefined();
  });

  it("for one person over all sockets, and for nobody else", async () => {
    socketLimits.operationsOfPerson = 5;
    const person = await newPerson();
    const sockets = [await follow(person.caller), await follow(person.caller)];
    for (const one of sockets) for (const id of ["a", "b", "c"]) one.subscribe(id);
    await vi.waitFor(
      () => expect(sockets.flatMap(({ heard }) => heard).filter(({ type }) => type === "error")).toHaveLength(1),
      PATIENCE,
    );
    const another = await newPerson();
    const other = await follow(another.caller);
    other.subscribe("a");
    await listens(another, other);
  });

  it("by the number of sockets of a person, whatever session or key they come with", async () => {
    socketLimits.socketsOfPerson = 2;
    const person = await newPerson();
    await follow(person.caller);
    await follow(await api.signIn(person.email));
    const third = open(person.caller);
    await third.opened;
    third.say({ type: "connection_init" });
    expect(await third.closed).toBe(1013);
    expect((await follow((await newPerson()).caller)).heard[0]?.type).toBe("connection_ack");
  });

  it("by the number of sockets of an address, fewer of them before it is known whose they are", async () => {
    await follow(owner);
    const strangers = [open(api.anonymous), open(api.anonymous)];
    await Promise.all(strangers.map((one) => one.opened));
    socketLimits.unknownSockets = 2;
    expect(await open(owner).refused).toBe(429);
    Object.assign(socketLimits, usual, { socketsOfAddress: 3 });
    expect(await open(owner).refused).toBe(429);
    for (const { socket } of strangers) socket.terminate();
    await vi.waitFor(async () => {
      const one = open(owner);
      await Promise.race([one.opened, one.refused.then(() => Promise.reject(new Error("refused")))]);
    }, PATIENCE);
  });

  it("20,000 subscriptions sent at once close the socket with 1013, and others are served", async () => {
    const person = await newPerson();
    const one = await follow(person.caller);
    for (let n = 0; n < 20_000; n++) one.subscribe(String(n));
    expect(await one.closed).toBe(1013);
    expect(one.heard.filter(({ type }) => type === "error").length).toBeLessThanOrEqual(
      socketLimits.messagesIn10Seconds,
    );
    expect(await owner.ok("{ viewer { role } }")).toEqual({ viewer: { role: "OWNER" } });
  });

  it("by the size of a message: a longer one closes with 1009", async () => {
    const one = await follow(owner);
    one.say({ type: "ping", payload: { text: "x".repeat(socketLimits.bytesOfMessage) } });
    expect(await one.closed).toBe(1009);
  });

  it("a hundred subscriptions of one person look up once what each of them is told", async () => {
    const person = await newPerson();
    const one = await follow(person.caller);
    for (let n = 0; n < 100; n++) one.subscribe(String(n));
    const told = () => new Set(one.heard.filter(({ type }) => type === "next").map(({ id }) => id));
    await vi.waitFor(async () => {
      await notify(person);
      expect(told().size).toBe(100);
    }, PATIENCE);
    const query = vi.spyOn(pg.Client.prototype, "query");
    const id = await notify(person);
    await vi.waitFor(() => {
      const told = one.heard.filter(({ payload }) => payload?.data?.notificationAdded.id === id);
      expect(told).toHaveLength(100);
    }, PATIENCE);
    const about = query.mock.calls.filter((call) => JSON.stringify(call).includes(id));
    query.mockRestore();
    // One whether they may be told, one for what they are told.
    expect(about).toHaveLength(2);
  });
});

describe("what is no message of the protocol", () => {
  it.each<[string, number, string[], string[]?]>([
    ["no JSON", 4400, ["{"]],
    ["a message that only servers send", 4400, [`{"type":"connection_ack"}`]],
    ["a subscription before the greeting", 4401, [`{"id":"1","type":"subscribe","payload":{"query":"{a}"}}`]],
    ["no subprotocol", 4406, [], []],
  ])("%s closes with %i and is no error of ours", async (_, code, messages, protocols) => {
    const one = open(owner, protocols);
    await one.opened;
    for (const message of messages) one.say(message);
    expect(await one.closed).toBe(code);
    expect(lines.filter((line) => JSON.parse(line).level >= 50)).toEqual([]);
  });

  it("a second greeting closes with 4429, a second subscription of one id with 4409", async () => {
    const twice = await follow(owner);
    twice.say({ type: "connection_init" });
    expect(await twice.closed).toBe(4429);
    const same = await follow(owner);
    same.subscribe("a");
    same.subscribe("a");
    expect(await same.closed).toBe(4409);
  });

  it.each([
    ["an empty continuation frame", Buffer.from([0x83, 0x00])],
    ["a frame without a mask", Buffer.from([0x81, 0x02, 0x68, 0x69])],
    ["reserved bits", Buffer.from([0xf1, 0x80, 0, 0, 0, 0])],
    ["a control frame that is too long", Buffer.from([0x89, 0xfe, 0x01, 0x00, 0, 0, 0, 0])],
    ["a length of 2⁶³", Buffer.from([0x82, 0xff, 0x80, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4])],
    ["letters that are no UTF-8", Buffer.from([0x81, 0x82, 0, 0, 0, 0, 0xc3, 0x28])],
    ["a request of HTTP", Buffer.from("GET / HTTP/1.1\r\n\r\n")],
    ["a greeting of TLS", Buffer.from([0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00, 0x01, 0xfc, 0x03, 0x03])],
  ])(
    "%s, sent by a stranger after the upgrade or in its place, writes nothing but JSON into the log",
    async (_, bytes) => {
      const said = (["error", "warn", "log"] as const).map((name) => vi.spyOn(console, name));
      const { host, hostname, port } = new URL(api.url);
      const upgrade = `GET /graphql HTTP/1.1\r\nHost: ${host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n`;
      for (const before of [upgrade, ""]) {
        const raw = connect(Number(port), hostname);
        raw.on("error", () => undefined);
        raw.resume();
        raw.write(before);
        if (before) await once(raw, "data");
        raw.write(bytes);
        raw.end();
        await once(raw, "close");
      }
      expect(await owner.ok("{ viewer { role } }")).toEqual({ viewer: { role: "OWNER" } });
      for (const spy of said) {
        expect(spy).not.toHaveBeenCalled();
        spy.mockRestore();
      }
      expect(lines.filter((line) => JSON.parse(line).err?.stack)).toEqual([]);
    },
  );
});

describe("whoever is behind a socket", () => {
  it("is told nothing more once their key's time has come", async () => {
    const clientId = await addClient(owner);
    const lasting = await follow(owner);
    lasting.subscribe("a", TIMELINE, { id: clientId });
    const key = await addApiKey(owner, "ADMIN", new Date(Date.now() + 2000).toISOString());
    const one = await follow(key);
    one.subscribe("a", TIMELINE, { id: clientId });
    const add = () =>
      owner.ok(`mutation ($id: ID!) { addTimelineEntry(clientId: $id, input: { description: "x" }) { id } }`, {
        id: clientId,
      });
    expect(await one.closed).toBe(4401);
    const before = one.heard.length;
    await vi.waitFor(async () => {
      await add();
      expect(lasting.heard.some(({ type }) => type === "next")).toBe(true);
    }, PATIENCE);
    expect(one.heard).toHaveLength(before);
  });

  it("is not told what is written right after their key was revoked, in the same news", async () => {
    const clientId = await addClient(owner);
    const key = await addApiKey(owner, "ADMIN");
    const one = await follow(key);
    one.subscribe("a", TIMELINE, { id: clientId });
    const write = "insert into timeline_entry (client_id, kind, automatic) values ($1, 'NOTE', false)";
    await vi.waitFor(async () => {
      await api.pool.query(write, [clientId]);
      expect(one.heard.some(({ type }) => type === "next")).toBe(true);
    }, PATIENCE);
    await api.core.live.catchUp();
    const { rows } = await api.pool.query(
      `with gone as (delete from api_key where id = $2), written as (${write} returning id) select id from written`,
      [clientId, key.keyId],
    );
    expect(await one.closed).toBe(4401);
    expect(JSON.stringify(one.heard)).not.toContain(rows[0].id);
  });

  it("stays when nobody can be looked up, and connects anew with 1012 when something had changed: told in the log", async () => {
    const person = await newPerson();
    const one = await follow(person.caller);
    one.subscribe("a");
    await listens(person, one);
    lines.length = 0;
    const look = vi.spyOn(accessOf(api.core), "admitAll").mockRejectedValueOnce(new Error("the look-up failed"));
    await api.pool.query("update app_user set name = name || '!' where id = $1", [person.id]);
    expect(await one.closed).toBe(1012);
    look.mockRestore();
    const told = lines.map((line) => JSON.parse(line)).filter(({ err }) => err?.message === "the look-up failed");
    expect(told).toHaveLength(1);
    expect((await follow(person.caller)).heard[0]?.type).toBe("connection_ack");
  });

  it("whose key ends while nobody can be looked up is looked up again until it is closed", async () => {
    const look = vi.spyOn(accessOf(api.core), "admitAll");
    const key = await addApiKey(owner, "ADMIN", new Date(Date.now() + 2000).toISOString());
    const [one, lasting] = [await follow(key), await follow(owner)];
    look.mockRejectedValueOnce(new Error("the look-up failed"));
    expect(await one.closed).toBe(4401);
    expect(lasting.socket.readyState).toBe(WebSocket.OPEN);
    look.mockRestore();
  });

  it("who cannot be admitted for now connects anew, with 1012", async () => {
    const admit = vi.spyOn(accessOf(api.core), "admit").mockRejectedValueOnce(new Error("no connection"));
    const one = open(owner);
    await one.opened;
    one.say({ type: "connection_init" });
    expect(await one.closed).toBe(1012);
    admit.mockRestore();
  });
});
