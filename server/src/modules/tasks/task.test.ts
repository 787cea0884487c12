import { afterAll, beforeAll, describe, expect, it, test, vi } from "vitest";
import {
  addClient,
  addPerson,
  addTask,
  addTeam,
  changeSettings,
  type Person,
  startBusiness,
} from "../../../test/business.ts";
import type { Caller } from "../../../test/caller.ts";

let api: Awaited<ReturnType<typeof startBusiness>>;
let owner: Caller;
let agent: Person;
let stranger: Person;
let team: string;

beforeAll(async () => {
  api = await startBusiness();
  owner = api.owner;
  team = await addTeam(owner, "Norte");
  agent = await addPerson(owner, "AGENT", "Ana", [team]);
  stranger = await addPerson(owner, "AGENT", "Berta", [await addTeam(owner, "Sur")]);
});
afterAll(() => api.stop());

interface Shown {
  id: string;
  title: string;
  dueAt: string | null;
  dueOn: string | null;
  overdue: boolean;
  doneAt: string | null;
  version: number;
  [field: string]: unknown;
}
const FIELDS = `id title description dueAt dueOn overdue priority remindMinutes doneAt version
  assignee { name } doneBy { name } createdBy { name } client { id }`;
const UPDATE = `mutation ($id: ID!, $input: TaskInput!, $version: Int) {
  updateTask(id: $id, input: $input, expectedVersion: $version) { ${FIELDS} } }`;
const COMPLETE =
  "mutation ($ids: [ID!]!, $done: Boolean) { completeTasks(ids: $ids, done: $done) { id doneAt version doneBy { name } } }";

const shown = async (id: string, caller = owner): Promise<Shown | null> =>
  (await caller.ok<{ task: Shown | null }>(`query ($id: ID!) { task(id: $id) { ${FIELDS} } }`, { id })).task;
const list = async (filter: object, caller = owner): Promise<Shown[]> =>
  (
    await caller.ok<{ tasks: { nodes: Shown[] } }>(
      `query ($filter: TaskFilter) { tasks(filter: $filter, first: 100) { nodes { ${FIELDS} } } }`,
      { filter },
    )
  ).tasks.nodes;
const titles = async (filter: object, caller = owner) => (await list(filter, caller)).map(({ title }) => title);
const update = async (id: string, input: object): Promise<Shown> =>
  (await owner.ok<{ updateTask: Shown }>(UPDATE, { id, input: { title: "Llamar", ...input } })).updateTask;
const timeline = async (id: string, caller = owner) =>
  (
    await caller.ok<{ client: { timeline: { nodes: Record<string, unknown>[] } } }>(
      `query ($id: ID!) { client(id: $id) { timeline(filter: { kinds: [TASK_CREATED, TASK_DONE, TASK_REOPENED] }) {
        nodes { kind title summary automatic actor { name } ... on TaskEntry { task { id title } } } } } }`,
      { id },
    )
  ).client.timeline.nodes;

test("a task has a title, a text, a due moment, somebody to do it and a priority [F194, F195, F196, F197]", async () => {
  const client = await addClient(owner, { teamId: team });
  const id = await addTask(owner, client, {
    title: " Llamar para el presupuesto ",
    description: "Antes de comer",
    dueAt: "2030-03-01T10:00:00Z",
    assigneeId: agent.id,
    priority: "HIGH",
    remindMinutes: 30,
  });
  expect(await shown(id, agent.caller)).toEqual({
    id,
    title: "Llamar para el presupuesto",
    description: "Antes de comer",
    dueAt: "2030-03-01T10:00:00Z",
    dueOn: null,
    overdue: false,
    priority: "HIGH",
    remindMinutes: 30,
    doneAt: null,
    version: 1,
    assignee: { name: "Ana" },
    doneBy: null,
    createdBy: { name: "Olga" },
    client: { id: client },
  });
  expect(await shown(await addTask(owner, client))).toMatchObject({
    priority: "NORMAL",
    dueAt: null,
    assignee: null,
    remindMinutes: 0,
  });
});

test("an omitted field stays, null clears it, and a change on an old version is a conflict [F194]", async () => {
  const id = await addTask(owner, await addClient(owner), {
    description: "Texto",
    dueOn: "2030-01-01",
    priority: "LOW",
  });
  expect(await update(id, { title: "Visitar" })).toMatchObject({
    title: "Visitar",
    description: "Texto",
    dueOn: "2030-01-01",
    priority: "LOW",
    version: 2,
  });
  expect(await update(id, { description: null, dueOn: null, priority: null })).toMatchObject({
    description: null,
    dueAt: null,
    priority: "NORMAL",
  });
  expect(await owner.refused(UPDATE, { id, input: { title: "Otra" }, version: 1 })).toMatchObject({ code: "CONFLICT" });
  expect(await owner.ok(UPDATE, { id, input: { title: "Otra" }, version: 3 })).toMatchObject({
    updateTask: { version: 4 },
  });
});

