import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type Api, startApi } from "../../../test/api.ts";
import {
  addApiKey,
  addClient,
  addPerson,
  addTeam,
  changeSettings,
  type Person,
  startBusiness,
} from "../../../test/business.ts";
import type { Caller } from "../../../test/caller.ts";
import type { Results, Socket } from "../../../test/socket.ts";
import { uuidOrNull } from "../../core/scalars.ts";

interface Added {
  timelineEntryAdded: { id: string; kind: string; description: string | null };
}
const SUBSCRIBE = "subscription ($id: ID!) { timelineEntryAdded(clientId: $id) { id kind description } }";
const ADD =
  "mutation ($id: ID!, $text: String!) { addTimelineEntry(clientId: $id, input: { description: $text }) { id } }";
const UPDATE = "mutation ($id: ID!, $input: UpdateClientInput!) { updateClient(id: $id, input: $input) { id } }";
const USER = "mutation ($id: ID!, $input: UpdateUserInput!) { updateUser(id: $id, input: $input) { id } }";
/** Long enough for a busy machine; what is waited for takes milliseconds. */
const PATIENCE = { timeout: 15_000, interval: 20 };
vi.setConfig({ testTimeout: 60_000 });

let api: Awaited<ReturnType<typeof startBusiness>>;
/** Another server process on the same database. */
let other: Api;
let owner: Caller;
let north: string;
let south: string;
let people = 0;

beforeAll(async () => {
  api = await startBusiness();
  owner = api.owner;
  other = await startApi({ on: api });
  [north, south] = [await addTeam(owner, "Norte"), await addTeam(owner, "Sur")];
});
afterAll(async () => {
  await other.stop();
  await api.stop();
});

const newAgent = (teams = [north]): Promise<Person> => addPerson(owner, "AGENT", `Agente ${++people}`, teams);

/** Follows a client; resolves once the subscription listens, which its first entry tells. */
async function follow(caller: Caller, id: string, at = 0): Promise<{ socket: Socket; results: Results<Added> }> {
  const socket = caller.socket();
  const results = await socket.subscribe<Added>(SUBSCRIBE, { id });
  await vi.waitFor(async () => {
    await owner.ok(ADD, { id, text: "start" });
    expect(results.all).not.toHaveLength(0);
  }, PATIENCE);
  // All that told of the start have come when the last one has.
  const last = `end of start ${at}`;
  await owner.ok(ADD, { id, text: last });
  await vi.waitFor(() => expect(texts(results)).toContain(last), PATIENCE);
  results.all.length = 0;
  return { socket, results };
}
const texts = ({ all }: Results<Added>) => all.map(({ data }) => data?.timelineEntryAdded.description);
const kinds = ({ all }: Results<Added>) => all.map(({ data }) => data?.timelineEntryAdded.kind);

const CURSOR = "query ($id: ID!) { client(id: $id) { timelineCursor timeline { nodes { id } } } }";
const cursorOf = async (id: string) =>
  (await owner.ok<{ client: { timelineCursor: string } }>(CURSOR, { id })).client.timelineCursor;

describe("timelineEntryAdded since a cursor [F85]", () => {
  const SINCE = `subscription ($id: ID!, $since: String) { timelineEntryAdded(clientId: $id, since: $since) { id kind description } }`;

  it("begins with what came after the page was read, once, and goes on with what comes", async () => {
    const id = await addClient(owner);
    await owner.ok(ADD, { id, text: "en la página" });
    const slow = await api.pool.connect();
    await slow.query("begin");
    await slow.query(
      "insert into timeline_entry (client_id, kind, automatic, occurred_at) values ($1, 'CALL', false, '2000-01-01')",
      [id],
    );
    const since = await cursorOf(id);
    await slow.query("commit");
    slow.release();
    await owner.ok(ADD, { id, text: "mientras no escuchaba" });
    const socket = owner.at(other).socket();
    const results = await socket.subscribe<Added>(SINCE, { id, since });
    await vi.waitFor(() => expect(texts(results)).toContain("mientras no escuchaba"), PATIENCE);
    await owner.ok(ADD, { id, text: "en directo" });
    await vi.waitFor(() => expect(texts(results)).toContain("en directo"), PATIENCE);
    expect(kinds(results)).toEqual(["CALL", "NOTE", "NOTE"]);
    await socket.close();
  });

  it.each(["", "1", "x:y:", "9:1:", "1:2:x", "9999999999:9999999999:"])(
    "refuses %j, which is no cursor of this database",
    async (since) => {
      const socket = owner.socket();
      const { ended } = await socket.subscribe(SINCE, { id: await addClient(owner), since });
      expect(await ended).toMatchObject([{ extensions: { code: "BAD_USER_INPUT" } }]);
      await socket.close();
    },
  );
});

