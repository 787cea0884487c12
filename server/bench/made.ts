import type pg from "pg";
import { person } from "./data/world.ts";

/** A client of our own making with 100,000 entries, one an hour. */
export const LONG_CLIENT = "0190bbbb-0000-7000-8000-00000000ffff";
/** As many clients get notes. */
export const NOTE_CLIENTS = 1000;
/** The n-th client that gets notes. */
export const noteClient = (n: number) => `0190bbbb-0000-7000-8000-${String(n).padStart(12, "0")}`;

/** Makes the clients that a run writes to or needs with a very long timeline; they are the oldest of all, where no other question meets them. */
export async function makeClients(db: pg.Client): Promise<void> {
  const ids = [LONG_CLIENT, ...Array.from({ length: NOTE_CLIENTS }, (_, n) => noteClient(n))];
  await db.query(
    `insert into client (id, name, email, created_at)
     select id, 'Cliente de prueba', id || '@bench.example', '2010-01-01' from unnest($1::uuid[]) as id`,
    [ids],
  );
  await db.query(
    `insert into timeline_entry (client_id, kind, automatic, actor_id, occurred_at, description)
     select $1, 'NOTE', false, $2, timestamptz '2026-01-01' - n * interval '1 hour', '<p>Nota ' || n || '</p>' from generate_series(1, 100000) n`,
    [LONG_CLIENT, person(1).id],
  );
  await db.query("analyze timeline_entry");
}
