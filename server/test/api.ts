import { once } from "node:events";
import { createServer, type IncomingMessage, type OutgoingHttpHeaders, request } from "node:http";
import type { AddressInfo } from "node:net";
import type { Role } from "@clientela/shared/permissions";
import type { GraphQLFormattedError } from "graphql";
import pg from "pg";
import { type DestinationStream, pino } from "pino";
import { createApp } from "../src/app.ts";
import type { Env } from "../src/env.ts";
import { createLog } from "../src/log.ts";
import { createTestDatabase } from "./database.ts";
import { openSocket, type Socket } from "./socket.ts";

export const PASSWORD = "correct horse battery";
export const OWNER_EMAIL = "olga@example.com";

/** What came back from /graphql. */
export interface Answer<T> {
  status: number;
  headers: IncomingMessage["headers"];
  text: string;
  data: T | null | undefined;
  errors: GraphQLFormattedError[];
}

/** An error as its reader sees it. */
export interface Refusal {
  code: unknown;
  message: string;
  fields?: { path: string; message: string }[];
  [detail: string]: unknown;
}

/** Somebody who calls the API, known by the headers they send. */
export class Caller {
  constructor(
    readonly url: string,
    readonly headers: Record<string, string> = {},
  ) {}

  /** The same caller with other headers. */
  with(headers: Record<string, string>): Caller {
    return new Caller(this.url, { ...this.headers, ...headers });
  }

  /** The same caller at another server process. */
  at({ url }: { url: string }): Caller {
    return new Caller(url, this.headers);
  }

  /** Any request at all. */
  send(options: {
    path?: string;
    method?: string;
    headers?: OutgoingHttpHeaders;
    body?: string | Buffer;
  }): Promise<Answer<Record<string, unknown>>> {
    return new Promise((resolve, reject) => {
      const { path = "/graphql", method = "POST", headers, body } = options;
      const call = request(this.url + path, { method, headers: { ...this.headers, ...headers } }, (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("error", reject);
        response.on("end", () => {
          const text = Buffer.concat(chunks).toString();
          const json = text.startsWith("{") ? (JSON.parse(text) as { data?: null; errors?: [] }) : {};
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text,
            data: json.data,
            errors: json.errors ?? [],
          });
        });
      });
      call.on("error", reject);
      call.end(body);
    });
  }

  /** A GraphQL operation. */
  async gql<T = Record<string, unknown>>(query: string, variables: object = {}): Promise<Answer<T>> {
    const body = JSON.stringify({ query, variables });
    return (await this.send({ headers: { "content-type": "application/json" }, body })) as Answer<T>;
  }

  /**
   * What an operation answers.
   * @throws Error when it is refused
   */
  async ok<T = Record<string, unknown>>(query: string, variables: object = {}): Promise<T> {
    const { data, errors, text } = await this.gql<T>(query, variables);
    if (!data || errors.length > 0) throw new Error(`Refused: ${query}\n${text}`);
    return data;
  }

  /**
   * The one error with which an operation is refused.
   * @throws Error when it is not refused
   */
  async refused(query: string, variables: object = {}): Promise<Refusal> {
    const { errors, text } = await this.gql(query, variables);
    const [error] = errors;
    if (!error || errors.length > 1) throw new Error(`Not refused once: ${query}\n${text}`);
    return { message: error.message, ...error.extensions } as Refusal;
  }

  /** A graphql-transport-ws connection. */
  socket(headers: Record<string, string> = {}): Socket {
    return openSocket(this.url, { ...this.headers, ...headers });
  }
}

/** One server process on a database. */
export interface Api {
  url: string;
  databaseUrl: string;
  pool: pg.Pool;
  anonymous: Caller;
  setUpLink(): Promise<string | null>;
  signIn(email: string, password?: string): Promise<Caller>;
  stop(): Promise<void>;
}

export interface ApiOptions {
  /** Another process' database; absent: one of its own. */
  on?: Pick<Api, "databaseUrl">;
  /** Absent: where it listens. */
  publicUrl?: string;
  env?: Partial<Env>;
  /** Where the log goes; absent: nowhere. */
  log?: DestinationStream;
}

const baseEnv: Env = {
  port: 0,
  host: "127.0.0.1",
  dataDir: "",
  databaseUrl: undefined,
  publicUrl: undefined,
  owner: undefined,
  logLevel: "info",
  trustProxy: 0,
  demo: false,
};

/** Starts the application as the server does, on a free port and an empty, migrated database. */
export async function startApi({ on, publicUrl, env, log }: ApiOptions = {}): Promise<Api> {
  const database = on ? undefined : await createTestDatabase();
  const databaseUrl = on?.databaseUrl ?? (database?.url as string);
  const http = createServer();
  http.listen(0, "127.0.0.1");
  await once(http, "listening");
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  const app = await createApp({
    env: { ...baseEnv, ...env },
    databaseUrl,
    publicUrl: publicUrl ?? url,
    log: log ? createLog("trace", log) : pino({ level: "silent" }),
    http,
  });
  http.on("request", app.handler);
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 4 });
  const anonymous = new Caller(url);
  return {
    url,
    databaseUrl,
    pool,
    anonymous,
    setUpLink: () => app.setUpLink(),
    async signIn(email, password = PASSWORD) {
      const { headers, text } = await anonymous.gql(
        `mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { role } }`,
        { email, password },
      );
      const cookie = cookieOf(headers);
      if (!cookie) throw new Error(`Not signed in: ${text}`);
      return new Caller(url, { cookie });
    },
    async stop() {
      await app.stop();
      await pool.end();
      http.closeAllConnections();
      http.close();
      await database?.drop();
    },
  };
}

/** The cookie that an answer sets, as a browser sends it back; undefined when it sets none. */
export function cookieOf(headers: IncomingMessage["headers"]): string | undefined {
  return headers["set-cookie"]?.[0]?.split(";")[0];
}

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

/** Changes the business's settings. */
export async function changeSettings(owner: Caller, input: object): Promise<void> {
  await owner.ok(`mutation ($input: SettingsInput!) { updateSettings(input: $input) { locale } }`, { input });
}

/** Every row of every table as text, so that two moments can be compared byte by byte. */
export async function dump(pool: pg.Pool): Promise<Record<string, string>> {
  const { rows: tables } = await pool.query<{ name: string }>(
    `select quote_ident(table_schema) || '.' || quote_ident(table_name) as name from information_schema.tables
     where table_schema in ('public', 'ledger') and table_type = 'BASE TABLE' order by 1`,
  );
  const parts = tables.map(
    ({ name }) => `select '${name}' as name, string_agg(row::text, E'\\n' order by row::text) as rows from ${name} row`,
  );
  const { rows } = await pool.query<{ name: string; rows: string }>(parts.join(" union all "));
  return Object.fromEntries(rows.map((row) => [row.name, row.rows ?? ""]));
}
