import { setImmediate } from "node:timers/promises";
import ICAL from "ical.js";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import {
  addApiKey,
  addAppointment,
  addClient,
  addPerson,
  addTeam,
  type Person,
  startBusiness,
} from "../../../test/business.ts";
import type { Caller } from "../../../test/caller.ts";

let api: Awaited<ReturnType<typeof startBusiness>>;
let owner: Caller;
let agent: Person;
let team: string;
let client: string;

beforeAll(async () => {
  api = await startBusiness();
  owner = api.owner;
  team = await addTeam(owner, "Norte");
  agent = await addPerson(owner, "AGENT", "Ana", [team]);
  client = await addClient(owner, { name: "Óptica, Güell; e hijos", teamId: team });
});
afterAll(() => api.stop());

const get = (path: string, caller: Caller = owner) => caller.send({ path, method: "GET" });
const icsOf = (id: string, caller = owner) => get(`/calendar/appointments/${id}.ics`, caller);
const addContact = async (name: string) =>
  (
    await owner.ok<{ addContact: { id: string } }>(
      `mutation ($id: ID!, $name: String!) { addContact(clientId: $id, input: { name: $name, email: "secreto@example.org", phone: "+34911000222" }) { id } }`,
      { id: client, name },
    )
  ).addContact.id;

/** A file as another program reads it. */
function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  for (const zone of calendar.getAllSubcomponents("vtimezone")) {
    ICAL.TimezoneService.register(zone);
  }
  return { calendar, events: calendar.getAllSubcomponents("vevent").map((event) => new ICAL.Event(event)) };
}

test("an appointment is a file that calendar programs read, on the clocks it was agreed on [F198] [Q38]", async () => {
  const notes = `Línea una\nlínea, dos; y \\ tres. ${"Muy larga ñandú ".repeat(20)}`;
  const id = await addAppointment(owner, client, {
    title: "Visita, a la tienda",
    timeZone: "Europe/Madrid",
    place: "Calle Mayor 1, 2º; izq.",
    notes,
    attendeeIds: [agent.id],
    contactIds: [await addContact("Marta")],
    remindMinutes: 90,
  });
  const { status, headers, text } = await icsOf(id, agent.caller);
  expect(status).toBe(200);
  expect(headers["content-type"]).toBe("text/calendar; charset=utf-8");
  expect(headers["x-content-type-options"]).toBe("nosniff");
  // RFC 5545, 3.1: lines end in CRLF and have at most 75 octets.
  const lines = text.split("\r\n");
  expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  const { calendar, events } = read(text);
  expect(calendar.getFirstPropertyValue("method")).toBe("PUBLISH");
  expect(calendar.getAllSubcomponents("vtimezone").map((zone) => zone.getFirstPropertyValue("tzid"))).toEqual([
    "Europe/Madrid",
  ]);
  const [event] = events;
  expect(event?.uid).toMatch(new RegExp(`^${id}@`));
  expect(event?.summary).toBe("Visita, a la tienda · Óptica, Güell; e hijos");
  expect(event?.location).toBe("Calle Mayor 1, 2º; izq.");
  expect(event?.description).toContain(notes.trim());
  expect(event?.description).toContain("Con: Marta, Ana");
  expect(event?.startDate.zone.tzid).toBe("Europe/Madrid");
  expect(event?.startDate.toString()).toBe("2030-06-03T10:00:00");
  expect(event?.startDate.toJSDate().toISOString()).toBe("2030-06-03T08:00:00.000Z");
  expect(event?.endDate.toJSDate().toISOString()).toBe("2030-06-03T09:00:00.000Z");
  const alarm = event?.component.getFirstSubcomponent("valarm");
  expect(String(alarm?.getFirstPropertyValue("trigger"))).toBe("-PT1H30M");
  for (const secret of ["secreto@example.org", "911000222"]) expect(text).not.toContain(secret);
});

