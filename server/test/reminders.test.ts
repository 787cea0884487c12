import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { remindOfAppointments } from "../src/modules/appointments/appointment.reminders.ts";
import { remindOfTasks } from "../src/modules/tasks/task.reminders.ts";
import { type Api, startApi } from "./api.ts";
import {
  addAppointment,
  addClient,
  addPerson,
  addTask,
  addTeam,
  changeSettings,
  type Person,
  startBusiness,
} from "./business.ts";

let api: Awaited<ReturnType<typeof startBusiness>>;
/** Another server process on the same database. */
let other: Api;
let agent: Person;
let team: string;
let client: string;

beforeAll(async () => {
  api = await startBusiness();
  other = await startApi({ on: api });
  team = await addTeam(api.owner, "Norte");
  agent = await addPerson(api.owner, "AGENT", "Ana", [team]);
  client = await addClient(api.owner, { name: "Óptica Sol", teamId: team });
  await other.core.live.catchUp();
});
afterAll(async () => {
  await other.stop();
  await api.stop();
});
beforeEach(async () => {
  await api.pool.query("truncate notification, notification_preference, message, reminder_failure");
});

const attempt = { number: 1, signal: new AbortController().signal };
/** Both processes look at once, and again. */
async function look(): Promise<void> {
  for (let round = 0; round < 2; round++) {
    await Promise.all(
      [api.core, other.core, api.core, other.core].flatMap((core) => [
        remindOfTasks.run(core, {}, attempt),
        remindOfAppointments.run(core, {}, attempt),
      ]),
    );
  }
}
const told = async () => {
  const { notifications } = await agent.caller.ok<{ notifications: { nodes: { kind: string; excerpt: string }[] } }>(
    "{ notifications(first: 100) { nodes { kind excerpt } } }",
  );
  return notifications.nodes.map(({ kind, excerpt }) => `${kind} Ana ${excerpt}`).sort();
};
const remindAt = async (table: "task" | "appointment", id: string) =>
  (
    await api.pool.query<{ at: Date | null }>(`select remind_at as at from ${table} where id = $1`, [id])
  ).rows[0]?.at?.toISOString() ?? null;

/** Lets the reminder's moment come, as time would. */
async function comes(table: "task" | "appointment", id: string): Promise<void> {
  const connection = await api.pool.connect();
  try {
    await connection.query("begin");
    await connection.query(`alter table ${table} disable trigger ${table}_moments`);
    await connection.query(`update ${table} set remind_at = now() - interval '1 second' where id = $1`, [id]);
    await connection.query(`alter table ${table} enable trigger ${table}_moments`);
    await connection.query("commit");
  } finally {
    connection.release();
  }
}
const future = { assigneeId: "", dueAt: "2040-01-01T10:00:00Z" };
const newTask = (input: object = {}) => addTask(api.owner, client, { ...future, assigneeId: agent.id, ...input });
const update = (id: string, input: object) =>
  api.owner.ok("mutation ($id: ID!, $input: TaskInput!) { updateTask(id: $id, input: $input) { id } }", {
    id,
    input: { title: "Llamar", ...input },
  });