describe("timelineEntryChanged [F106] [F107]", () => {
  interface Changed {
    timelineEntryChanged: { entryId: string; change: string; entry: { description: string } | null };
  }
  const CHANGED = `subscription ($id: ID!, $since: String) {
    timelineEntryChanged(clientId: $id, since: $since) { entryId change entry { description } } }`;
  const EDIT =
    "mutation ($id: ID!, $text: String!) { updateTimelineEntry(id: $id, input: { description: $text }) { id } }";
  const told = ({ all }: Results<Changed>) =>
    all.map(({ data }) => [data?.timelineEntryChanged.change, data?.timelineEntryChanged.entry?.description]);

  it("brings edits, deletions and restorations by whichever process, of this client only, also those missed", async () => {
    const [id, elsewhere] = [await addClient(owner), await addClient(owner)];
    const add = async (clientId: string) =>
      (await owner.ok<{ addTimelineEntry: { id: string } }>(ADD, { id: clientId, text: "Nota" })).addTimelineEntry.id;
    const [entry, foreign] = [await add(id), await add(elsewhere)];
    const since = await cursorOf(id);
    await owner.ok(EDIT, { id: entry, text: "mientras no escuchaba" });
    const socket = owner.at(other).socket();
    const results = await socket.subscribe<Changed>(CHANGED, { id, since });
    await vi.waitFor(() => expect(told(results)).toEqual([["EDITED", "mientras no escuchaba"]]), PATIENCE);
    await owner.ok(EDIT, { id: foreign, text: "de otro cliente" });
    await owner.ok(EDIT, { id: entry, text: "en directo" });
    await owner.ok(EDIT, { id: entry, text: "en directo" });
    await vi.waitFor(() => expect(told(results)).toHaveLength(2), PATIENCE);
    await owner.ok("mutation ($id: ID!) { deleteTimelineEntry(id: $id) }", { id: entry });
    await vi.waitFor(() => expect(told(results)).toHaveLength(3), PATIENCE);
    await owner.ok("mutation ($id: ID!) { restoreTimelineEntry(id: $id) { id } }", { id: entry });
    await vi.waitFor(() => expect(told(results)).toHaveLength(4), PATIENCE);
    expect(told(results)).toEqual([
      ["EDITED", "mientras no escuchaba"],
      ["EDITED", "en directo"],
      ["DELETED", undefined],
      ["RESTORED", "en directo"],
    ]);
    await socket.close();
  });

  it("ends when the client is no longer the viewer's", async () => {
    const person = await newAgent();
    const id = await addClient(person.caller);
    const since = await cursorOf(id);
    const socket = person.caller.socket();
    const results = await socket.subscribe<Changed>(CHANGED, { id, since });
    const { addTimelineEntry } = await owner.ok<{ addTimelineEntry: { id: string } }>(ADD, { id, text: "Nota" });
    await owner.ok(EDIT, { id: addTimelineEntry.id, text: "se ve" });
    await vi.waitFor(() => expect(told(results)).toEqual([["EDITED", "se ve"]]), PATIENCE);
    await owner.ok(UPDATE, { id, input: { teamId: south } });
    await owner.ok(EDIT, { id: addTimelineEntry.id, text: "ya no" });
    expect(await results.ended).toMatchObject([{ extensions: { code: "NOT_FOUND" } }]);
    expect(told(results)).toEqual([["EDITED", "se ve"]]);
    await socket.close();
  });
});

