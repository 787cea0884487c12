import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { startApi } from "../../../test/api.ts";
import {
  addAppointment,
  addClient,
  addPerson,
  addTask,
  addTeam,
  changeSettings,
  type Person,
  startBusiness,
} from "../../../test/business.ts";
import type { Caller } from "../../../test/caller.ts";
import { notify } from "./notify.ts";

const LIST =
  "query ($first: Int, $after: String, $unreadOnly: Boolean) { unreadNotifications notifications(first: $first, after: $after, unreadOnly: $unreadOnly) { pageInfo { hasNextPage endCursor } nodes { id kind count excerpt entryId readAt actor { name } client { id name } } } }";
const ASSIGN = "mutation ($id: ID!, $owner: ID) { updateClient(id: $id, input: { ownerId: $owner }) { id } }";
const BULK =
  "mutation ($filter: ClientFilter, $ids: [ID!], $owner: ID) { assignClients(selection: { filter: $filter, ids: $ids }, ownerId: $owner) { operationId changed } }";
const PREFER =
  "mutation ($inApp: Boolean!, $email: Boolean!) { setNotificationPreference(kind: CLIENT_ASSIGNED, inApp: $inApp, email: $email) { kind inApp email } }";
const soon = { timeout: 10_000, interval: 20 };

interface Listed {
  unreadNotifications: number;
  notifications: {
    pageInfo: { hasNextPage: boolean; endCursor: string };
    nodes: {
      id: string;
      kind: string;
      count: number;
      excerpt: string | null;
      entryId: string | null;
      readAt: string | null;
      actor: { name: string } | null;
      client: { id: string; name: string } | null;
    }[];
  };
}

let api: Awaited<ReturnType<typeof startBusiness>>;
let team: string;
let ana: Person;
let other: Person;
beforeAll(async () => {
  api = await startBusiness();
  team = await addTeam(api.owner, "A");
  ana = await addPerson(api.owner, "AGENT", "Ana", [team]);
  other = await addPerson(api.owner, "AGENT", "Berta", [await addTeam(api.owner, "B")]);
});
afterAll(() => api.stop());
beforeEach(async () => {
  await api.pool.query("truncate notification, notification_preference, message");
});

const list = (caller: Caller, variables: object = {}) => caller.ok<Listed>(LIST, variables);
const nodes = async (caller: Caller) => (await list(caller)).notifications.nodes;
const mails = async () =>
  (
    await api.pool.query<{ recipient: string; subject: string; text: string }>(
      "select recipient, subject, text from message",
    )
  ).rows;