test.each<[object, string]>([
  [{ title: "  " }, "title"],
  [{ title: "a".repeat(201) }, "title"],
  [{ title: "Llamar", dueAt: "2030-01-01T10:00:00Z", dueOn: "2030-01-01" }, "dueOn"],
  [{ title: "Llamar", remindMinutes: -1 }, "remindMinutes"],
  [{ title: "Llamar", remindMinutes: 50_000 }, "remindMinutes"],
  [{ title: "Llamar", assigneeId: "nadie" }, "assigneeId"],
  [{ title: "Llamar", assigneeId: "01900000-0000-7000-8000-000000000000" }, "assigneeId"],
])("refuses %j [F194]", async (input, path) => {
  const clientId = await addClient(owner);
  const create =
    "mutation ($clientId: ID!, $input: TaskInput!) { createTask(clientId: $clientId, input: $input) { id } }";
  expect(await owner.refused(create, { clientId, input })).toMatchObject({
    code: "BAD_USER_INPUT",
    fields: [{ path }],
  });
  const id = await addTask(owner, clientId);
  expect(await owner.refused(UPDATE, { id, input })).toMatchObject({ code: "BAD_USER_INPUT", fields: [{ path }] });
});

describe("who is assigned [F196]", () => {
  it("can see the client, or is refused by name", async () => {
    const clientId = await addClient(owner, { teamId: team });
    const id = await addTask(owner, clientId, { assigneeId: agent.id });
    expect(await owner.refused(UPDATE, { id, input: { title: "Llamar", assigneeId: stranger.id } })).toMatchObject({
      code: "BAD_USER_INPUT",
      fields: [{ path: "assigneeId", message: "Berta no puede ver este cliente" }],
    });
    await changeSettings(owner, { restrictAgentsToTeams: false });
    try {
      expect(await update(id, { assigneeId: stranger.id })).toMatchObject({ assignee: { name: "Berta" } });
    } finally {
      await changeSettings(owner, { restrictAgentsToTeams: true });
    }
    // Who has lost sight of the client keeps the task until somebody else takes it, and it can still be changed.
    expect(await update(id, { description: "Sigue", assigneeId: stranger.id })).toMatchObject({
      description: "Sigue",
      assignee: { name: "Berta" },
    });
  });

  it("keeps a task of a client that was taken from them, and no longer sees it [F204]", async () => {
    const clientId = await addClient(owner, { teamId: team });
    const id = await addTask(owner, clientId, { title: "Se queda", assigneeId: agent.id });
    const counts = async () => (await agent.caller.ok("{ taskCounts { open } }")).taskCounts;
    const before = (await counts()) as { open: number };
    await owner.ok("mutation ($id: ID!) { updateClient(id: $id, input: { teamId: null }) { id } }", { id: clientId });
    expect(await shown(id, agent.caller)).toBeNull();
    expect(await titles({ assigneeIds: [agent.id] }, agent.caller)).not.toContain("Se queda");
    expect(await counts()).toEqual({ open: before.open - 1 });
    expect(await shown(id)).toMatchObject({ assignee: { name: "Ana" } });
  });
});

