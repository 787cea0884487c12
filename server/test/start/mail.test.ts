import pg from "pg";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { createTestDatabase, type TestDatabase } from "../database.ts";
import { headerOf, type MailServer, startMailServer } from "../smtp.ts";
import { ServerProcess } from "./server-process.ts";

vi.setConfig({ testTimeout: 180_000, hookTimeout: 60_000 });
const MESSAGES = 40;

let database: TestDatabase;
let pool: pg.Pool;
let mail: MailServer;
const servers: ServerProcess[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  pool = new pg.Pool({ connectionString: database.url, max: 2 });
  // Slow enough that whoever ends our server does so in the middle.
  mail = await startMailServer(() => new Promise((resolve) => setTimeout(resolve, 30)));
});
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.stop("SIGKILL")));
  await pool.query("truncate message");
  mail.taken.length = 0;
});
afterAll(async () => {
  await pool.end();
  await mail.stop();
  await database.drop();
});

async function start(): Promise<ServerProcess> {
  const server = new ServerProcess({
    DATABASE_URL: database.url,
    OWNER_EMAIL: "olga@example.com",
    OWNER_PASSWORD: "correct horse battery",
    SMTP_URL: mail.url,
    MAIL_FROM: "hola@clientela.test",
  });
  servers.push(server);
  await server.ready();
  return server;
}

/** Many messages, as the transaction that caused them would have left them. */
async function write(): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `insert into message (kind, recipient, subject, text, html, state, next_attempt_at)
     select 'NOTIFICATION', 'p' || n || '@example.com', 'Asunto', 'Texto', '<p>Texto</p>', 'QUEUED', now()
     from generate_series(1, ${MESSAGES}) n returning id`,
  );
  await pool.query("select graphile_worker.add_job('mail.send')");
  return rows.map(({ id }) => id);
}

const ids = () => mail.taken.map((raw) => /<([\da-f-]{36})@/.exec(headerOf(raw, "Message-ID") ?? "")?.[1] ?? "");
const patience = { timeout: 90_000, interval: 50 };
const allSent = () =>
  vi.waitFor(async () => {
    const { rows } = await pool.query("select from message where state <> 'SENT'");
    expect(rows).toHaveLength(0);
  }, patience);

test("kill -9 while sending: no message is lost, one at most comes twice [Q34]", async () => {
  const server = await start();
  const written = await write();
  await vi.waitFor(() => expect(mail.taken.length).toBeGreaterThan(MESSAGES / 4), patience);
  await server.stop("SIGKILL");
  expect(mail.taken.length).toBeLessThan(MESSAGES);
  await start();
  await allSent();
  expect([...new Set(ids())].sort()).toEqual(written.sort());
  expect(ids().length - MESSAGES).toBeLessThanOrEqual(1);
});

test("SIGTERM while sending: no message is lost, none comes twice", async () => {
  const server = await start();
  const written = await write();
  await vi.waitFor(() => expect(mail.taken.length).toBeGreaterThan(MESSAGES / 4), patience);
  expect(await server.stop("SIGTERM")).toBe(0);
  expect(mail.taken.length).toBeLessThan(MESSAGES);
  await start();
  await allSent();
  expect(ids().sort()).toEqual(written.sort());
});