describe("who is given a client", () => {
  it("is told at its creation and when it changes hands, by whom, and once", async () => {
    const born = await addClient(api.owner, { name: "Nacida", teamId: team, ownerId: ana.id });
    const moved = await addClient(api.owner, { name: "Movida", teamId: team });
    await api.owner.ok(ASSIGN, { id: moved, owner: ana.id });
    await api.owner.ok(ASSIGN, { id: moved, owner: ana.id });
    const { unreadNotifications, notifications } = await list(ana.caller);
    expect(unreadNotifications).toBe(2);
    expect(notifications.nodes).toMatchObject([
      {
        kind: "CLIENT_ASSIGNED",
        count: 1,
        actor: { name: "Olga" },
        client: { id: moved, name: "Movida" },
        readAt: null,
      },
      { client: { id: born } },
    ]);
    expect(await nodes(api.owner)).toEqual([]);
    expect(await nodes(other.caller)).toEqual([]);
  });

  it("by themselves is not told, nor is who loses it", async () => {
    const id = await addClient(ana.caller, { ownerId: ana.id });
    await ana.caller.ok(ASSIGN, { id, owner: null });
    expect(await nodes(ana.caller)).toEqual([]);
  });

  it("but cannot see it is not told, and no longer shown it once they cannot", async () => {
    await addClient(api.owner, { teamId: team, ownerId: other.id });
    expect(await nodes(other.caller)).toEqual([]);
    const id = await addClient(api.owner, { teamId: team, ownerId: ana.id });
    expect(await nodes(ana.caller)).toHaveLength(1);
    await api.owner.ok("mutation ($id: ID!) { updateClient(id: $id, input: { teamId: null }) { id } }", { id });
    expect(await list(ana.caller)).toMatchObject({ unreadNotifications: 0, notifications: { nodes: [] } });
    await api.owner.ok("mutation ($id: ID!, $team: ID) { updateClient(id: $id, input: { teamId: $team }) { id } }", {
      id,
      team,
    });
    expect(await nodes(ana.caller)).toHaveLength(1);
    await api.owner.ok("mutation ($id: ID!) { deleteClient(id: $id) { id } }".replace(" { id } }", " }"), { id });
    expect(await list(ana.caller)).toMatchObject({ unreadNotifications: 0, notifications: { nodes: [] } });
  });

  it("10,000 at once is told once, with the count; undone, no longer", async () => {
    await api.pool.query(
      "insert into client (name, team_id, status) select 'Muchos ' || n, $1, 'CLIENT' from generate_series(1, 10000) n",
      [team],
    );
    // Nothing else gathers figures here, and without any PostgreSQL guesses a handful of clients.
    await api.pool.query("analyze client");
    const { assignClients } = await api.owner.ok<{ assignClients: { operationId: string; changed: number } }>(BULK, {
      filter: { search: "muchos" },
      owner: ana.id,
    });
    expect(assignClients.changed).toBe(10_000);
    expect(await nodes(ana.caller)).toMatchObject([{ kind: "CLIENT_ASSIGNED", count: 10_000, client: null }]);
    await api.owner.ok(BULK, { filter: { search: "muchos" }, owner: ana.id });
    expect(await nodes(ana.caller)).toHaveLength(1);
    await api.owner.ok("mutation ($id: ID!) { undoOperation(id: $id) { changed } }", { id: assignClients.operationId });
    expect(await nodes(ana.caller)).toEqual([]);
  }, 120_000);

  it("one by bulk work is told of that one; those they do not see do not count", async () => {
    const seen = await addClient(api.owner, { name: "Vista", teamId: team });
    const unseen = await addClient(api.owner, { name: "Ajena" });
    await api.owner.ok(BULK, { ids: [seen, unseen], owner: ana.id });
    expect(await nodes(ana.caller)).toMatchObject([{ count: 1, client: { name: "Vista" } }]);
  });
});

describe("who is mentioned", () => {
  const WRITE =
    "mutation ($id: ID!, $text: String!) { addTimelineEntry(clientId: $id, input: { description: $text }) { id } }";
  const EDIT =
    "mutation ($id: ID!, $text: String!) { updateTimelineEntry(id: $id, input: { description: $text }) { id } }";
  const mention = ({ id }: Person) => `<p>Mira esto <span data-mention="${id}">@x</span></p>`;

  it("is told once, with the beginning of the note and a way to it [F105]", async () => {
    const id = await addClient(api.owner, { name: "Nombrada", teamId: team });
    const { addTimelineEntry } = await api.owner.ok<{ addTimelineEntry: { id: string } }>(WRITE, {
      id,
      text: mention(ana),
    });
    expect(await nodes(ana.caller)).toMatchObject([
      {
        kind: "MENTIONED",
        client: { name: "Nombrada" },
        entryId: addTimelineEntry.id,
        excerpt: expect.stringContaining("Mira esto"),
      },
    ]);
    await api.owner.ok(EDIT, { id: addTimelineEntry.id, text: `${mention(ana)}<p>más</p>` });
    expect(await nodes(ana.caller)).toHaveLength(1);
  });

  it("by themselves, or without seeing the client, is not", async () => {
    const id = await addClient(ana.caller);
    await ana.caller.ok(WRITE, { id, text: mention(ana) + mention(other) });
    expect(await nodes(ana.caller)).toEqual([]);
    expect(await nodes(other.caller)).toEqual([]);
  });
});

