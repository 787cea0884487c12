import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../root.ts";

const FOLDER = join(ROOT, "server/migrations/functions");

/** The functions that make clients' search text, which is kept in columns. */
const OF_SEARCH = ["client_search", "client_search_public", "custom_words", "fold"];
/** The job that makes these columns anew. */
export const SEARCH_JOB = "client.search";

/** Sends SQL and answers its rows. */
export type Execute = (sql: string) => Promise<Record<string, string>[]>;

/** Each function of the database as it is now, by its name: its file holds the whole text. */
export function functionTexts(): Map<string, string> {
  const texts = new Map<string, string>();
  for (const file of readdirSync(FOLDER).sort()) {
    texts.set(file.replace(/\.sql$/, ""), readFileSync(join(FOLDER, file), "utf8"));
  }
  return texts;
}

/**
 * Makes the functions what their files say, in the caller's transaction. A comment on each function tells its source
 * text and PostgreSQL's version of it. A function that differs, by a migration or by hand, is made anew.
 */
export async function installFunctions(execute: Execute): Promise<void> {
  const texts = functionTexts();
  const installed = await installedFunctions(execute);
  const stale = calledFirst(texts).filter(
    (name) => installed.get(name)?.comment !== commentOn(texts.get(name), installed.get(name)?.hash),
  );
  if (stale.length === 0) return;
  await execute(stale.map((name) => texts.get(name)).join("\n"));
  const made = await installedFunctions(execute);
  const comments = stale.map(
    (name) => `comment on function ${name} is '${commentOn(texts.get(name), made.get(name)?.hash)}';`,
  );
  await execute(comments.join("\n"));
}

const commentOn = (text = "", made = "") => `${createHash("md5").update(text).digest("hex")} ${made}`;

type Installed = Map<string, { hash: string; comment: string | null }>;

/** Asks for the job, in the caller's transaction, where search would read another text now than before. */
export async function askForSearchJob(execute: Execute, before: Installed): Promise<void> {
  const now = await installedFunctions(execute);
  const isOther = (name: string) => before.has(name) && before.get(name)?.hash !== now.get(name)?.hash;
  if (OF_SEARCH.some(isOther))
    await execute(`select graphile_worker.add_job('${SEARCH_JOB}', '{}', job_key => '${SEARCH_JOB}')`);
}

export async function installedFunctions(execute: Execute): Promise<Installed> {
  const rows = await execute(
    `select concat(nullif(nspname, 'public') || '.', proname) as name, md5(pg_get_functiondef(pg_proc.oid)) as hash,
       obj_description(pg_proc.oid, 'pg_proc') as comment
     from pg_proc join pg_namespace on pg_namespace.oid = pronamespace
     where nspname in ('public', 'ledger', 'tally') and prokind = 'f'`,
  );
  return new Map(rows.map((row) => [row.name as string, { hash: row.hash as string, comment: row.comment ?? null }]));
}

/** A function comes after those that it calls: PostgreSQL looks for them when it is made. */
function calledFirst(texts: Map<string, string>): string[] {
  const order: string[] = [];
  const met = new Set<string>();
  const add = (name: string, text: string) => {
    if (met.has(name)) return;
    met.add(name);
    for (const [other, itsText] of texts) if (text.includes(`${other}(`)) add(other, itsText);
    order.push(name);
  };
  for (const [name, text] of texts) add(name, text);
  return order;
}
