import { type Kysely, type RawBuilder, sql } from "kysely";
import { z } from "zod";
import type { Core } from "../../context.ts";
import { enqueue, type Job } from "../../core/jobs.ts";
import { transact } from "../../core/transact.ts";
import type { Database } from "../../database/tables.ts";
import { countHolders } from "./custom-field.queries.ts";

/** Clients written in one transaction: a person who edits one of them waits a second or two at most. */
const CHUNK = 2000;

interface Worked {
  id: string;
  key: string;
  purged_at: Date | null;
}

/**
 * Makes anew what search reads of the clients that hold a value of a field, or takes a purged field's values away. Few
 * clients are written at once; for many a job does it, and `work_done` and `work_total` tell how far it is.
 */
export async function beginWork(db: Kysely<Database>, field: Worked): Promise<void> {
  const total = await countHolders(db, field.key);
  if (total <= CHUNK) {
    await write(db, field, sql`select id from client where custom_keys(custom) ? ${field.key}`);
    return;
  }
  await db.updateTable("custom_field").set({ work_done: 0, work_total: total }).where("id", "=", field.id).execute();
  await enqueue(db, customFieldWork, { fieldId: field.id }, { key: `custom-field.${field.id}` });
}

/** Chunk by chunk along the ids of clients; done twice it does nothing the second time. */
export const customFieldWork: Job<Core, { fieldId: string }> = {
  name: "custom-field.work",
  payload: z.object({ fieldId: z.uuid() }),
  async run(core, { fieldId }, { signal }) {
    const field = await core.db.selectFrom("custom_field").selectAll().where("id", "=", fieldId).executeTakeFirst();
    if (!field) return;
    // Purged before an interruption is purged; search is made ready anew from the first client.
    let done = field.purged_at ? Math.max(0, (field.work_total ?? 0) - (await countHolders(core.db, field.key))) : 0;
    for (let after: string | undefined = "00000000-0000-0000-0000-000000000000"; after !== undefined; ) {
      signal.throwIfAborted();
      // By the ids and not by the index of keys, which would be read whole for each chunk.
      const { rows } = await sql<{ id: string }>`select id from client where id > ${after} and custom ? ${field.key}
        order by id limit ${sql.lit(CHUNK)}`.execute(core.db);
      const ids: string[] = rows.map((row) => row.id);
      after = ids.at(-1);
      done += ids.length;
      const progress = after === undefined ? { work_done: null, work_total: null } : { work_done: done };
      await transact(core, { actor: null, cause: "custom field" }, async (_em, db) => {
        await write(db, field, sql`select unnest(${ids}::uuid[]) as id`);
        await db.updateTable("custom_field").set(progress).where("id", "=", fieldId).execute();
      });
    }
  },
};

/** Locks clients in the order of their ids, as bulk work does, so that nobody waits for each other. */
async function write(db: Kysely<Database>, { key, purged_at }: Worked, ids: RawBuilder<unknown>): Promise<void> {
  const words = sql`custom_words(client.custom, false), custom_words(client.custom, true)`;
  const changed = purged_at
    ? sql`set custom = client.custom - ${key}::text from locked where client.id = locked.id`
    : sql`set (custom_search, custom_search_contact) = row(${words}) from locked
        where client.id = locked.id and (client.custom_search, client.custom_search_contact) is distinct from (${words})`;
  await sql`with locked as (select id from client where id in (${ids}) order by id for update)
    update client ${changed}`.execute(db);
}
