import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import type pg from "pg";
import { hashOfSecret, newSecret } from "../../src/core/secrets.ts";
import { startOurs } from "../contenders/contender.ts";
import { client, clientId, person } from "../data/world.ts";
import { openBenchDatabase } from "../database.ts";
import { prepare } from "../prepare.ts";
import { Subscriber } from "./subscriber.ts";

/** How many subscribers of one client one process bears: memory of each, and when the last one is told of an entry. */
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
try {
  const followed = clientId(7, prepared.clients);
  const secrets = await keysOf(prepared.db, client(7, prepared.clients).team_id);
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
    subscribers.push(new Subscriber(ours.url, secrets[i % secrets.length] as string, followed));
    if (i % 50 === 49) await Promise.all(subscribers.slice(-50).map((subscriber) => subscriber.ready));
  }
  await Promise.all(subscribers.map((subscriber) => subscriber.ready));
  await sleep(2000);
  const each = (memoryOf(ours.pid) - before) / count / 1024;
  const last: number[] = [];
  for (let n = 0; n < entries; n++) {
    const text = `bench ${n}`;
    const told = Promise.all(subscribers.map((subscriber) => subscriber.told(text)));
    const committed = await add(text);
    last.push(Math.max(...(await told)) - committed);
    await sleep(PAUSE_MS);
  }
  // The first one is read by code that has not run yet.
  const sorted = last.slice(1).sort((a, b) => a - b);
  const at = (share: number) => (sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN).toFixed(0);
  const odd = subscribers.filter(
    ({ texts }) => texts.join() !== Array.from({ length: entries }, (_, n) => `bench ${n}`).join(),
  );
  console.log(
    `${count} subscribers of one client, ${secrets.length} people: ${each.toFixed(0)} kB each; ` +
      `last one served after ${at(0.5)} ms (middle of ${sorted.length} entries), ${at(1)} ms (worst); ` +
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
  await prepared.tidy();
  await database.stop();
}

/** API keys of all who see the clients of a team: `prepare` takes them away again by their name. */
async function keysOf(db: pg.Client, teamId: string): Promise<string[]> {
  const { rows } = await db.query<{ id: string; role: string }>(
    "select id, role::text from app_user where role <> 'AGENT' or id in (select user_id from team_member where team_id = $1)",
    [teamId],
  );
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