describe("a task's reminder [Q38]", () => {
  it("is sent once, however many processes look", async () => {
    const ids = [await newTask({ title: "Una" }), await newTask({ title: "Dos" })];
    await api.pool.query("truncate notification");
    await look();
    expect(await told()).toEqual([]);
    for (const id of ids) await comes("task", id);
    await look();
    expect(await told()).toEqual(["TASK_DUE Ana Dos", "TASK_DUE Ana Una"]);
  });

  it("moves with the date, and comes again for a new one", async () => {
    const id = await newTask({ remindMinutes: 30 });
    expect(await remindAt("task", id)).toBe("2040-01-01T09:30:00.000Z");
    await comes("task", id);
    await look();
    await update(id, { dueAt: "2041-01-01T10:00:00Z" });
    expect(await remindAt("task", id)).toBe("2041-01-01T09:30:00.000Z");
    await api.pool.query("truncate notification");
    await look();
    expect(await told()).toEqual([]);
    await comes("task", id);
    await look();
    expect(await told()).toEqual(["TASK_DUE Ana Llamar"]);
    await update(id, { remindMinutes: null });
    expect(await remindAt("task", id)).toBeNull();
  });

  it("is not sent for what is done, deleted, nobody's, or was late when it was written", async () => {
    const [done, gone, free] = [await newTask(), await newTask(), await newTask({ assigneeId: null })];
    for (const id of [done, gone, free]) await comes("task", id);
    await api.owner.ok("mutation ($id: ID!) { completeTasks(ids: [$id]) { id } }", { id: done });
    await api.owner.ok("mutation ($id: ID!) { deleteTask(id: $id) }", { id: gone });
    await newTask({ dueAt: "2020-01-01T10:00:00Z" });
    await api.pool.query("truncate notification");
    await look();
    expect(await told()).toEqual([]);
  });

  it("tells nobody who has lost sight of the client", async () => {
    const taken = await addClient(api.owner, { teamId: team });
    const id = await addTask(api.owner, taken, { ...future, assigneeId: agent.id });
    await api.owner.ok("mutation ($id: ID!) { updateClient(id: $id, input: { teamId: null }) { id } }", { id: taken });
    await comes("task", id);
    await api.pool.query("truncate notification");
    await look();
    expect((await api.pool.query("select from notification")).rowCount).toBe(0);
  });

  it.each([
    ["Europe/Madrid", "2040-06-15", 0, "2040-06-15T07:00:00.000Z"],
    ["America/Panama", "2040-06-15", 0, "2040-06-15T14:00:00.000Z"],
    // The clock goes forward, and back, in the night between: nine o'clock stays nine o'clock.
    ["Europe/Madrid", "2040-03-25", 1440, "2040-03-24T08:00:00.000Z"],
    ["Europe/Madrid", "2040-10-28", 1440, "2040-10-27T07:00:00.000Z"],
  ])(
    "of a whole day in %s on %s comes %i minutes before nine, at %s, wherever the business moves",
    async (timeZone, dueOn, remindMinutes, at) => {
      const id = await newTask({ dueAt: null, dueOn, remindMinutes });
      await changeSettings(api.owner, { timeZone });
      try {
        expect(await remindAt("task", id)).toBe(at);
      } finally {
        await changeSettings(api.owner, { timeZone: "UTC" });
      }
    },
  );

  it("goes by mail to who chose that, with the title and the way to the client's tasks", async () => {
    await agent.caller.ok("mutation { setNotificationPreference(kind: TASK_DUE, inApp: false, email: true) { kind } }");
    await comes("task", await newTask({ title: "Mandar la tarifa" }));
    await api.pool.query("truncate notification");
    await look();
    expect(await told()).toEqual([]);
    const { rows } = await api.pool.query<{ subject: string; text: string }>("select subject, text from message");
    expect(rows).toHaveLength(1);
    expect(rows[0]?.subject).toBe("Vence una tarea de Óptica Sol");
    expect(rows[0]?.text).toContain("Mandar la tarifa");
    expect(rows[0]?.text).toContain(`/clients/${client}?tab=tasks`);
  });
});

describe("who is given a task [F196] [F101]", () => {
  it("is told once, by whom, and not by themselves", async () => {
    const id = await newTask({ title: "Para Ana" });
    await update(id, { title: "Para Ana", description: "Más" });
    await addTask(agent.caller, client, { title: "Propia", assigneeId: agent.id });
    expect(await told()).toEqual(["TASK_ASSIGNED Ana Para Ana"]);
    await update(id, { assigneeId: null });
    await update(id, { title: "Otra vez", assigneeId: agent.id });
    // Both are about one task, which is called otherwise now.
    expect(await told()).toEqual(["TASK_ASSIGNED Ana Otra vez", "TASK_ASSIGNED Ana Otra vez"]);
  });
});