describe("what a notification is about", () => {
  const excerpts = async () => (await nodes(ana.caller)).map(({ excerpt }) => excerpt);
  const change = (mutation: string, variables: object) => api.owner.ok(mutation, variables);
  let client: string;
  beforeEach(async () => {
    client = await addClient(api.owner, { name: "Avisada", teamId: team });
  });

  it("is called as it is called now, and keeps no word of a task that was deleted", async () => {
    const id = await addTask(api.owner, client, { title: "Despedir a Luis", assigneeId: ana.id });
    expect(await excerpts()).toEqual(["Despedir a Luis"]);
    await change('mutation ($id: ID!) { updateTask(id: $id, input: { title: "Hablar con Luis" }) { id } }', { id });
    expect(await excerpts()).toEqual(["Hablar con Luis"]);
    await change("mutation ($id: ID!) { deleteTask(id: $id) }", { id });
    expect(await nodes(ana.caller)).toMatchObject([
      { kind: "TASK_ASSIGNED", excerpt: null, client: { name: "Avisada" } },
    ]);
    await change("mutation ($id: ID!) { restoreTask(id: $id) { id } }", { id });
    expect(await excerpts()).toEqual(["Hablar con Luis"]);
  });

  it("keeps no word of a note that was changed, that no longer names the reader, or that was deleted", async () => {
    const mention = `<p>Secreto 1 &amp; 2 <span data-mention="${ana.id}">@Ana</span></p>`;
    const { addTimelineEntry } = await api.owner.ok<{ addTimelineEntry: { id: string } }>(
      "mutation ($id: ID!, $text: String!) { addTimelineEntry(clientId: $id, input: { description: $text }) { id } }",
      { id: client, text: mention },
    );
    const { id } = addTimelineEntry;
    const edit = (text: string) =>
      change(
        "mutation ($id: ID!, $text: String!) { updateTimelineEntry(id: $id, input: { description: $text }) { id } }",
        { id, text },
      );
    expect(await excerpts()).toEqual(["Secreto 1 & 2 @Ana"]);
    await edit(mention.replace("Secreto 1 &amp; 2", "Nada"));
    expect(await excerpts()).toEqual(["Nada @Ana"]);
    await edit("<p>Otro secreto</p>");
    expect(await excerpts()).toEqual([null]);
    await edit(mention);
    await change("mutation ($id: ID!) { deleteTimelineEntry(id: $id) }", { id });
    expect(new Set(await excerpts())).toEqual(new Set([null]));
  });

  it("of an appointment is when it is now, where the business is", async () => {
    const startsAt = "2040-06-01T08:00:00Z";
    const id = await addAppointment(api.owner, client, {
      title: "Firma",
      startsAt,
      endsAt: "2040-06-01T09:00:00Z",
      attendeeIds: [ana.id],
    });
    await api.pool.query(
      "insert into notification (user_id, kind, client_id, appointment_id) values ($1, 'APPOINTMENT_SOON', $2, $3)",
      [ana.id, client, id],
    );
    expect(await excerpts()).toEqual(["08:00 · Firma"]);
    await change(
      'mutation ($id: ID!) { updateAppointment(id: $id, input: { title: "Cierre", startsAt: "2040-06-01T10:30:00Z" }) { id } }',
      { id },
    );
    expect(await excerpts()).toEqual(["10:30 · Cierre"]);
  });

  it("leaves by e-mail only where that is said: a task's title does, a note's words do not", async () => {
    await ana.caller.ok(
      "mutation { a: setNotificationPreference(kind: TASK_ASSIGNED, inApp: true, email: true) { kind } b: setNotificationPreference(kind: MENTIONED, inApp: true, email: true) { kind } }",
    );
    await addTask(api.owner, client, { title: "Mandar tarifa", assigneeId: ana.id });
    await change(
      "mutation ($id: ID!, $text: String!) { addTimelineEntry(clientId: $id, input: { description: $text }) { id } }",
      { id: client, text: `<p>Secreto <span data-mention="${ana.id}">@Ana</span></p>` },
    );
    const [task, note] = (await mails()).map(({ text }) => text);
    expect(task).toContain("Mandar tarifa");
    expect(note).not.toContain("Secreto");
  });
});