test("a change raises the sequence and keeps the identity; cancelling tells to cancel [F198]", async () => {
  const id = await addAppointment(owner, client);
  const change = "mutation ($id: ID!, $input: AppointmentInput!) { updateAppointment(id: $id, input: $input) { id } }";
  const message = async () => {
    const { calendar, events } = read((await icsOf(id)).text);
    const event = events[0] as InstanceType<typeof ICAL.Event>;
    return [
      calendar.getFirstPropertyValue("method"),
      event.component.getFirstPropertyValue("status"),
      event.sequence,
      event.uid,
    ];
  };
  const [, , , uid] = await message();
  expect(await message()).toEqual(["PUBLISH", "CONFIRMED", 0, uid]);
  await owner.ok(change, { id, input: { title: "Visita", remindMinutes: 5 } });
  expect(await message()).toEqual(["PUBLISH", "CONFIRMED", 0, uid]);
  await owner.ok(change, { id, input: { title: "Visita", startsAt: "2030-07-01T10:00:00Z" } });
  expect(await message()).toEqual(["PUBLISH", "CONFIRMED", 1, uid]);
  await owner.ok("mutation ($id: ID!) { cancelAppointment(id: $id) { id } }", { id });
  expect(await message()).toEqual(["CANCEL", "CANCELLED", 2, uid]);
});

test("what people type adds no line of its own to a file", async () => {
  const evil = "X\r\nATTENDEE:mailto:evil@example.org\r\nX-EVIL:1";
  const other = await addClient(owner, { name: `C ${evil}` });
  const id = await addAppointment(owner, other, { title: `T ${evil}`, place: evil, notes: evil });
  const { text } = await icsOf(id);
  expect(text.split("\r\n").filter((line) => /^(X-EVIL|ATTENDEE)/.test(line))).toEqual([]);
  expect(read(text).events).toHaveLength(1);
});

test("a file is for who sees the client; others are told it is not there [F204]", async () => {
  const id = await addAppointment(owner, await addClient(owner));
  expect((await icsOf(id, api.anonymous)).status).toBe(401);
  expect((await icsOf(id, agent.caller)).status).toBe(404);
  expect((await icsOf("nada")).status).toBe(404);
  expect((await icsOf("01900000-0000-7000-8000-000000000000")).status).toBe(404);
  expect((await icsOf(id, await addApiKey(owner, "ADMIN"))).status).toBe(200);
});