describe("done [F195]", () => {
  it("is marked by one call for many, once, and taken back", async () => {
    const client = await addClient(owner);
    const ids = [await addTask(owner, client, { title: "Una" }), await addTask(owner, client, { title: "Dos" })];
    const { completeTasks } = await owner.ok<{ completeTasks: Shown[] }>(COMPLETE, { ids: [...ids, ids[0]] });
    expect(completeTasks).toMatchObject([
      { id: ids[0], version: 2, doneBy: { name: "Olga" } },
      { id: ids[1], version: 2 },
    ]);
    await owner.ok(COMPLETE, { ids });
    expect(await shown(ids[0] as string)).toMatchObject({ version: 2, doneAt: completeTasks[0]?.doneAt });
    await owner.ok(COMPLETE, { ids: [ids[0]], done: false });
    expect(await shown(ids[0] as string)).toMatchObject({ version: 3, doneAt: null, doneBy: null });
    expect(await titles({ clientId: client, open: true })).toEqual(["Una"]);
    expect(await titles({ clientId: client, open: false })).toEqual(["Dos"]);
  });

  it("is all or nothing: a task that is not there changes none", async () => {
    const id = await addTask(owner, await addClient(owner));
    const foreign = await addTask(owner, await addClient(owner));
    const taken = await addTask(owner, await addClient(owner, { teamId: team }));
    for (const other of ["nada", "01900000-0000-7000-8000-000000000000"]) {
      expect(await owner.refused(COMPLETE, { ids: [id, other] })).toMatchObject({ code: "NOT_FOUND" });
    }
    expect(await agent.caller.refused(COMPLETE, { ids: [taken, foreign] })).toMatchObject({ code: "NOT_FOUND" });
    expect(await owner.refused(COMPLETE, { ids: Array(101).fill(id) })).toMatchObject({ code: "BAD_USER_INPUT" });
    for (const open of [id, taken]) expect(await shown(open)).toMatchObject({ doneAt: null });
  });

  it("can be given with the rest of a task", async () => {
    const client = await addClient(owner);
    const id = await addTask(owner, client, { done: true });
    expect(await shown(id)).toMatchObject({ doneAt: expect.any(String), doneBy: { name: "Olga" } });
    expect(await update(id, { done: false })).toMatchObject({ doneAt: null });
    expect((await timeline(client)).map(({ kind }) => kind)).toEqual(["TASK_REOPENED", "TASK_DONE", "TASK_CREATED"]);
  });
});

test("the timeline tells what was to be done and that it was, whoever wrote it [F101]", async () => {
  const client = await addClient(owner, { teamId: team });
  const id = await addTask(agent.caller, client, { title: "Enviar catálogo" });
  await update(id, { title: "Enviar el catálogo nuevo" });
  await owner.ok(COMPLETE, { ids: [id] });
  await api.pool.query("update task set done_at = null where id = $1", [id]);
  const entries = await timeline(client);
  expect(entries).toEqual([
    {
      kind: "TASK_REOPENED",
      title: "Enviar el catálogo nuevo",
      summary: "Se reabrió la tarea «Enviar el catálogo nuevo»",
      automatic: true,
      actor: null,
      task: { id, title: "Enviar el catálogo nuevo" },
    },
    expect.objectContaining({ kind: "TASK_DONE", actor: { name: "Olga" } }),
    expect.objectContaining({
      kind: "TASK_CREATED",
      title: "Enviar catálogo",
      summary: "Se creó la tarea «Enviar catálogo»",
      actor: { name: "Ana" },
      task: { id, title: "Enviar el catálogo nuevo" },
    }),
  ]);
  await owner.ok("mutation ($id: ID!) { deleteTask(id: $id) }", { id });
  expect((await timeline(client))[2]).toMatchObject({ title: "Enviar catálogo", task: null });
});

test("a new task reaches who follows the client's timeline [F85]", async () => {
  const client = await addClient(owner, { teamId: team });
  const socket = agent.caller.socket();
  const results = await socket.subscribe<{ timelineEntryAdded: object }>(
    "subscription ($id: ID!) { timelineEntryAdded(clientId: $id) { kind ... on TaskEntry { task { title } } } }",
    { id: client },
  );
  await vi.waitFor(
    async () => {
      await addTask(owner, client, { title: "En vivo" });
      expect(results.all).not.toHaveLength(0);
    },
    { timeout: 15_000, interval: 50 },
  );
  const entry = { kind: "TASK_CREATED", task: { title: "En vivo" } };
  await vi.waitFor(() => expect(results.all).toContainEqual({ data: { timelineEntryAdded: entry } }), {
    timeout: 15_000,
  });
  await socket.close();
});

test("a deleted task is gone and comes back as it was", async () => {
  const client = await addClient(owner);
  const id = await addTask(owner, client, { title: "Vuelve", dueOn: "2030-05-05" });
  const remove = "mutation ($id: ID!) { deleteTask(id: $id) }";
  const restore = `mutation ($id: ID!) { restoreTask(id: $id) { ${FIELDS} } }`;
  expect(await owner.refused(restore, { id })).toMatchObject({ code: "NOT_FOUND" });
  await owner.ok(remove, { id });
  expect(await shown(id)).toBeNull();
  expect(await titles({ clientId: client })).toEqual([]);
  for (const [operation, variables] of [
    [remove, { id }],
    [UPDATE, { id, input: { title: "Otra" } }],
    [COMPLETE, { ids: [id] }],
  ] as const) {
    expect(await owner.refused(operation, variables)).toMatchObject({ code: "NOT_FOUND" });
  }
  expect(await owner.ok(restore, { id })).toMatchObject({ restoreTask: { title: "Vuelve", dueOn: "2030-05-05" } });
});