describe("each person chooses", () => {
  it("between the app, e-mail, both and neither", async () => {
    const assign = () => addClient(api.owner, { name: "Elegida", teamId: team, ownerId: ana.id });
    expect(await ana.caller.ok(PREFER, { inApp: false, email: true })).toEqual({
      setNotificationPreference: { kind: "CLIENT_ASSIGNED", inApp: false, email: true },
    });
    const id = await assign();
    expect(await nodes(ana.caller)).toEqual([]);
    expect(await mails()).toEqual([
      {
        recipient: ana.email,
        subject: "Olga te ha asignado Elegida",
        text: expect.stringContaining(`${api.url}/clients/${id}`),
      },
    ]);
    await ana.caller.ok(PREFER, { inApp: false, email: false });
    await assign();
    expect(await nodes(ana.caller)).toEqual([]);
    await ana.caller.ok(PREFER, { inApp: true, email: true });
    await assign();
    expect(await nodes(ana.caller)).toHaveLength(1);
    expect(await mails()).toHaveLength(2);
    expect(await ana.caller.ok("{ notificationPreferences { kind inApp email } }")).toMatchObject({
      notificationPreferences: expect.arrayContaining([
        { kind: "CLIENT_ASSIGNED", inApp: true, email: true },
        { kind: "MENTIONED", inApp: true, email: false },
      ]),
    });
  });

  it("and is written to about a client only while they see it", async () => {
    await other.caller.ok(PREFER, { inApp: true, email: true });
    await addClient(api.owner, { teamId: team, ownerId: other.id });
    expect(await mails()).toEqual([]);
  });
});

describe("telling many people", () => {
  it("costs as many statements as telling one, and mails no words that may not be mailed", async () => {
    const people: Person[] = [];
    for (let n = 0; n < 10; n++) people.push(await addPerson(api.owner, "AGENT", `Nadia ${n}`, [team]));
    await api.pool.query(
      "insert into notification_preference (user_id, kind, in_app, email) select id, 'MENTIONED', true, true from app_user",
    );
    await api.pool.query("truncate message");
    const clientId = await addClient(api.owner, { name: "De todos", teamId: team });
    const statementsFor = async (told: Person[]) => {
      let statements = 0;
      const counting = api.core.db.withPlugin({
        transformQuery({ node }) {
          statements++;
          return node;
        },
        transformResult: async ({ result }) => result,
      });
      const userIds = told.map(({ id }) => id);
      const kind = { kind: "MENTIONED", mayBeMailed: false } as const;
      await notify(api.core, counting, { kind, userIds, actorId: null, clientId, words: "Secreto" });
      return statements;
    };
    const [first, ...rest] = people;
    const ofOne = await statementsFor([first as Person]);
    expect(ofOne).toBeGreaterThan(3);
    expect(await statementsFor(rest)).toBe(ofOne);
    const sent = await mails();
    expect(sent.map(({ recipient }) => recipient).sort()).toEqual(people.map(({ email }) => email).sort());
    expect(JSON.stringify(sent)).not.toContain("Secreto");
    for (const { caller } of people) expect(await nodes(caller)).toMatchObject([{ client: { id: clientId } }]);
  });
});