describe("timelineEntryAdded [F85] [B15]", () => {
  it("brings what another server process writes, manual and automatic, of this client only", async () => {
    const id = await addClient(owner);
    const { socket, results } = await follow(owner, id);
    const elsewhere = owner.at(other);
    await elsewhere.ok(ADD, { id: await addClient(owner), text: "de otro cliente" });
    await elsewhere.ok(ADD, { id, text: "desde el otro proceso" });
    await elsewhere.ok(UPDATE, { id, input: { gender: "x", status: "CLIENT" } });
    await vi.waitFor(() => expect(kinds(results)).toHaveLength(3), PATIENCE);
    expect(texts(results)).toContain("desde el otro proceso");
    expect(kinds(results).slice(1).sort()).toEqual(["CLIENT_EDITED", "STATUS_CHANGED"]);
    await socket.close();
  });

  it("brings what a foreign writer wrote with plain SQL, once the ledger is read again", async () => {
    const id = await addClient(owner);
    const { socket, results } = await follow(owner, id);
    await api.pool.query("update client set gender = 'y' where id = $1", [id]);
    await vi.waitFor(() => expect(kinds(results)).toEqual(["CLIENT_EDITED"]), PATIENCE);
    await socket.close();
  });

  it("300 entries of 8 writers in two processes come each once, those of a writer in their order, to readers of both", async () => {
    const id = await addClient(owner);
    const here = await follow(owner, id);
    const there = await follow(owner.at(other), id, 1);
    await vi.waitFor(() => expect(texts(here.results)).toContain("end of start 1"), PATIENCE);
    here.results.all.length = 0;
    const writers = Array.from({ length: 8 }, async (_, writer) => {
      const caller = writer % 2 === 0 ? owner : owner.at(other);
      for (let i = writer; i < 300; i += 8) await caller.ok(ADD, { id, text: `${writer}:${i}` });
    });
    await Promise.all(writers);
    for (const { results, socket } of [here, there]) {
      await vi.waitFor(() => expect(results.all.length).toBeGreaterThanOrEqual(300), PATIENCE);
      const seen = texts(results) as string[];
      expect(new Set(seen).size).toBe(300);
      expect(seen).toHaveLength(300);
      for (let writer = 0; writer < 8; writer++) {
        const own = seen.filter((text) => text.startsWith(`${writer}:`)).map((text) => Number(text.split(":")[1]));
        expect(own).toEqual([...own].sort((a, b) => a - b));
      }
      await socket.close();
    }
  });

  it("loses nothing of a transaction that began before others and committed after them", async () => {
    const id = await addClient(owner);
    const { socket, results } = await follow(owner, id);
    const slow = await api.pool.connect();
    try {
      await slow.query("begin");
      // Long ago, so that the client's row and those who write on it are not held up.
      const old =
        "insert into timeline_entry (client_id, kind, automatic, occurred_at) values ($1, 'CALL', false, '2000-01-01')";
      await slow.query(old, [id]);
      for (let i = 0; i < 5; i++) await owner.ok(ADD, { id, text: `${i}` });
      await vi.waitFor(() => expect(results.all).toHaveLength(5), PATIENCE);
      await slow.query("commit");
    } finally {
      slow.release();
    }
    await vi.waitFor(() => expect(kinds(results)).toEqual([...Array(5).fill("NOTE"), "CALL"]), PATIENCE);
    await socket.close();
  });

  it("passes over an entry that was deleted before it could be shown", async () => {
    const id = await addClient(owner);
    const { socket, results } = await follow(owner, id);
    await api.pool.query(
      "insert into timeline_entry (client_id, kind, automatic, deleted_at) values ($1, 'NOTE', false, now())",
      [id],
    );
    await owner.ok(ADD, { id, text: "después" });
    await vi.waitFor(() => expect(results.all).not.toHaveLength(0), PATIENCE);
    expect(results.all).toEqual([
      { data: { timelineEntryAdded: expect.objectContaining({ description: "después" }) } },
    ]);
    await socket.close();
  });

  it("brings nothing that was rolled back", async () => {
    const id = await addClient(owner);
    const { socket, results } = await follow(owner, id);
    await owner.refused(UPDATE, { id, input: { name: "Otra", tagIds: ["nada"] } });
    await owner.ok(ADD, { id, text: "después" });
    await vi.waitFor(() => expect(results.all).not.toHaveLength(0), PATIENCE);
    expect(texts(results)).toEqual(["después"]);
    await socket.close();
  });

  it("takes the id in capitals", async () => {
    const { socket } = await follow(owner, (await addClient(owner)).toUpperCase());
    await socket.close();
  });

  it("goes on for everyone when somebody follows what is no id", async () => {
    const id = await addClient(owner);
    const { socket, results } = await follow(owner, id);
    const stray = owner.socket();
    await Promise.all(
      ["nada", "error", "", "{}", "01900000-0000-7000-8000-000000000000"].map(async (unknown) => {
        const { ended } = await stray.subscribe(SUBSCRIBE, { id: unknown });
        expect(await ended).toMatchObject([{ extensions: { code: "NOT_FOUND" } }]);
      }),
    );
    await owner.ok(ADD, { id, text: "sigue" });
    await vi.waitFor(() => expect(texts(results)).toEqual(["sigue"]), PATIENCE);
    await Promise.all([socket.close(), stray.close()]);
  });

  it("leaves no listener behind when it ends, however it ends", async () => {
    const id = await addClient(owner);
    const { socket, results } = await follow(owner, id);
    const sent = vi.spyOn((await import("pg")).default.Client.prototype, "query");
    /** The clients that either process asks news of: each over its own connection, so the last statement of each tells. */
    const followed = () => {
      const last = new Map<unknown, (string | string[])[]>();
      for (const [index, [statement]] of sent.mock.calls.entries()) {
        const { name, values } = statement as unknown as { name?: string; values?: (string | string[])[] };
        if (name?.startsWith("live")) last.set(sent.mock.contexts[index], values ?? []);
      }
      return [...last.values()].flat(2).filter((key) => uuidOrNull(key));
    };
    try {
      await vi.waitFor(() => expect(followed()).toContain(id), PATIENCE);
      results.unsubscribe();
      await vi.waitFor(() => expect(followed()).not.toContain(id), PATIENCE);
      await socket.subscribe(SUBSCRIBE, { id });
      await vi.waitFor(() => expect(followed()).toContain(id), PATIENCE);
      await socket.close();
      await vi.waitFor(() => expect(followed()).not.toContain(id), PATIENCE);
      const stranger = (await newAgent([south])).caller.socket();
      const { ended } = await stranger.subscribe(SUBSCRIBE, { id });
      await ended;
      await vi.waitFor(() => expect(followed()).toEqual([]), PATIENCE);
      await stranger.close();
    } finally {
      sent.mockRestore();
    }
  });
});

