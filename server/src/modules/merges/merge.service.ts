import { type Kysely, sql } from "kysely";
import type { Given } from "../../client-column.ts";
import { type Context, viewerOf, writtenBy } from "../../context.ts";
import { transact } from "../../core/transact.ts";
import type { Database } from "../../database/tables.ts";
import type { Differences } from "../timeline/field-change.types.ts";
import { movesOf } from "./merge.columns.ts";
import { inTurn, lockFields, namesOnClient, untangled } from "./merge.locks.ts";
import { findRows, namedClients, planned } from "./merge.plan.ts";
import { assignments, differences, isEmpty, type Row, rowOf, toldOf } from "./merge.row.ts";
import type { MergeClientsInput, MergeResult } from "./merge.types.ts";

/**
 * Makes several clients one: everything of the others becomes the survivor's, and their ids answer with it. For thirty
 * days it can be undone [F134, F135, B1].
 * @throws BAD_USER_INPUT; NOT_FOUND when the viewer does not see one of them; ILLEGAL_STATE for one that was merged
 */
export async function mergeClients(context: Context, input: MergeClientsInput): Promise<MergeResult> {
  const { core } = context;
  const named = namedClients(input);
  const { survivorId, otherIds } = named;
  return untangled(() =>
    transact(core, writtenBy(context, "merge"), async (_em, db) => {
      await inTurn(db);
      await lockFields(db);
      const rows = await findRows(db, viewerOf(context), named, true);
      const [before, ...others] = rows;
      const { after, winners } = planned(context, rows, named.chosen);
      const linked = await namesOnClient(db, survivorId);
      // First: the e-mail of one of them may be the survivor's then.
      await sql`update client set deleted_at = now(), version = version + 1 where id = any(${otherIds}::uuid[])`.execute(
        db,
      );
      const parts: Record<string, Given[]> = {};
      for (const [table, { move }] of movesOf(core)) parts[table] = await move({ db, survivorId, otherIds, winners });
      after.last_interaction_at = latest(rows);
      await write(db, before, after, Math.max(...rows.map(({ version }) => version)));
      const now = await findRow(db, survivorId);
      const changes = { ...differences(before, now), ...(await linkedSince(db, survivorId, linked)) };
      const mergeId = await keep(db, {
        survivorId,
        actorId: viewerOf(context).userId,
        changes,
        clients: others.map((other) => ({ id: other.id, name: other.name, lost: lostOf(other, now) })),
        parts,
      });
      const moved = Object.values(parts).flat();
      return { mergeId, clientId: survivorId, moved: moved.reduce((sum, { keys }) => sum + keys.length, 0) };
    }),
  );
}

export const findRow = async (db: Kysely<Database>, id: string): Promise<Row> =>
  (await db.selectFrom("client").select(rowOf.as("row")).where("id", "=", id).executeTakeFirstOrThrow()).row;

/** Gives a client's row other values. No version of any of the clients is the new one, so an older form is noticed. */
export async function write(db: Kysely<Database>, before: Row, after: Row, above: number): Promise<void> {
  const values = assignments(before, after);
  await sql`update client set ${values ? sql`${values},` : sql``} version = greatest(version, ${above}) + 1, updated_at = now()
    where id = ${before.id}`.execute(db);
}

function latest(rows: readonly Row[]): string | null {
  const moments = rows.flatMap(({ last_interaction_at: at }) => (at ? [at as string] : []));
  return moments.sort().at(-1) ?? null;
}

/** What a merged client had otherwise than the survivor has now, by column: [lost, won]. */
const lostOf = (other: Row, now: Row): Differences =>
  Object.fromEntries(
    Object.entries(toldOf(differences(other, now))).filter(
      ([column, [lost]]) => column !== "contact_person" && !isEmpty(lost),
    ),
  );

/** The names of tags and plain lists that came or went, as the ledger tells them. */
export async function linkedSince(
  db: Kysely<Database>,
  id: string,
  before: Record<"tags" | "lists", string[]>,
): Promise<Differences> {
  const now = await namesOnClient(db, id);
  return Object.fromEntries(
    (["tags", "lists"] as const).flatMap((column) => {
      const gone = before[column].filter((name) => !now[column].includes(name));
      const come = now[column].filter((name) => !before[column].includes(name));
      const set = (names: string[]) => (names.length > 0 ? names : null);
      return gone.length + come.length > 0 ? [[column, [set(gone), set(come)]]] : [];
    }),
  );
}

interface Kept {
  survivorId: string;
  actorId: string;
  clients: { id: string; name: string; lost: Differences }[];
  changes: Differences;
  parts: Record<string, Given[]>;
}

/** Writes down what was done, for the way back, and who answers for the merged clients. */
async function keep(db: Kysely<Database>, { survivorId, actorId, clients, changes, parts }: Kept): Promise<string> {
  const { id } = await db
    .insertInto("client_merge")
    .values({
      survivor_id: survivorId,
      clients: JSON.stringify(clients),
      changes: JSON.stringify(changes),
      actor_id: actorId,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  const rows = Object.entries(parts).flatMap(([table_name, all]) =>
    all.map(({ clientId: client_id, keys, before, names }) => ({
      merge_id: id,
      client_id,
      table_name,
      keys,
      before: before === undefined ? null : JSON.stringify(before),
      names: names ? JSON.stringify(names) : null,
    })),
  );
  if (rows.length > 0) await db.insertInto("client_merge_part").values(rows).execute();
  await sql`insert into merged_client (client_id, survivor_id, merge_id, email, keys)
    select id, ${survivorId}, ${id}, email, duplicate_keys(phone, mobile, whatsapp, tax_id)
    from client where id = any(${clients.map((client) => client.id)}::uuid[])`.execute(db);
  return id;
}
