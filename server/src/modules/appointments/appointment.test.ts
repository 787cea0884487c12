import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import {
  addAppointment,
  addClient,
  addPerson,
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

const FIELDS = `id title startsAt endsAt timeZone place url notes remindMinutes cancelledAt version icsUrl
  attendees { name } contacts { name email } createdBy { name } client { id }`;
const CREATE = `mutation ($clientId: ID!, $input: AppointmentInput!) {
  createAppointment(clientId: $clientId, input: $input) { id } }`;
const UPDATE = `mutation ($id: ID!, $input: AppointmentInput!, $version: Int) {
  updateAppointment(id: $id, input: $input, expectedVersion: $version) { ${FIELDS} } }`;
const CANCEL = "mutation ($id: ID!) { cancelAppointment(id: $id) { cancelledAt version } }";
const plan = { title: "Visita", startsAt: "2030-06-03T08:00:00Z", endsAt: "2030-06-03T09:00:00Z" };

const shown = async (id: string, caller = owner) =>
  (await caller.ok<{ appointment: unknown }>(`query ($id: ID!) { appointment(id: $id) { ${FIELDS} } }`, { id }))
    .appointment;
const update = async (id: string, input: object) =>
  (await owner.ok<{ updateAppointment: object }>(UPDATE, { id, input: { title: "Visita", ...input } }))
    .updateAppointment;
const titles = async (filter: object, caller = owner): Promise<string[]> =>
  (
    await caller.ok<{ appointments: { nodes: { title: string }[] } }>(
      "query ($filter: AppointmentFilter) { appointments(filter: $filter) { nodes { title } } }",
      { filter },
    )
  ).appointments.nodes.map(({ title }) => title);
const addContact = async (clientId: string, name: string) =>
  (
    await owner.ok<{ addContact: { id: string } }>(
      "mutation ($id: ID!, $input: ContactInput!) { addContact(clientId: $id, input: $input) { id } }",
      { id: clientId, input: { name, email: "marta@example.org" } },
    )
  ).addContact.id;

test("an appointment has a time on somebody's clocks, a place, and who comes [F198]", async () => {
  const client = await addClient(owner, { teamId: team });
  const id = await addAppointment(owner, client, {
    title: " Demostración ",
    timeZone: "europe/madrid",
    place: "Calle Mayor 1",
    url: "meet.example.org/x",
    notes: "Llevar muestras",
    attendeeIds: [agent.id],
    contactIds: [await addContact(client, "Marta")],
    remindMinutes: 60,
  });
  expect(await shown(id, agent.caller)).toEqual({
    id,
    title: "Demostración",
    startsAt: "2030-06-03T08:00:00Z",
    endsAt: "2030-06-03T09:00:00Z",
    timeZone: "Europe/Madrid",
    place: "Calle Mayor 1",
    url: "https://meet.example.org/x",
    notes: "Llevar muestras",
    remindMinutes: 60,
    cancelledAt: null,
    version: 1,
    icsUrl: `/calendar/appointments/${id}.ics`,
    attendees: [{ name: "Ana" }],
    contacts: [{ name: "Marta", email: "marta@example.org" }],
    createdBy: { name: "Olga" },
    client: { id: client },
  });
  await changeSettings(owner, { hideContactDataFromAgents: true });
  try {
    expect(await shown(id, agent.caller)).toMatchObject({ contacts: [{ name: "Marta", email: "•••" }] });
  } finally {
    await changeSettings(owner, { hideContactDataFromAgents: false });
  }
  expect(await shown(await addAppointment(owner, client))).toMatchObject({ timeZone: "UTC", remindMinutes: 15 });
});

test.each<[object, string]>([
  [{ ...plan, title: "" }, "title"],
  [{ ...plan, endsAt: plan.startsAt }, "endsAt"],
  [{ ...plan, endsAt: "2030-06-03T07:00:00Z" }, "endsAt"],
  [{ ...plan, timeZone: "Marte/Olympus" }, "timeZone"],
  [{ ...plan, url: "javascript:alert(1)" }, "url"],
  [{ ...plan, remindMinutes: -5 }, "remindMinutes"],
  [{ ...plan, attendeeIds: ["nadie"] }, "attendeeIds"],
  [{ ...plan, contactIds: ["nadie"] }, "contactIds"],
])("refuses %j [F198]", async (input, path) => {
  const clientId = await addClient(owner);
  expect(await owner.refused(CREATE, { clientId, input })).toMatchObject({
    code: "BAD_USER_INPUT",
    fields: [{ path }],
  });
  const id = await addAppointment(owner, clientId);
  expect(await owner.refused(UPDATE, { id, input })).toMatchObject({ code: "BAD_USER_INPUT", fields: [{ path }] });
});

test("a new one needs its times; who comes can see the client, and contacts are the client's", async () => {
  const clientId = await addClient(owner, { teamId: team });
  const foreign = await addContact(await addClient(owner), "De otro");
  expect(await owner.refused(CREATE, { clientId, input: { title: "Visita" } })).toMatchObject({
    fields: [{ path: "startsAt" }, { path: "endsAt" }],
  });
  expect(await owner.refused(CREATE, { clientId, input: { ...plan, attendeeIds: [stranger.id] } })).toMatchObject({
    fields: [{ path: "attendeeIds", message: "Berta no puede ver este cliente" }],
  });
  expect(await owner.refused(CREATE, { clientId, input: { ...plan, contactIds: [foreign] } })).toMatchObject({
    fields: [{ path: "contactIds" }],
  });
});

describe("moved [F198] [Q38]", () => {
  it("keeps its length when only the start is given, and its clock when only the zone is", async () => {
    const id = await addAppointment(owner, await addClient(owner), { timeZone: "Europe/Madrid" });
    expect(await update(id, { startsAt: "2030-06-04T10:30:00Z" })).toMatchObject({
      startsAt: "2030-06-04T10:30:00Z",
      endsAt: "2030-06-04T11:30:00Z",
      timeZone: "Europe/Madrid",
    });
    // Half past twelve in Madrid, and then in Panama.
    expect(await update(id, { timeZone: "America/Panama" })).toMatchObject({
      startsAt: "2030-06-04T17:30:00Z",
      endsAt: "2030-06-04T18:30:00Z",
    });
    expect(await owner.refused(UPDATE, { id, input: { title: "V", endsAt: "2030-06-04T17:30:00Z" } })).toMatchObject({
      fields: [{ path: "endsAt" }],
    });
    expect(await owner.refused(UPDATE, { id, input: plan, version: 1 })).toMatchObject({ code: "CONFLICT" });
  });

  it.each([
    // From the hour that New York leaves out: as long as it was.
    [
      "America/Panama",
      "2027-03-14T07:30:00Z",
      "2027-03-14T08:30:00Z",
      "America/New_York",
      "2027-03-14T07:30:00Z",
      "2027-03-14T08:30:00Z",
    ],
    // An hour over the end of summer time shows one time twice.
    [
      "America/New_York",
      "2026-11-01T05:30:00Z",
      "2026-11-01T06:30:00Z",
      "America/Panama",
      "2026-11-01T06:30:00Z",
      "2026-11-01T07:30:00Z",
    ],
    // The second of two equal hours stays the second one.
    [
      "America/New_York",
      "2027-11-07T06:30:00Z",
      "2027-11-07T07:30:00Z",
      "America/Toronto",
      "2027-11-07T06:30:00Z",
      "2027-11-07T07:30:00Z",
    ],
    // Seconds and days stay.
    [
      "America/Panama",
      "2026-12-10T14:00:30Z",
      "2026-12-12T22:00:00Z",
      "Europe/Madrid",
      "2026-12-10T08:00:30Z",
      "2026-12-12T16:00:00Z",
    ],
    [
      "UTC",
      "0001-01-02T12:00:00Z",
      "0001-01-02T13:00:00Z",
      "Etc/GMT+5",
      "0001-01-02T17:00:00Z",
      "0001-01-02T18:00:00Z",
    ],
  ])(
    "from %s (%s – %s) to %s alone begins and ends on the same clock",
    async (timeZone, startsAt, endsAt, to, starts, ends) => {
      const id = await addAppointment(owner, await addClient(owner), { timeZone, startsAt, endsAt });
      expect(await update(id, { title: "Otra" })).toMatchObject({ startsAt, endsAt, timeZone });
      expect(await update(id, { timeZone: to })).toMatchObject({ startsAt: starts, endsAt: ends, timeZone: to });
    },
  );

  it("out of the years from 1 to 9999 is refused, by its start, its end or its zone", async () => {
    const id = await addAppointment(owner, await addClient(owner), {
      timeZone: "UTC",
      startsAt: "2030-01-01T10:00:00Z",
      endsAt: "2030-01-03T10:00:00Z",
    });
    const refused = (input: object) => owner.refused(UPDATE, { id, input });
    expect(await refused({ startsAt: "9999-12-30T12:00:00Z" })).toMatchObject({
      code: "BAD_USER_INPUT",
      fields: [{ path: "endsAt" }],
    });
    expect(await refused({ startsAt: "0001-01-01T02:00:00Z", timeZone: "America/Panama" })).toMatchObject({
      code: "BAD_USER_INPUT",
      fields: [{ path: "startsAt" }],
    });
    await update(id, { startsAt: "9999-12-29T12:00:00Z" });
    expect(
      await refused({
        startsAt: "9999-12-29T20:00:00Z",
        endsAt: "9999-12-31T20:00:00Z",
        timeZone: "Pacific/Kiritimati",
      }),
    ).toMatchObject({ fields: [{ path: "endsAt" }] });
    expect(
      await owner.refused(CREATE, {
        clientId: await addClient(owner),
        input: {
          title: "V",
          timeZone: "Pacific/Kiritimati",
          startsAt: "9999-12-31T12:00:00Z",
          endsAt: "9999-12-31T13:00:00Z",
        },
      }),
    ).toMatchObject({ fields: [{ path: "startsAt" }] });
  });

  it("leaves what is not given, clears what is null, and replaces who comes", async () => {
    const client = await addClient(owner, { teamId: team });
    const contactIds = [await addContact(client, "Marta")];
    const id = await addAppointment(owner, client, { place: "Aquí", attendeeIds: [agent.id], contactIds });
    expect(await update(id, { notes: "N" })).toMatchObject({
      place: "Aquí",
      attendees: [{ name: "Ana" }],
      contacts: [{ name: "Marta" }],
    });
    expect(await update(id, { place: null, contactIds: null, attendeeIds: [] })).toMatchObject({
      place: null,
      attendees: [],
      contacts: [],
    });
  });

  it("keeps colleagues who have lost sight of the client", async () => {
    const client = await addClient(owner, { teamId: team });
    const id = await addAppointment(owner, client, { attendeeIds: [agent.id] });
    await owner.ok("mutation ($id: ID!) { updateClient(id: $id, input: { teamId: null }) { id } }", { id: client });
    expect(await shown(id, agent.caller)).toBeNull();
    expect(await update(id, { attendeeIds: [agent.id] })).toMatchObject({ attendees: [{ name: "Ana" }] });
  });
});

test("the timeline tells when it was made, moved and cancelled [F100]", async () => {
  const client = await addClient(owner);
  const id = await addAppointment(owner, client, { timeZone: "Europe/Madrid" });
  await update(id, { notes: "Sin cambio de hora" });
  await update(id, { startsAt: "2030-12-03T08:00:00Z" });
  await owner.ok(CANCEL, { id });
  await owner.ok(CANCEL, { id });
  const { client: told } = await owner.ok<{ client: { timeline: { nodes: object[] } } }>(
    `query ($id: ID!) { client(id: $id) { timeline(filter: { kinds: [APPOINTMENT_CREATED, APPOINTMENT_MOVED, APPOINTMENT_CANCELLED] }) {
      nodes { kind title summary ... on AppointmentEntry { startsAt startedAt timeZone appointment { id } } } } } }`,
    { id: client },
  );
  const common = { title: "Visita", timeZone: "Europe/Madrid", appointment: { id } };
  expect(told.timeline.nodes).toEqual([
    {
      ...common,
      kind: "APPOINTMENT_CANCELLED",
      summary: "Se canceló la cita «Visita» del 3 dic 2030, 9:00",
      startsAt: "2030-12-03T08:00:00Z",
      startedAt: null,
    },
    {
      ...common,
      kind: "APPOINTMENT_MOVED",
      summary: "Cita «Visita»: 3 jun 2030, 10:00 → 3 dic 2030, 9:00",
      startsAt: "2030-12-03T08:00:00Z",
      startedAt: "2030-06-03T08:00:00Z",
    },
    {
      ...common,
      kind: "APPOINTMENT_CREATED",
      summary: "Cita «Visita»: 3 jun 2030, 10:00",
      startsAt: "2030-06-03T08:00:00Z",
      startedAt: null,
    },
  ]);
});

test.each([
  ["es-PA,es;q=0.9", "es", "Cita «Visita»: 3 jun 2030, 10:00 a. m."],
  ["es-ES,es;q=0.9", "es", "Cita «Visita»: 3 jun 2030, 10:00"],
  ["es-AR,es;q=0.9", "es", "Cita «Visita»: 3 de jun de 2030, 10:00 a. m."],
  ["es-PA,en-GB;q=0.9", "en", "Appointment “Visita”: 3 Jun 2030, 10:00"],
  ["en", "en", "Appointment “Visita”: Jun 3, 2030, 10:00 AM"],
])("its moments in a summary are in the form of a reader of %s [F100]", async (header, locale, summary) => {
  const client = await addClient(owner);
  await addAppointment(owner, client, { timeZone: "Europe/Madrid" });
  const reader = owner.with({ "accept-language": header });
  await reader.ok("mutation ($locale: String!) { updateAccount(input: { locale: $locale }) { role } }", { locale });
  const { latestActivity } = await reader.ok<{ latestActivity: { nodes: { summary: string }[] } }>(
    "{ latestActivity(first: 1) { nodes { summary } } }",
  );
  await owner.ok("mutation { updateAccount(input: { locale: null }) { role } }");
  expect(latestActivity.nodes[0]?.summary.replace(/[\u00a0\u202f]/g, " ")).toBe(summary);
});

test("a cancelled one stays, marked, and can no longer be changed", async () => {
  const client = await addClient(owner);
  const id = await addAppointment(owner, client, { title: "Se cancela" });
  await owner.ok(CANCEL, { id });
  expect(await owner.refused(UPDATE, { id, input: { title: "Otra" } })).toMatchObject({ code: "ILLEGAL_STATE" });
  expect(await titles({ clientId: client })).toEqual([]);
  expect(await titles({ clientId: client, cancelled: true })).toEqual(["Se cancela"]);
});

describe("the list [F198]", () => {
  let client: string;
  const at = (days: number, hours = 0) => new Date(Date.now() + days * 86_400_000 + hours * 3_600_000).toISOString();
  // Begun, and not yesterday, at any hour of the business's day.
  const startOfToday = `${at(0).slice(0, 10)}T00:00:00Z`;
  beforeAll(async () => {
    await api.pool.query("update appointment set cancelled_at = now()");
    client = await addClient(owner, { teamId: team });
    const other = await addClient(owner);
    await addAppointment(owner, client, { title: "Pasado mañana", startsAt: at(2), endsAt: at(2, 1) });
    await addAppointment(owner, other, { title: "Ahora", startsAt: startOfToday, endsAt: at(0, 1) });
    await addAppointment(owner, client, {
      title: "Ayer",
      startsAt: at(-1),
      endsAt: at(-1, 1),
      attendeeIds: [agent.id],
    });
    await addAppointment(owner, other, { title: "Hace días", startsAt: at(-5), endsAt: at(-5, 1) });
  });

  it.each<[object | (() => object), string[]]>([
    [{}, ["Hace días", "Ayer", "Ahora", "Pasado mañana"]],
    [{ upcoming: true }, ["Ahora", "Pasado mañana"]],
    [{ upcoming: false }, ["Ayer", "Hace días"]],
    [() => ({ clientId: client }), ["Ayer", "Pasado mañana"]],
    [() => ({ attendeeIds: [agent.id] }), ["Ayer"]],
    [{ attendeeIds: ["nadie"] }, []],
    [{ starts: { preset: "YESTERDAY" } }, ["Ayer"]],
  ])("%j", async (filter, expected) => {
    expect(await titles(typeof filter === "function" ? filter() : filter)).toEqual(expected);
  });

  it("is of an agent's teams only, and hangs on each client [F204]", async () => {
    expect(await titles({}, agent.caller)).toEqual(["Ayer", "Pasado mañana"]);
    expect(await titles({}, stranger.caller)).toEqual([]);
    expect(
      await agent.caller.ok(
        "query ($id: ID!) { client(id: $id) { appointments(filter: { upcoming: true }, first: 1) { totalCount nodes { title } } } }",
        { id: client },
      ),
    ).toEqual({ client: { appointments: { totalCount: 1, nodes: [{ title: "Pasado mañana" }] } } });
  });
});

test("appointments of another team's client do not exist [F204] [Q11]", async () => {
  const clientId = await addClient(owner, { teamId: team });
  const id = await addAppointment(owner, clientId);
  const { caller } = stranger;
  const answers = [];
  for (const [client, appointment] of [
    [clientId, id],
    ["nothing", "nothing"],
  ]) {
    answers.push(
      await caller.refused(CREATE, { clientId: client, input: plan }),
      await caller.refused(UPDATE, { id: appointment, input: plan }),
      await caller.refused(CANCEL, { id: appointment }),
    );
    expect(await shown(appointment as string, caller)).toBeNull();
  }
  for (const answer of answers) expect(answer).toEqual({ code: "NOT_FOUND", message: answers[0]?.message });
});
