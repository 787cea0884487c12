import pg from "pg";
import { hashOfSecret, newSecret } from "../src/core/secrets.ts";
import { peerFunctions } from "./contenders/peer.sql.ts";
import { recount } from "./data/tallies.ts";
import { MEASURED_AGENT, person } from "./data/world.ts";
import { makeClients } from "./made.ts";
import type { Viewer } from "./questions.ts";

/** What a run needs in the database, and how to leave it as it was. */
export interface Prepared {
  db: pg.Client;
  keys: Record<Viewer, string>;
  clients: number;
  seenByAgent: Set<string>;
  tidy(): Promise<void>;
}

/**
 * Makes API keys of an admin and of the measured agent and the functions that PostGraphile serves.
 * @throws Error when there is no business to measure
 */
export async function prepare(databaseUrl: string): Promise<Prepared> {
  const db = new pg.Client({ connectionString: databaseUrl, options: "-c timezone=UTC -c jit=off" });
  await db.connect();
  // A run that was cut short could not.
  await removeTraces(db);
  const { rows } = await db.query("select count(*)::int as clients from client");
  const clients = rows[0].clients as number;
  if (clients < 1000)
    throw new Error("There is nothing to measure: run `pnpm --filter @clientela/server bench data` first.");
  await makeClients(db);
  await db.query(peerFunctions);
  const agent = person(MEASURED_AGENT).id;
  const seen = await db.query<{ id: string }>(
    "select id from client where deleted_at is null and team_id in (select team_id from team_member where user_id = $1)",
    [agent],
  );
  return {
    db,
    clients,
    keys: { admin: await makeKey(db, "ADMIN", person(1).id), agent: await makeKey(db, "AGENT", agent) },
    seenByAgent: new Set(seen.rows.map(({ id }) => id)),
    async tidy() {
      await removeTraces(db);
      await db.end();
    },
  };
}

/** The ledger forbids to delete what it wrote; what a measurement made was never anybody's history. */
async function removeTraces(db: pg.Client): Promise<void> {
  await db.query("begin");
  await db.query(`set local session_replication_role = replica;
    create temp table made on commit drop as select id from client where email like '%@bench.example';
    delete from timeline_entry where client_id in (select id from made);
    delete from client where id in (select id from made);
    delete from api_key where name = 'bench';
    drop schema if exists bench cascade`);
  await db.query("commit");
  await recount(db);
  await db.query("vacuum analyze client");
  await db.query("vacuum analyze timeline_entry");
}

async function makeKey(db: pg.Client, role: string, userId: string): Promise<string> {
  const secret = newSecret();
  await db.query(
    "insert into api_key (name, role, secret_hash, prefix, created_by_id) values ('bench', $1, $2, 'bench', $3)",
    [role, hashOfSecret(secret), userId],
  );
  return secret;
}