describe("a person's calendar at a secret address [F198]", () => {
  const FEED = "{ calendarFeed { createdAt lastUsedAt } }";
  const create = async (caller: Caller) =>
    new URL(
      (await caller.ok<{ createCalendarFeed: { url: string } }>("mutation { createCalendarFeed { url } }"))
        .createCalendarFeed.url,
    ).pathname;
  const titlesAt = async (path: string) => {
    const { status, text } = await get(path, api.anonymous);
    expect(status).toBe(200);
    return read(text).events.map(({ summary }) => summary.split(" · ")[0]);
  };

  it("has what they made or attend, of the clients that they still see, cancelled ones marked", async () => {
    await api.pool.query("delete from appointment");
    await addAppointment(owner, client, { title: "Viene Ana", attendeeIds: [agent.id] });
    const cancelled = await addAppointment(agent.caller, client, { title: "Hecha por Ana" });
    await addAppointment(owner, client, { title: "Sin Ana" });
    const old = { startsAt: "2020-01-01T10:00:00Z", endsAt: "2020-01-01T11:00:00Z" };
    await addAppointment(agent.caller, client, { title: "De hace años", ...old });
    const path = await create(agent.caller);
    expect((await titlesAt(path)).sort()).toEqual(["Hecha por Ana", "Viene Ana"]);
    await owner.ok("mutation ($id: ID!) { cancelAppointment(id: $id) { id } }", { id: cancelled });
    const { calendar, events } = read((await get(path, api.anonymous)).text);
    expect(calendar.getFirstPropertyValue("method")).toBeNull();
    const statuses = events.map((event) => [
      event.summary.split(" · ")[0],
      event.component.getFirstPropertyValue("status"),
    ]);
    expect(statuses.sort()).toEqual([
      ["Hecha por Ana", "CANCELLED"],
      ["Viene Ana", "CONFIRMED"],
    ]);
    await owner.ok("mutation ($id: ID!) { updateClient(id: $id, input: { teamId: null }) { id } }", { id: client });
    expect(await titlesAt(path)).toEqual([]);
    await owner.ok("mutation ($id: ID!, $team: ID) { updateClient(id: $id, input: { teamId: $team }) { id } }", {
      id: client,
      team,
    });
    expect(await titlesAt(path)).toHaveLength(2);
  });

  it("is shown once, kept as a hash, replaced by a new one, and ends when revoked", async () => {
    expect(await owner.ok(FEED)).toEqual({ calendarFeed: null });
    const first = await create(owner);
    expect(await owner.ok(FEED)).toEqual({ calendarFeed: { createdAt: expect.any(String), lastUsedAt: null } });
    const { rows } = await api.pool.query("select row_to_json(calendar_feed)::text as text from calendar_feed");
    const token = first.split("/").at(-1)?.replace(".ics", "") as string;
    expect(token).toHaveLength(43);
    for (const { text } of rows) expect(text).not.toContain(token);
    await titlesAt(first);
    expect(await owner.ok(FEED)).toMatchObject({ calendarFeed: { lastUsedAt: expect.any(String) } });
    const second = await create(owner);
    expect((await get(first, api.anonymous)).status).toBe(404);
    await titlesAt(second);
    await owner.ok("mutation { revokeCalendarFeed }");
    expect((await get(second, api.anonymous)).status).toBe(404);
    expect(await owner.ok(FEED)).toEqual({ calendarFeed: null });
  });

  it("ends with its person", async () => {
    const person = await addPerson(owner, "AGENT", "Sale", [team]);
    const path = await create(person.caller);
    await titlesAt(path);
    const deactivate = "mutation ($id: ID!) { updateUser(id: $id, input: { active: false }) { id } }";
    await owner.ok(deactivate, { id: person.id });
    expect((await get(path, api.anonymous)).status).toBe(404);
    expect((await get("/calendar/feeds/nada.ics", api.anonymous)).status).toBe(404);
    expect((await get("/calendar/other", owner)).status).toBe(404);
  });
});

