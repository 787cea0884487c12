import { sql } from "kysely";
import { type Move, movesAll } from "../../client-column.ts";

const all = movesAll("contact", { known: sql`active` });

interface Demoted {
  id: string;
  clientId: string;
}

/**
 * The survivor has one primary contact: that of the client whose contact person wins. The former ones of the others are
 * contacts like any other, until the clients are separated.
 */
export const contactsMove: Move = {
  ...all,
  async move(merging) {
    const { db, survivorId, otherIds, winners } = merging;
    const clients = [survivorId, ...otherIds];
    const { rows: demoted } = await sql<Demoted>`
      update contact set is_primary = false, version = version + 1, updated_at = now()
      where is_primary and client_id = any(${clients}::uuid[]) and client_id <> (
        select client_id from contact where is_primary and client_id = any(${clients}::uuid[])
        order by client_id <> ${winners.contactPerson ?? survivorId}, array_position(${clients}::uuid[], client_id) limit 1)
      returning id, client_id as "clientId"`.execute(db);
    const given = await all.move(merging);
    return given.map((one) => ({ ...one, before: demoted }));
  },
  async giveBack(separating, given) {
    const { db, survivorId } = separating;
    const count = await all.giveBack(separating, given);
    const demoted = (given[0]?.before ?? []) as Demoted[];
    for (const { id, clientId } of demoted) {
      await promote(sql`id = ${id} and client_id = ${clientId} and active
        and not exists (select from contact other where other.client_id = ${clientId} and other.is_primary)`).execute(
        db,
      );
    }
    // The primary one may have gone with the client it came from.
    await promote(sql`id = (select id from contact where client_id = ${survivorId} and active order by id limit 1)
      and not exists (select from contact other where other.client_id = ${survivorId} and other.is_primary)`).execute(
      db,
    );
    return count;
  },
};

const promote = (which: ReturnType<typeof sql>) =>
  sql`update contact set is_primary = true, version = version + 1, updated_at = now() where ${which}`;