describe("a subscription ends [Q14] [Q30]", () => {
  it("with NOT_FOUND when the client goes to a team that the viewer is not in", async () => {
    const id = await addClient(owner, { teamId: north });
    const { caller } = await newAgent();
    const { socket, results } = await follow(caller.at(other), id);
    await owner.ok(UPDATE, { id, input: { teamId: south } });
    expect(await results.ended).toEqual([
      { message: "No existe o ya no puedes verlo", extensions: { code: "NOT_FOUND" } },
    ]);
    await owner.ok(ADD, { id, text: "secreto" });
    expect(results.all).toEqual([]);
    await socket.close();
  });

  it("with NOT_FOUND when the client is deleted", async () => {
    const id = await addClient(owner, { teamId: north });
    const { socket, results } = await follow((await newAgent()).caller, id);
    await owner.ok("mutation ($id: ID!) { deleteClient(id: $id) }", { id });
    expect(await results.ended).toMatchObject([{ extensions: { code: "NOT_FOUND" } }]);
    await socket.close();
  });

  it.each<[string, number, (person: Person) => Promise<unknown>]>([
    ["signing out", 4401, ({ caller }) => caller.ok("mutation { signOut }")],
    [
      "signing out everywhere from another session",
      4401,
      async ({ email }) => (await api.signIn(email)).ok("mutation { signOutEverywhere }"),
    ],
    ["being deactivated", 4401, ({ id }) => owner.ok(USER, { id, input: { active: false } })],
    ["a new role", 4401, ({ id }) => owner.ok(USER, { id, input: { role: "ADMIN" } })],
    ["another team", 1012, ({ id }) => owner.ok(USER, { id, input: { teamIds: [south] } })],
    ["contact data being hidden", 1012, () => changeSettings(owner, { hideContactDataFromAgents: true })],
  ])("by %s the socket closes with %i, in another process too, and nothing comes after", async (_, code, end) => {
    const person = await newAgent();
    const id = await addClient(owner, { teamId: north });
    const here = await follow(person.caller, id);
    const there = await follow(person.caller.at(other), id, 1);
    await vi.waitFor(() => expect(texts(here.results)).toContain("end of start 1"), PATIENCE);
    here.results.all.length = 0;
    await end(person);
    for (const { socket } of [here, there]) expect((await socket.closed).code).toBe(code);
    await owner.ok(ADD, { id, text: "después" });
    for (const { results } of [here, there]) expect(results.all).toEqual([]);
    await changeSettings(owner, { hideContactDataFromAgents: false });
  });

  it("by an API key being revoked the socket closes with 4401", async () => {
    const key = await addApiKey(owner, "ADMIN");
    const { socket } = await follow(key.at(other), await addClient(owner));
    await owner.ok("mutation ($id: ID!) { revokeApiKey(id: $id) }", { id: key.keyId });
    expect((await socket.closed).code).toBe(4401);
  });

  it("never for whom nothing changed", async () => {
    const id = await addClient(owner);
    const { socket, results } = await follow(owner, id);
    const person = await newAgent();
    await owner.ok(USER, { id: person.id, input: { active: false } });
    await owner.ok(ADD, { id, text: "sigue" });
    await vi.waitFor(() => expect(texts(results)).toEqual(["sigue"]), PATIENCE);
    await socket.close();
  });
});