test("tasks of a deleted client are gone with it", async () => {
  const client = await addClient(owner);
  const id = await addTask(owner, client, { title: "Del borrado" });
  await owner.ok("mutation ($id: ID!) { deleteClient(id: $id) }", { id: client });
  expect(await shown(id)).toBeNull();
  expect(await titles({ clientId: client })).toEqual([]);
  expect(await owner.refused(COMPLETE, { ids: [id] })).toMatchObject({ code: "NOT_FOUND" });
});

test("tasks of another team's client do not exist [F204] [Q11]", async () => {
  const clientId = await addClient(owner, { teamId: team });
  const id = await addTask(owner, clientId);
  const { caller } = stranger;
  const input = { title: "Mía" };
  const create =
    "mutation ($clientId: ID!, $input: TaskInput!) { createTask(clientId: $clientId, input: $input) { id } }";
  const answers = [];
  for (const [client, task] of [
    [clientId, id],
    ["nothing", "nothing"],
  ]) {
    answers.push(
      await caller.refused(create, { clientId: client, input }),
      await caller.refused(UPDATE, { id: task, input }),
      await caller.refused(COMPLETE, { ids: [task] }),
      await caller.refused("mutation ($id: ID!) { deleteTask(id: $id) }", { id: task }),
    );
    expect(await shown(task as string, caller)).toBeNull();
  }
  for (const answer of answers) expect(answer).toEqual({ code: "NOT_FOUND", message: answers[0]?.message });
  expect(await titles({ clientId }, caller)).toEqual([]);
});

describe("a whole day [F195] [Q38]", () => {
  it.each([
    ["Europe/Madrid", "2030-06-15", "2030-06-15T21:59:59Z"],
    ["America/Panama", "2030-06-15", "2030-06-16T04:59:59Z"],
    // Of 23 hours, and of 25.
    ["Europe/Madrid", "2030-03-31", "2030-03-31T21:59:59Z"],
    ["Europe/Madrid", "2030-10-27", "2030-10-27T22:59:59Z"],
  ])("in %s %s ends at %s, and moves with the business", async (timeZone, dueOn, dueAt) => {
    await changeSettings(owner, { timeZone: "UTC" });
    const client = await addClient(owner);
    const [id, moment] = [
      await addTask(owner, client, { dueOn }),
      await addTask(owner, client, { dueAt: "2030-06-15T08:00:00Z" }),
    ];
    expect(await shown(id)).toMatchObject({ dueOn, dueAt: `${dueOn}T23:59:59Z` });
    await changeSettings(owner, { timeZone });
    try {
      expect(await shown(id)).toMatchObject({ dueOn, dueAt, version: 1 });
      expect(await shown(moment)).toMatchObject({ dueAt: "2030-06-15T08:00:00Z" });
      expect(await shown(await addTask(owner, client, { dueOn }))).toMatchObject({ dueAt });
    } finally {
      await changeSettings(owner, { timeZone: "UTC" });
    }
  });

  it("and a moment take each other's place", async () => {
    const id = await addTask(owner, await addClient(owner), { dueOn: "2030-01-01" });
    expect(await update(id, { dueAt: "2030-02-01T10:00:00Z" })).toMatchObject({
      dueOn: null,
      dueAt: "2030-02-01T10:00:00Z",
    });
    expect(await update(id, { dueOn: null })).toMatchObject({ dueAt: "2030-02-01T10:00:00Z" });
    expect(await update(id, { dueOn: "2030-03-01" })).toMatchObject({
      dueOn: "2030-03-01",
      dueAt: "2030-03-01T23:59:59Z",
    });
    expect(await update(id, { dueAt: null })).toMatchObject({ dueOn: null, dueAt: null });
  });
});

