import { type Kysely, type RawBuilder, sql } from "kysely";
import type { Database } from "./database/tables.ts";

/** Clients that become one, within the transaction that does it. They are locked. */
export interface Merging {
  db: Kysely<Database>;
  survivorId: string;
  /** In the order in which they were named. */
  otherIds: readonly string[];
  /** Of these clients the one whose value of a field wins, by the field's key. */
  winners: Readonly<Record<string, string | undefined>>;
}

/** What one merged client gave to the survivor. */
export interface Given {
  clientId: string;
  /** Of the rows that are the survivor's now. */
  keys: string[];
  /** What the way back has to know besides; read by whom it was written by. */
  before?: unknown;
  /** Of all that the merged client had, by key, where people know it by a name. */
  names?: Record<string, string>;
}

type Separating = Pick<Merging, "db" | "survivorId">;

/** How rows that refer to clients become those of a survivor, and again those of the clients they were of. */
export interface Move {
  /** How many rows would move. */
  count(merging: Merging): Promise<number>;
  move(merging: Merging): Promise<Given[]>;
  /** Gives back what still is the survivor's. Answers how many rows that were. */
  giveBack(separating: Separating, given: readonly Given[]): Promise<number>;
  /** How many rows the survivor got since; absent where nothing tells. */
  countAdded?(separating: Separating, since: Date): Promise<number>;
  /** The names of what a client had and has no more, after it was given back. */
  missing?(separating: Separating, given: Given): Promise<string[]>;
}

/** A column that refers to a client, and what merging does with its rows. */
export type ClientColumn = {
  [Table in keyof Database]: {
    table: Table;
    column: keyof Database[Table];
    /** A text says why the rows stay where they are. */
    onMerge: Move | string;
  };
}[keyof Database];

type Columns<Table extends keyof Database> = Extract<keyof Database[Table], string>;
interface Plain<Table extends keyof Database> {
  column?: Columns<Table>;
  key?: Columns<Table>;
  /** The condition of a partial index on the column. Another index has the rest of the rows. */
  indexed?: RawBuilder<unknown>;
  /** What else is set in a row that moves, and in one that goes back to `to`. */
  also?: { moved: RawBuilder<unknown>; back: (to: string) => RawBuilder<unknown> };
  /** Which rows people know of: those of them that came after a merge are told when it is undone. */
  known?: RawBuilder<unknown>;
}

/** All rows become the survivor's. */
export function movesAll<Table extends keyof Database>(
  table: Table,
  { column = "client_id" as Columns<Table>, key = "id" as Columns<Table>, indexed, also, known }: Plain<Table> = {},
): Move {
  const [rows, ofClient, keyOf] = [sql.table(table), sql.ref(column), sql.ref(key)];
  const parts = indexed ? [indexed, sql`not (${indexed})`] : [sql`true`];
  return {
    async count({ db, otherIds }) {
      const counts = parts.map(
        (part) => sql`select count(*) as n from ${rows} where ${ofClient} = any(${otherIds}::uuid[]) and ${part}`,
      );
      return counted(db, sql`select sum(n)::int as n from (${sql.join(counts, sql` union all `)}) part`);
    },
    async move({ db, survivorId, otherIds }) {
      const found: Given[] = [];
      for (const part of parts) {
        const moved = sql`update ${rows} moved set ${ofClient} = ${survivorId} ${also ? sql`, ${also.moved}` : sql``}
          from unnest(${otherIds}::uuid[]) other(id) where moved.${ofClient} = other.id and ${part}
          returning other.id as client_id, moved.${keyOf} as key`;
        found.push(...(await collected(db, moved)));
      }
      return joined(found);
    },
    async giveBack({ db, survivorId }, given) {
      let count = 0;
      for (const { clientId, keys } of given) {
        const { numAffectedRows } = await sql`
          update ${rows} moved set ${ofClient} = ${clientId} ${also ? sql`, ${also.back(clientId)}` : sql``}
          where moved.${keyOf} = any(${keys}::uuid[]) and moved.${ofClient} = ${survivorId}`.execute(db);
        count += Number(numAffectedRows ?? 0);
      }
      return count;
    },
    ...(known && {
      countAdded: ({ db, survivorId }: Separating, since: Date) =>
        counted(
          db,
          sql`select count(*)::int as n from ${rows}
            where ${ofClient} = ${survivorId} and ${known} and uuid_extract_timestamp(${keyOf}) > ${since}`,
        ),
    }),
  };
}

/**
 * Of rows that a client has once for each of something, those become the survivor's that it has not yet. The others
 * stay where they are, so that nothing is lost.
 * @param first which of several merged clients' rows comes first
 */
export function movesMissing<Table extends "client_tag" | "client_list_member">(
  table: Table,
  of: { table: "tag" | "client_list"; column: Columns<Table> },
  first?: RawBuilder<unknown>,
): Move {
  const [rows, what, named] = [sql.table(table), sql.ref(of.column), sql.table(of.table)];
  const missing = ({ survivorId, otherIds }: Merging) => sql`
    select distinct on (${what}) client_id, ${what} as key from ${rows} others
    where client_id = any(${otherIds}::uuid[])
      and not exists (select from ${rows} own where own.client_id = ${survivorId} and own.${what} = others.${what})
    order by ${what}, ${first ? sql`${first}, ` : sql``}array_position(${otherIds}::uuid[], client_id)`;
  return {
    count: (merging) => counted(merging.db, sql`select count(*)::int as n from (${missing(merging)}) missing`),
    async move(merging) {
      const { db, survivorId, otherIds } = merging;
      const { rows: all } = await sql<{ clientId: string; names: Record<string, string> }>`
        select client_id as "clientId", jsonb_object_agg(named.id, named.name) as names
        from ${rows} held join ${named} named on named.id = held.${what}
        where client_id = any(${otherIds}::uuid[]) group by client_id`.execute(db);
      const moved = await collected(
        db,
        sql`update ${rows} moved set client_id = ${survivorId} from (${missing(merging)}) missing
          where moved.client_id = missing.client_id and moved.${what} = missing.key
          returning missing.client_id, missing.key`,
      );
      return all.map(({ clientId, names }) => {
        const keys = moved.find((given) => given.clientId === clientId)?.keys ?? [];
        return { clientId, keys, names };
      });
    },
    giveBack: movesAll<keyof Database>(table, { key: of.column as never }).giveBack,
    async missing({ db }, { clientId, names = {} }) {
      const { rows: held } = await sql<{ key: string }>`
        select ${what} as key from ${rows} where client_id = ${clientId}`.execute(db);
      const has = new Set(held.map(({ key }) => key));
      return Object.entries(names).flatMap(([key, name]) => (has.has(key) ? [] : [name]));
    },
  };
}

/** The keys of moved rows, by the client they were of. */
async function collected(db: Kysely<Database>, moved: RawBuilder<unknown>): Promise<Given[]> {
  const { rows } = await sql<{ clientId: string; keys: string[] }>`
    with moved as (${moved}) select client_id as "clientId", array_agg(key) as keys from moved group by client_id`.execute(
    db,
  );
  return rows;
}

const counted = async (db: Kysely<Database>, count: RawBuilder<unknown>): Promise<number> =>
  (count as RawBuilder<{ n: number }>).execute(db).then(({ rows }) => rows[0]?.n ?? 0);

const joined = (all: Given[]): Given[] =>
  [...Map.groupBy(all, ({ clientId }) => clientId)].map(([clientId, parts]) => ({
    clientId,
    keys: parts.flatMap(({ keys }) => keys),
  }));
