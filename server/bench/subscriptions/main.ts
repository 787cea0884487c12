import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import type pg from "pg";
import { hashOfSecret, newSecret } from "../../src/core/secrets.ts";
import { startOurs } from "../contenders/contender.ts";
import { cpuOf, type Spent, spent } from "../cpu.ts";
import { client, clientId, person } from "../data/world.ts";
import { openBenchDatabase } from "../database.ts";
import { prepare } from "../prepare.ts";
import { Subscriber } from "./subscriber.ts";

/**
 * How many subscribers of one client one process bears, each over a socket of its own, of as many people as there are:
 * memory of each, when the last one is told of an entry, and the processor time that this takes.
 */
const { values } = parseArgs({
  options: { subscribers: { type: "string", default: "1000" }, entries: { type: "string", default: "30" } },
});
const [count, entries] = [Number(values.subscribers), Number(values.entries)];
const PAUSE_MS = 400;
const ADD =
  "mutation ($id: ID!, $text: String!) { addTimelineEntry(clientId: $id, input: { description: $text }) { id } }";

const database = await openBenchDatabase();
const prepared = await prepare(database.url);
const ours = await startOurs(database.url, prepared.keys);
const subscribers: Subscriber[] = [];
const followed = clientId(7, prepared.clients);
const followers = await joinAll(prepared.db, client(7, prepared.clients).team_id);
try {
  const secrets = await keysOf(prepared.db);
  const add = async (text: string): Promise<number> => {
    const body = JSON.stringify({ query: ADD, variables: { id: followed, text } });
    const headers = { "content-type": "application/json", ...ours.headers("admin") };
    const response = await fetch(ours.url, { method: "POST", headers, body });
    const answer = await response.text();
    if (answer.includes("errors")) throw new Error(answer);
    return performance.now();
  };
  await add("before");
  const before = memoryOf(ours.pid);
  for (let i = 0; i < count; i++) {
    const whose = i % secrets.length;
    subscribers.push(new Subscriber(ours.url, secrets[whose] as string, `127.0.1.${whose + 1}`, followed));
    if (i % 50 === 49) await Promise.all(subscribers.slice(-50).map((subscriber) => subscriber.ready));
  }
  await Promise.all(subscribers.map((subscriber) => subscriber.ready));
  await sleep(2000);
  const each = (memoryOf(ours.pid) - before) / count / 1024;
  const last: number[] = [];
  const taken: Spent[] = [];
  for (let n = 0; n < entries; n++) {
    const text = `bench ${n}`;
    const told = Promise.all(subscribers.map((subscriber) => subscriber.told(text)));
    const meter = await cpuOf(prepared.db, ours);
    const committed = await add(text);
    last.push(Math.max(...(await told)) - committed);
    await sleep(PAUSE_MS);
    const cost = spent(meter, await cpuOf(prepared.db, ours));
    if (cost) taken.push(cost);
  }
  // The first one is read by code that has not run yet.
  const at = (share: number, figures = last) => {
    const sorted = figures.slice(1).sort((a, b) => a - b);
    return (sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN).toFixed(0);
  };
  const middle = (part: keyof Spent) =>
    at(
      0.5,
      taken.map((cost) => cost[part] * 1000),
    );
  const odd = subscribers.filter(
    ({ texts }) => texts.join() !== Array.from({ length: entries }, (_, n) => `bench ${n}`).join(),
  );
  console.log(
    `${count} subscribers of one client, ${secrets.length} people: ${each.toFixed(0)} kB each; ` +
      `last one served after ${at(0.5)} ms (middle of ${entries - 1} entries), ${at(1)} ms (worst); ` +
      `ms of processor for one entry: ${middle("server")} Node, ${middle("postgres")} PostgreSQL; ` +
      `${odd.length} missed, doubled or disordered`,
  );
} finally {
  for (const subscriber of subscribers) subscriber.close();
  await ours.stop();
  await prepared.db.query("begin");
  await prepared.db.query(
    "set local session_replication_role = replica; delete from timeline_entry where description ~ '^(<p>)?(bench \\d+|before)'",
  );
  await prepared.db.query("commit");
  await followers.leave();
  await prepared.tidy();
  await database.stop();
}

/** Puts all agents into a team for the run: one person may have only so many sockets. */
async function joinAll(db: pg.Client, teamId: string) {
  const { rows } = await db.query<{ user_id: string }>(
    `insert into team_member (team_id, user_id) select $1, id from app_user where role = 'AGENT'
     on conflict do nothing returning user_id`,
    [teamId],
  );
  const ids = rows.map(({ user_id }) => user_id);
  return {
    async leave() {
      await db.query("delete from team_member where team_id = $1 and user_id = any($2)", [teamId, ids]);
    },
  };
}

/** API keys of everybody: `prepare` takes them away again by their name. */
async function keysOf(db: pg.Client): Promise<string[]> {
  const { rows } = await db.query<{ id: string; role: string }>("select id, role::text from app_user");
  if (!rows.some(({ id }) => id === person(1).id)) throw new Error("This is not the business of the bench");
  const secrets = rows.map((row) => ({ ...row, secret: newSecret() }));
  for (const { id, role, secret } of secrets) {
    await db.query(
      "insert into api_key (name, role, secret_hash, prefix, created_by_id) values ('bench', $1, $2, 'bench', $3)",
      [role, hashOfSecret(secret), id],
    );
  }
  return secrets.map(({ secret }) => secret);
}

/** Resident bytes of a process. */
function memoryOf(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) * 1024;
}