describe("an appointment's reminder [F198] [Q38]", () => {
  const plan = { title: "Visita", startsAt: "2040-06-01T08:00:00Z", endsAt: "2040-06-01T09:00:00Z" };
  const newAppointment = (input: object = {}) =>
    addAppointment(api.owner, client, { ...plan, attendeeIds: [agent.id], ...input });

  it("is sent once to who comes, with the hour where the business is, and again when it is moved", async () => {
    const id = await newAppointment();
    expect(await remindAt("appointment", id)).toBe("2040-06-01T07:45:00.000Z");
    await comes("appointment", id);
    await look();
    expect(await told()).toEqual(["APPOINTMENT_SOON Ana 08:00 · Visita"]);
    await api.owner.ok(
      `mutation ($id: ID!) { updateAppointment(id: $id, input: { title: "Visita", startsAt: "2040-06-02T08:00:00Z" }) { id } }`,
      { id },
    );
    expect(await remindAt("appointment", id)).toBe("2040-06-02T07:45:00.000Z");
    await comes("appointment", id);
    await look();
    expect(await told()).toHaveLength(2);
  });

  it("is not sent for a cancelled one, nor for one that is over", async () => {
    const cancelled = await newAppointment();
    const over = await newAppointment({ startsAt: "2020-06-01T08:00:00Z", endsAt: "2020-06-01T09:00:00Z" });
    await comes("appointment", cancelled);
    await api.owner.ok("mutation ($id: ID!) { cancelAppointment(id: $id) { id } }", { id: cancelled });
    await api.pool.query("update appointment set reminded_at = null where id = $1", [over]);
    await look();
    expect(await told()).toEqual([]);
  });
});

describe("a row that throws [Q38]", () => {
  const news = async () => (await told()).filter((line) => !line.startsWith("TASK_ASSIGNED"));
  const failures = async () =>
    (await api.pool.query<{ tries: number }>("select tries from reminder_failure order by tries desc")).rows;
  const later = () => api.pool.query("update reminder_failure set again_at = now()");
  const plan = { title: "Cita", startsAt: "2040-06-01T08:00:00Z", endsAt: "2040-06-01T09:00:00Z" };
  const addSoon = (title: string) => addAppointment(api.owner, client, { ...plan, title, attendeeIds: [agent.id] });

  it.each([
    ["task", (title: string) => newTask({ title }), "TASK_DUE Ana "],
    ["appointment", addSoon, "APPOINTMENT_SOON Ana 08:00 · "],
  ] as const)("stops no other %s's reminder, and is told once it does not throw", async (table, add, begins) => {
    const ids = [await add("Mala"), await add("Buena")] as const;
    await comes(table, ids[0]);
    await comes(table, ids[1]);
    await api.pool.query(`alter table notification add constraint poison check (${table}_id <> '${ids[0]}') not valid`);
    try {
      await look();
      expect(await news()).toEqual([`${begins}Buena`]);
      await later();
      await look();
      expect(await failures()).toEqual([{ tries: 2 }]);
    } finally {
      await api.pool.query("alter table notification drop constraint poison");
    }
    await look();
    expect(await news()).toEqual([`${begins}Buena`]);
    await later();
    await look();
    expect(await news()).toEqual([`${begins}Buena`, `${begins}Mala`].sort());
  });

  it("and cannot even be written stops no other either, and is given up in the end", async () => {
    const bad = [];
    for (let i = 0; i < 3; i++) bad.push(await newTask({ title: `Mala ${i}` }));
    const good = await newTask({ title: "Buena" });
    for (const id of [...bad, good]) await comes("task", id);
    await api.pool.query(`create function poison() returns trigger language plpgsql as $$ begin
        if new.title like 'Mala%' then raise 'poisoned'; end if; return new; end $$;
      create trigger poison before update on task for each row execute function poison()`);
    try {
      for (let round = 0; round < 10; round++) {
        await look();
        await api.pool.query("update reminder_failure set again_at = now() where again_at < 'infinity'");
      }
      expect(await news()).toEqual(["TASK_DUE Ana Buena"]);
      expect(await failures()).toEqual([{ tries: 9 }, { tries: 9 }, { tries: 9 }]);
    } finally {
      await api.pool.query("drop function poison cascade");
    }
  });
});
