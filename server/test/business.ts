import type { Role } from "@clientela/shared/permissions";
import type pg from "pg";
import { type Api, type ApiOptions, cookieOf, PASSWORD, startApi } from "./api.ts";
import { Caller } from "./caller.ts";

export const OWNER_EMAIL = "olga@example.com";

/** What a token's link ends in. */
export const tokenOf = (link: string | null): string => new URL(link as string).searchParams.get("token") as string;

export const setUpInput = {
  businessName: "Ferretería Olga",
  locale: "es",
  timeZone: "UTC",
  currency: "EUR",
  name: "Olga",
  email: OWNER_EMAIL,
  password: PASSWORD,
};

/** A business that was just set up, with its owner signed in. */
export async function startBusiness(options: ApiOptions = {}): Promise<Api & { owner: Caller }> {
  const api = await startApi(options);
  const { headers } = await api.anonymous.gql(
    `mutation ($token: String!, $input: SetUpInput!) { setUp(token: $token, input: $input) { role } }`,
    { token: tokenOf(await api.setUpLink()), input: setUpInput },
  );
  return { ...api, owner: new Caller(api.url, { cookie: cookieOf(headers) as string }) };
}

/** Adds a team and answers its id. */
export async function addTeam(owner: Caller, name: string): Promise<string> {
  const { createTeam } = await owner.ok<{ createTeam: { id: string } }>(
    `mutation ($name: String!) { createTeam(input: { name: $name }) { id } }`,
    { name },
  );
  return createTeam.id;
}

/** A person who was invited and has signed up. */
export interface Person {
  id: string;
  email: string;
  caller: Caller;
}

/** Invites a person, who signs up. */
export async function addPerson(owner: Caller, role: Role, name: string, teamIds: string[] = []): Promise<Person> {
  const email = `${name.toLowerCase().replace(/\W+/g, ".")}@example.com`;
  const { inviteUser } = await owner.ok<{ inviteUser: { link: string; user: { id: string } } }>(
    `mutation ($input: InviteUserInput!) { inviteUser(input: $input) { link user { id } } }`,
    { input: { name, email, role, teamIds } },
  );
  const anonymous = new Caller(owner.url);
  const { headers, text } = await anonymous.gql(
    `mutation ($token: String!, $password: String!) { acceptInvitation(token: $token, password: $password) { role } }`,
    { token: tokenOf(inviteUser.link), password: PASSWORD },
  );
  const cookie = cookieOf(headers);
  if (!cookie) throw new Error(`Not signed up: ${text}`);
  return { id: inviteUser.user.id, email, caller: new Caller(owner.url, { cookie }) };
}

/** A program with a key that the caller made. */
export async function addApiKey(maker: Caller, role: Role, expiresAt?: string): Promise<Caller & { keyId: string }> {
  const { createApiKey } = await maker.ok<{ createApiKey: { id: string; secret: string } }>(
    `mutation ($input: ApiKeyInput!) { createApiKey(input: $input) { id secret } }`,
    { input: { name: `${role} key`, role, expiresAt } },
  );
  const caller = new Caller(maker.url, { authorization: `Bearer ${createApiKey.secret}` });
  return Object.assign(caller, { keyId: createApiKey.id });
}

export const CREATE_CLIENT = `mutation ($input: CreateClientInput!) { createClient(input: $input) { id } }`;

let clients = 0;
/** Creates a client, with a name and an e-mail of its own where none are given, and answers its id. */
export async function addClient(caller: Caller, input: object = {}): Promise<string> {
  const number = ++clients;
  const { createClient } = await caller.ok<{ createClient: { id: string } }>(CREATE_CLIENT, {
    input: { name: `Cliente ${number}`, email: `cliente${number}@example.org`, ...input },
  });
  return createClient.id;
}

/** Adds a tag and answers its id. */
export async function addTag(caller: Caller, name: string): Promise<string> {
  const { createTag } = await caller.ok<{ createTag: { id: string } }>(
    `mutation ($name: String!) { createTag(input: { name: $name }) { id } }`,
    { name },
  );
  return createTag.id;
}

/** Notes down a task for a client and answers its id. */
export async function addTask(caller: Caller, clientId: string, input: object = {}): Promise<string> {
  const { createTask } = await caller.ok<{ createTask: { id: string } }>(
    "mutation ($clientId: ID!, $input: TaskInput!) { createTask(clientId: $clientId, input: $input) { id } }",
    { clientId, input: { title: "Llamar", ...input } },
  );
  return createTask.id;
}

/** Makes an appointment with a client and answers its id. */
export async function addAppointment(caller: Caller, clientId: string, input: object = {}): Promise<string> {
  const { createAppointment } = await caller.ok<{ createAppointment: { id: string } }>(
    `mutation ($clientId: ID!, $input: AppointmentInput!) {
      createAppointment(clientId: $clientId, input: $input) { id } }`,
    {
      clientId,
      input: { title: "Visita", startsAt: "2030-06-03T08:00:00Z", endsAt: "2030-06-03T09:00:00Z", ...input },
    },
  );
  return createAppointment.id;
}

/** Changes the business's settings. */
export async function changeSettings(owner: Caller, input: object): Promise<void> {
  await owner.ok(`mutation ($input: SettingsInput!) { updateSettings(input: $input) { locale } }`, { input });
}

/**
 * Every row of every table as text, so that two moments can be compared byte by byte. Not of the tallies: triggers derive
 * them from clients and contacts, and a job puts their rows together at any time.
 */
export async function dump(pool: pg.Pool): Promise<Record<string, string>> {
  const { rows: tables } = await pool.query<{ name: string }>(
    `select quote_ident(table_schema) || '.' || quote_ident(table_name) as name from information_schema.tables
     where table_schema in ('public', 'ledger') and table_type = 'BASE TABLE'
       and table_name not in ('client_tally', 'client_arrival') order by 1`,
  );
  const parts = tables.map(
    ({ name }) => `select '${name}' as name, string_agg(row::text, E'\\n' order by row::text) as rows from ${name} row`,
  );
  const { rows } = await pool.query<{ name: string; rows: string }>(parts.join(" union all "));
  return Object.fromEntries(rows.map((row) => [row.name, row.rows ?? ""]));
}