describe("the clocks of a file", () => {
  /** What a calendar program that knows no zone but the file's makes of an appointment. */
  const readBack = async (startsAt: string, endsAt: string, timeZone: string) => {
    const id = await addAppointment(owner, client, { startsAt, endsAt, timeZone });
    const { text } = await icsOf(id);
    ICAL.TimezoneService.reset();
    const [event] = read(text).events;
    return [event?.startDate, event?.endDate].map((time) => time?.toJSDate().toISOString().replace(".000", ""));
  };

  it.each([
    // Clocks of the event's own time: Mexico had summer time until 2022.
    ["2022-07-15T15:00:00Z", "2022-07-15T16:00:00Z", "America/Mexico_City"],
    ["2026-07-15T16:00:00Z", "2026-07-15T17:00:00Z", "America/Mexico_City"],
    ["2019-01-15T16:00:00Z", "2019-01-15T17:00:00Z", "America/Sao_Paulo"],
    ["2006-04-10T16:00:00Z", "2006-04-10T17:00:00Z", "America/New_York"],
    ["1979-07-15T16:00:00Z", "1979-07-15T17:00:00Z", "Europe/Madrid"],
    ["1900-01-01T16:00:00Z", "1900-01-01T17:00:00Z", "Europe/Amsterdam"],
    // The hour that comes twice: over it, in its first and in its second time.
    ["2026-11-01T05:30:00Z", "2026-11-01T06:30:00Z", "America/New_York"],
    ["2026-11-01T05:15:00Z", "2026-11-01T05:45:00Z", "America/New_York"],
    ["2026-11-01T06:15:00Z", "2026-11-01T06:45:00Z", "America/New_York"],
    ["2026-10-25T01:30:00Z", "2026-10-25T03:00:00Z", "Europe/Madrid"],
    ["2026-04-04T15:05:00Z", "2026-04-04T15:45:00Z", "Australia/Lord_Howe"],
    // The hour that is left out, days, seconds, and the ends of time.
    ["2027-03-14T06:59:30Z", "2027-03-14T07:00:30Z", "America/New_York"],
    ["2026-12-10T14:00:00Z", "2026-12-12T22:00:00Z", "America/Panama"],
    ["2026-03-01T12:00:00Z", "2026-11-30T12:00:00Z", "America/New_York"],
    ["9999-06-01T12:00:00Z", "9999-06-01T13:00:00Z", "Europe/Madrid"],
  ])("make %s to %s in %s the same moments", async (startsAt, endsAt, timeZone) => {
    expect(await readBack(startsAt, endsAt, timeZone)).toEqual([startsAt, endsAt]);
  });

  it("are right around every change of every zone's clocks in a year", async () => {
    const { calendarFile } = await import("./calendar.file.ts");
    const { clockChanges } = await import("@clientela/shared/time/zoned");
    const { findEntry } = await import("./calendar.service.ts");
    const viewer = { kind: "user", seesAllClients: true, teamIds: [], userId: agent.id } as never;
    const sample = await findEntry(api.core, viewer, await addAppointment(owner, client));
    if (!sample) throw new Error("no appointment");
    const wrong: string[] = [];
    for (const timeZone of Intl.supportedValuesOf("timeZone")) {
      const changes = clockChanges(timeZone, Date.UTC(2026, 0), Date.UTC(2027, 0));
      const moments = [
        Date.UTC(2026, 5, 1),
        ...changes.flatMap(({ at }) => [-90, -30, 0, 30, 90].map((m) => at + m * 60_000)),
      ];
      const entries = moments.map((moment, index) => ({
        ...sample,
        id: String(index),
        timeZone,
        startsAt: new Date(moment),
        endsAt: new Date(moment + 1_800_000),
      }));
      // The server of this process answers meanwhile.
      await setImmediate();
      ICAL.TimezoneService.reset();
      const { events } = read(calendarFile(api.core, entries, (key) => key));
      events.forEach(({ startDate, endDate }, index) => {
        const seen = [startDate, endDate].map((time) => time.toJSDate().getTime() - (moments[index] as number));
        if (seen.join() !== "0,1800000") wrong.push(`${timeZone} ${new Date(moments[index] as number).toISOString()}`);
      });
    }
    expect(wrong).toEqual([]);
  });
});

test("an address in a file is written as it is: no part of it is escaped", async () => {
  const url = `https://meet.example.org/@8.98,-79.52;z=3/${"sala,".repeat(20)}?a=\\b;c`;
  const { text } = await icsOf(await addAppointment(owner, client, { url }));
  expect(text.replaceAll("\r\n ", "")).toContain(`\r\nURL;VALUE=URI:${url}\r\n`);
  for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
});

test("a feed has what is to come, however much there was", async () => {
  const person = await addPerson(owner, "AGENT", "Muchas", [team]);
  await api.pool.query(
    `insert into appointment (client_id, title, starts_at, ends_at, time_zone, created_by_id)
      select $1, 'Cita ' || n, now() + make_interval(mins => n), now() + make_interval(mins => n + 1), 'UTC', $2
      from generate_series(-5200, 40) n`,
    [client, person.id],
  );
  const { createCalendarFeed } = await person.caller.ok<{ createCalendarFeed: { url: string } }>(
    "mutation { createCalendarFeed { url } }",
  );
  const { text } = await get(new URL(createCalendarFeed.url).pathname, api.anonymous);
  expect(text).toContain("SUMMARY:Cita 40 ");
  expect(text).toContain("SUMMARY:Cita -10 ");
});
