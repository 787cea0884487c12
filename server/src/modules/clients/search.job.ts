import { sql } from "kysely";
import type { Core } from "../../context.ts";
import { type Job, noPayload } from "../../core/jobs.ts";
import { SEARCH_JOB } from "../../database/functions.ts";

/** Clients written in one transaction: for a second or two nobody else can edit them. */
const CHUNK = 2000;

/**
 * Writes the search text of all clients anew, after one of its functions has changed. Until then search reads a
 * client's former text. Done twice it changes nothing the second time.
 */
export const searchWork: Job<Pick<Core, "db">, object> = {
  name: SEARCH_JOB,
  payload: noPayload,
  async run({ db }, _payload, { signal }) {
    for (let after: string | undefined = "00000000-0000-0000-0000-000000000000"; after !== undefined; ) {
      signal.throwIfAborted();
      // Writing the words of custom fields makes a trigger compose both columns.
      const { rows } = await sql<{ id: string }>`
        with chunk as (select id from client where id > ${after} order by id limit ${sql.lit(CHUNK)} for update), written as (
          update client set custom_search = custom_words(custom, false), custom_search_contact = custom_words(custom, true)
          from chunk where chunk.id = client.id
            and (search, search_public, custom_search, custom_search_contact) is distinct from
              (client_search(client), client_search_public(client), custom_words(custom, false), custom_words(custom, true)))
        select id from chunk order by id desc limit 1`.execute(db);
      after = rows[0]?.id;
    }
  },
};