describe("read and unread", () => {
  const MARK = "mutation ($ids: [ID!], $read: Boolean!) { markNotifications(ids: $ids, read: $read) }";
  it("are marked one by one and all at once, one's own only", async () => {
    for (let i = 0; i < 3; i++) await addClient(api.owner, { teamId: team, ownerId: ana.id });
    const [first, second] = await nodes(ana.caller);
    expect(await ana.caller.ok(MARK, { ids: [first?.id, "nada"], read: true })).toEqual({ markNotifications: 2 });
    expect((await list(ana.caller, { unreadOnly: true })).notifications.nodes).toHaveLength(2);
    expect(await other.caller.ok(MARK, { ids: [second?.id], read: true })).toEqual({ markNotifications: 0 });
    expect(await ana.caller.ok(MARK, { ids: [first?.id], read: false })).toEqual({ markNotifications: 3 });
    expect(await ana.caller.ok(MARK, { ids: null, read: true })).toEqual({ markNotifications: 0 });
  });

  it("are counted up to 100 and paged by keyset", async () => {
    await api.pool.query(
      "insert into notification (user_id, kind) select $1, 'MENTIONED' from generate_series(1, 130)",
      [ana.id],
    );
    const first = await list(ana.caller, { first: 100 });
    expect(first.unreadNotifications).toBe(100);
    const { hasNextPage, endCursor } = first.notifications.pageInfo;
    expect(hasNextPage).toBe(true);
    const rest = await list(ana.caller, { first: 100, after: endCursor });
    const ids = [...first.notifications.nodes, ...rest.notifications.nodes].map(({ id }) => id);
    expect(new Set(ids).size).toBe(130);
  });
});

describe("live", () => {
  const FOLLOW = "subscription { notificationAdded { kind client { name } } }";
  it("arrives in the receiver's browsers over every process, and in nobody else's", async () => {
    const second = await startApi({ on: api });
    const sockets = [ana.caller.socket(), ana.caller.at(second).socket(), other.caller.socket()];
    const [here, there, elsewhere] = await Promise.all(
      sockets.map((socket) => socket.subscribe<{ notificationAdded: object }>(FOLLOW)),
    );
    // Nothing tells when a subscription has begun to listen.
    await vi.waitFor(async () => {
      await addClient(api.owner, { name: "En vivo", teamId: team, ownerId: ana.id });
      expect(here?.all.length).toBeGreaterThan(0);
      expect(there?.all.length).toBeGreaterThan(0);
    }, soon);
    const news = { data: { notificationAdded: { kind: "CLIENT_ASSIGNED", client: { name: "En vivo" } } } };
    expect(here?.all[0]).toEqual(news);
    expect(there?.all[0]).toEqual(news);
    expect(elsewhere?.all).toEqual([]);
    await Promise.all(sockets.map((socket) => socket.close()));
    await second.stop();
  });

  it("says nothing about a client that was taken from the receiver's sight", async () => {
    const socket = other.caller.socket();
    const { all } = await socket.subscribe<{ notificationAdded: object }>(FOLLOW);
    await vi.waitFor(async () => {
      await api.pool.query("insert into notification (user_id, kind) values ($1, 'MENTIONED')", [other.id]);
      expect(all.length).toBeGreaterThan(0);
    }, soon);
    const id = await addClient(api.owner, { name: "Ajena", teamId: team });
    await api.pool.query("insert into notification (user_id, kind, client_id) values ($1, 'MENTIONED', $2)", [
      other.id,
      id,
    ]);
    const seen = all.length;
    await api.pool.query("insert into notification (user_id, kind) values ($1, 'MENTIONED')", [other.id]);
    await vi.waitFor(() => expect(all.length).toBeGreaterThan(seen), soon);
    expect(all.every(({ data }) => JSON.stringify(data).includes('"client":null'))).toBe(true);
    await socket.close();
  });
});

it("an admin who is restricted to nothing is told of every client", async () => {
  const carla = await addPerson(api.owner, "ADMIN", "Carla");
  await changeSettings(api.owner, { restrictAgentsToTeams: true });
  await addClient(api.owner, { ownerId: carla.id });
  expect(await nodes(carla.caller)).toHaveLength(1);
});