describe("the list across clients [F194]", () => {
  const at = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
  let first: string;
  beforeAll(async () => {
    await api.pool.query("update task set deleted_at = now()");
    first = await addClient(owner, { name: "Óptica Güell", teamId: team });
    const second = await addClient(owner, { name: "Taller Sosa" });
    const [owning] = (await owner.ok<{ users: { id: string }[] }>("{ users { id name } }")).users;
    await addTask(owner, first, { title: "Sin fecha", assigneeId: agent.id });
    await addTask(owner, first, { title: "Pasado mañana", dueAt: at(2), assigneeId: agent.id, priority: "URGENT" });
    await addTask(owner, second, { title: "Ayer", dueAt: at(-1) });
    await addTask(owner, second, { title: "Hace días", dueAt: at(-3), priority: "HIGH" });
    await addTask(owner, first, { title: "Hecha", dueAt: at(-9), done: true });
    expect(owning).toBeDefined();
  });

  it.each<[object | (() => object), string[]]>([
    [{}, ["Hace días", "Ayer", "Pasado mañana", "Sin fecha", "Hecha"]],
    [{ open: true }, ["Hace días", "Ayer", "Pasado mañana", "Sin fecha"]],
    [{ open: false }, ["Hecha"]],
    [{ open: true, dueBefore: at(0) }, ["Hace días", "Ayer"]],
    [() => ({ assigneeIds: [agent.id] }), ["Pasado mañana", "Sin fecha"]],
    [{ assigneeIds: ["nada"] }, []],
    [{ unassigned: true, open: true }, ["Hace días", "Ayer"]],
    [{ priorities: ["HIGH", "URGENT"] }, ["Hace días", "Pasado mañana"]],
    [() => ({ clientId: first }), ["Pasado mañana", "Sin fecha", "Hecha"]],
    [{ clientId: "nada" }, []],
    [{ search: "manana PASADO" }, ["Pasado mañana"]],
    [{ search: "guell fecha" }, ["Sin fecha"]],
    [{ search: "%" }, []],
    [{ doneAt: { preset: "TODAY" } }, ["Hecha"]],
    [{ due: { preset: "YESTERDAY" } }, ["Ayer"]],
  ])("%j", async (filter, expected) => {
    expect(await titles(typeof filter === "function" ? filter() : filter)).toEqual(expected);
  });

  it("is of an agent's teams only, in list and counts alike [F204] [Q12]", async () => {
    expect(await titles({}, agent.caller)).toEqual(["Pasado mañana", "Sin fecha", "Hecha"]);
    expect(await titles({}, stranger.caller)).toEqual([]);
    const late = await addTask(owner, first, { title: "Tarde", dueAt: at(-1), assigneeId: agent.id });
    const counts = "{ taskCounts { open overdue today } }";
    expect(await agent.caller.ok(counts)).toEqual({ taskCounts: { open: 3, overdue: 1, today: 0 } });
    expect(await stranger.caller.ok(counts)).toEqual({ taskCounts: { open: 0, overdue: 0, today: 0 } });
    expect(await shown(late)).toMatchObject({ overdue: true });
    await owner.ok("mutation ($id: ID!) { deleteTask(id: $id) }", { id: late });
  });

  it("pages by keyset without a gap, the ones without a date last", async () => {
    const seen: string[] = [];
    for (let after: string | null = null; ; ) {
      const { tasks }: { tasks: { nodes: Shown[]; pageInfo: { hasNextPage: boolean; endCursor: string } } } =
        await owner.ok(
          "query ($after: String) { tasks(first: 1, after: $after) { nodes { title } pageInfo { hasNextPage endCursor } } }",
          { after },
        );
      seen.push(...tasks.nodes.map(({ title }) => title));
      if (!tasks.pageInfo.hasNextPage) break;
      after = tasks.pageInfo.endCursor;
    }
    expect(seen).toEqual(["Hace días", "Ayer", "Pasado mañana", "Sin fecha", "Hecha"]);
  });

  it("hangs on each client as well", async () => {
    const { client } = await owner.ok<{ client: { tasks: { nodes: object[]; totalCount: number } } }>(
      "query ($id: ID!) { client(id: $id) { tasks(filter: { open: true }) { totalCount nodes { title client { id } } } } }",
      { id: first },
    );
    expect(client.tasks).toEqual({
      totalCount: 2,
      nodes: [
        { title: "Pasado mañana", client: { id: first } },
        { title: "Sin fecha", client: { id: first } },
      ],
    });
  });

  it("is one statement, however many tasks, clients and people", async () => {
    const pg = await import("pg");
    const sent = vi.spyOn(pg.default.Client.prototype, "query");
    try {
      const page = await list({});
      expect(page).toHaveLength(5);
      const statements = sent.mock.calls.map(
        ([query]) => (query as unknown as { text?: string }).text ?? String(query),
      );
      expect(statements.filter((text) => /\btask\b/.test(text) && !/pg_snapshot/.test(text))).toHaveLength(1);
    } finally {
      sent.mockRestore();
    }
  });
});