describe("a socket", () => {
  it.each([
    ["without a credential", {}],
    ["with an unknown session", { cookie: "clientela=unknown" }],
    ["with an unknown API key", { authorization: "Bearer clk_unknown" }],
  ])("%s is closed with 4401", async (_, headers) => {
    const socket = api.anonymous.socket(headers);
    await socket.subscribe("{ viewer { role } }");
    expect((await socket.closed).code).toBe(4401);
  });

  it("of another origin is refused, of our own is not [Q31]", async () => {
    for (const origin of ["https://evil.example", "null", api.url.replace("127.0.0.1", "localhost")]) {
      const socket = owner.socket({ origin });
      await socket.subscribe("{ viewer { role } }");
      expect((await socket.closed).code).toBe(1006);
    }
    const socket = owner.socket({ origin: api.url });
    const { all, ended } = await socket.subscribe("{ viewer { role } }");
    await ended;
    expect(all).toEqual([{ data: { viewer: { role: "OWNER" } } }]);
    await socket.close();
  });

  it("tells errors in the reader's language and nothing of the inside", async () => {
    const english = owner.socket({ "accept-language": "en" });
    const { all, ended } = await english.subscribe(`mutation { deleteClient(id: "nada") }`);
    await ended;
    expect(all[0]?.errors).toMatchObject([
      { message: "No existe o ya no puedes verlo", extensions: { code: "NOT_FOUND" } },
    ]);
    await english.close();
  });
});
