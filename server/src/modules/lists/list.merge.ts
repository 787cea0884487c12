import { sql } from "kysely";
import { type Move, movesMissing } from "../../client-column.ts";

/** By list, the former state of the survivor where a merged client's refusal won, and since when that one refuses. */
type Refused = Record<string, { state: string; since: string; refused: string }>;

const moves = movesMissing(
  "client_list_member",
  { table: "client_list", column: "list_id" },
  sql`state <> 'UNSUBSCRIBED'`,
);

/** Both may be on a list, and stand to a newsletter differently: who refused it stays off it [F116]. */
export const membersMove: Move = {
  ...moves,
  async move(merging) {
    const { db, survivorId, otherIds } = merging;
    const given = await moves.move(merging);
    const { rows } = await sql<{ clientId: string; before: Refused }>`
      with refusal as (
        select distinct on (list_id) client_id, list_id, since from client_list_member
        where client_id = any(${otherIds}::uuid[]) and state = 'UNSUBSCRIBED' order by list_id, since desc
      ), own as (
        select member.list_id, member.state, member.since, refusal.client_id, refusal.since as refused
        from client_list_member member join refusal using (list_id)
        where member.client_id = ${survivorId} and member.state <> 'UNSUBSCRIBED'
      ), refused as (
        update client_list_member member set state = 'UNSUBSCRIBED', since = own.refused from own
        where member.client_id = ${survivorId} and member.list_id = own.list_id
      )
      select client_id as "clientId", jsonb_object_agg(list_id, jsonb_build_object('state', state, 'since', since, 'refused', refused)) as before
      from own group by client_id`.execute(db);
    const refused = new Map(rows.map(({ clientId, before }) => [clientId, before]));
    return given.map((one) => ({ ...one, before: refused.get(one.clientId) }));
  },
  async giveBack(separating, given) {
    const { db, survivorId } = separating;
    for (const { before } of given) {
      if (!before) continue;
      await sql`update client_list_member member
        set state = (was ->> 'state')::newsletter_status, since = (was ->> 'since')::timestamptz
        from jsonb_each(${JSON.stringify(before)}::jsonb) one(list_id, was)
        where member.client_id = ${survivorId} and member.list_id = one.list_id::uuid
          and member.state = 'UNSUBSCRIBED' and member.since = (was ->> 'refused')::timestamptz`.execute(db);
    }
    return moves.giveBack(separating, given);
  },
};
