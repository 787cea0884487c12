import { createHash } from "node:crypto";
import { pageSize } from "@clientela/shared/paging";
import { GraphQLError, type GraphQLNamedType, isObjectType } from "graphql";
import { type Expression, type RawBuilder, type SelectQueryBuilder, type SqlBool, sql } from "kysely";
import { KEY_COLUMN, MEMBER_COLUMN } from "./columns.ts";
import { compile } from "./compile.ts";
import type { Page } from "./connection.ts";
import type { OrderKey, Sought, Within } from "./projection.ts";
import type { Slot, Slots } from "./slots.ts";

/** Rows that a search reads along the list before it asks the index of words. */
interface Reach {
  near: number;
  /** If so many of the near rows match, but not a whole page, going further is faster than the index. */
  promising: number;
  far: number;
}
const REACH: Reach = { near: 500, promising: 1, far: 10_000 };
/** For each value of a column: its rows lie apart, and reading one takes two to three times as long. */
const REACH_WITHIN: Reach = { near: 300, promising: 4, far: 4000 };
/** So many of the near rows must match for counting along the list to beat counting by the index. */
const FREQUENT = 25;

export interface PageArguments {
  first?: number | null;
  after?: string | null;
  last?: number | null;
  before?: string | null;
}

/** A query on any table that selects nothing yet. */
export type Query = SelectQueryBuilder<Record<string, Record<string, unknown>>, string, object>;

/** All of a page that is known while its statement is written, as it travels with the rows. */
interface PageState {
  size: number;
  list: string;
  backward: boolean;
  after: boolean;
  before: boolean;
}

/**
 * A page's rows in the order they were read: from the end when backward. There is one more than its size if the list
 * goes on.
 */
export interface PageRows {
  state: PageState;
  rows?: { [KEY_COLUMN]?: (string | null)[]; [MEMBER_COLUMN]?: unknown }[];
  total?: number;
}

/** How one page is cut out of its list by the place of rows in an order, never by their number. */
export class Keyset {
  readonly state: PageState;
  private readonly after: Slot<string[]> | undefined;
  private readonly before: Slot<string[]> | undefined;

  /**
   * @param keys the whole order, a unique key last
   * @throws GraphQLError BAD_USER_INPUT when both `first` and `last` are given, or one out of bounds
   */
  constructor(
    private readonly keys: readonly OrderKey[],
    args: Slots<PageArguments>,
  ) {
    if (args.first != null && args.last != null) throw badUserInput("last", "Give either first or last");
    const backward = args.last != null;
    const list = createHash("sha1")
      .update(compile(orderBy(keys, false)).sql)
      .digest("base64url")
      .slice(0, 8);
    const size = backward ? sizeOf("last", args.last) : sizeOf("first", args.first);
    this.state = { size, list, backward, after: args.after != null, before: args.before != null };
    this.after = args.after?.map((cursor) => this.decode("after", cursor));
    this.before = args.before?.map((cursor) => this.decode("before", cursor));
  }

  /** The argument that holds a cursor, if one does. */
  get cursor(): string | undefined {
    return this.state.after ? "after" : this.state.before ? "before" : undefined;
  }

  /** The place of a row in the order, as text: no other form keeps a timestamp's microseconds through JSON. */
  get key(): RawBuilder<unknown> {
    return sql`json_build_array(${sql.join(this.keys.map(({ by }) => sql`(${by})::text`))})`;
  }

  /** The rows between the cursors, the nearest first, and one more than asked for. */
  cut(query: Query, size = this.state.size + 1): Query {
    return this.between(query).orderBy(orderBy(this.keys, this.state.backward)).limit(sql.lit(size));
  }

  /** Only the rows that `cut` will leave, found by an index scan of each value of the column and merged. */
  near(query: Query, { column, values }: Within, size = this.state.size + 1): Query {
    const own = this.cut(this.placed(query).where(sql<boolean>`${sql.ref(column)} = part.value`) as Query, size);
    const parts = sql`(select distinct unnest((select ${values}::uuid[]))) as part(value) cross join lateral ${own}`;
    // The inner select hides from the planner how many values there are, else it plans anew for each execution.
    return query.where(sql<boolean>`${this.keys.at(-1)?.by} in ${this.nearest(parts, size)}`);
  }

  /** Only the matching rows that `cut` will leave. */
  seek(query: Query, table: string, sought: Sought, within?: Within): Query {
    const id = this.keys.at(-1)?.by;
    const size = sql.lit(this.state.size + 1);
    const reach = within ? REACH_WITHIN : REACH;
    const given = sql`(select value from given)`;
    const found = (rows: number, from: Query) => this.alongList(from, rows, table, sought.matches(given), within);
    const near = sql`(select count(*) from near)`;
    const far = sql`(select count(*) from far)`;
    const promising = sql<boolean>`${near} between ${sql.lit(reach.promising)} and ${sql.lit(this.state.size)}`;
    const byIndex = (condition: Expression<SqlBool>) => {
      const rows = this.placed(this.between(query)).where(sql<boolean>`${near} < ${size} and ${far} < ${size}`);
      // The offset keeps the planner from walking along the list in the hope of an early match.
      return this.nearest(sql`(${rows.where(condition)} offset 0)`, this.state.size + 1);
    };
    // Each part is only run where the one before it has not found enough.
    return query.where(sql<boolean>`${id} = any(array(
      with given as materialized (select ${sought.given} as value),
        near as materialized (${found(reach.near, query)}), far as materialized (${found(reach.far, query.where(promising))})
      select id from near where ${near} >= ${size}
      union all
      select id from far where ${far} >= ${size}
      union all
      ${byIndex(sought.indexed)}
      union all
      ${byIndex(sql<boolean>`${id} = any(array(${sought.others(given)}))`)}))`);
  }

  /** The number of rows that match, counted up to `most`. */
  count(query: Query, table: string, sought: Sought, most: number, within?: Within): RawBuilder<unknown> {
    const id = this.keys.at(-1)?.by;
    const given = sql`(select value from given)`;
    const ids = query.select(sql`${id}`.as("id"));
    const counted = (found: Expression<unknown>) =>
      sql`(select count(*) from (${found} limit ${sql.lit(most)}) as counted)`;
    const near = sql`(select count(*) from ${this.window(query, table, within)} as ${sql.table(table)} where ${sought.matches(given)})`;
    const byIndex = sql`select * from ${ids.where(sought.indexed)} as own
      union select * from ${ids.where(sql<boolean>`${id} = any(array(${sought.others(given)}))`)} as others`;
    return sql`(with given as materialized (select ${sought.given} as value)
      select case when ${near} >= ${sql.lit(FREQUENT)} then ${counted(sql`select from ${ids.where(sought.matches(given))} as every`)}
      else ${counted(byIndex)} end)`;
  }

  private between(query: Query): Query {
    let rows = query;
    if (this.after) rows = rows.where(beyond(this.keys, this.after, ">"));
    if (this.before) rows = rows.where(beyond(this.keys, this.before, "<"));
    return rows;
  }

  /** The query with nothing but the places of its rows in the order. */
  private placed(query: Query): Query {
    return query.select(this.keys.map(({ by }, i) => sql`${by}`.as(`k${i}`))) as Query;
  }

  /** The keys of rows that are `placed`, under the name they have there. */
  private placedKeys(name: string): OrderKey[] {
    return this.keys.map(({ direction }, i) => ({ by: sql.ref(`${name}.k${i}`), direction }));
  }

  /** The ids of the nearest of rows that are `placed`. */
  private nearest(rows: Expression<unknown>, size: number): RawBuilder<unknown> {
    const placed = this.placedKeys("near");
    return sql`(select ${placed.at(-1)?.by} from ${rows} as near order by ${orderBy(placed, this.state.backward)} limit ${sql.lit(size)})`;
  }

  /** The ids of those that match among the nearest rows, as many as a page needs, the nearest first. */
  private alongList(query: Query, size: number, table: string, matches: Expression<SqlBool>, within?: Within) {
    const order = orderBy(this.keys, this.state.backward);
    const page = sql.lit(this.state.size + 1);
    if (!within) {
      const id = this.keys.at(-1)?.by;
      return sql`select ${id} as id from ${this.cut(query.selectAll() as Query, size)} as ${sql.table(table)}
        where ${matches} order by ${order} limit ${page}`;
    }
    const columns = sql.join(this.keys.map(({ by }, i) => sql`${by} as ${sql.ref(`k${i}`)}`));
    const placed = this.placedKeys("part");
    const own = query
      .selectAll()
      .select(sql`row_number() over (order by ${order})`.as("place"))
      .where(sql<boolean>`${sql.ref(within.column)} = value.value`) as Query;
    // Each value's rows are searched up to a limit. After the first row at which a value met its limit, later matches
    // of that value may be missing: stop there.
    return sql`select ${placed.at(-1)?.by} as id from (
        select part.*, count(*) filter (where part.last) over (order by ${orderBy(placed, this.state.backward)} rows between unbounded preceding and 1 preceding) as ended
        from (select distinct unnest((select ${within.values}::uuid[]))) as value(value) cross join lateral (
          select ${columns}, ${matches} as matches, place = ${sql.lit(size)} as last
          from ${this.cut(own, size)} as ${sql.table(table)}
          where place = ${sql.lit(size)} or ${matches} order by ${order} limit ${page}) as part) as part
      where part.matches and part.ended = 0 order by ${orderBy(placed, this.state.backward)} limit ${page}`;
  }

  /** The near rows, of each value where there are several, whole and under the name of their table. */
  private window(query: Query, table: string, within?: Within): Expression<unknown> {
    if (!within) return this.cut(query.selectAll() as Query, REACH.near);
    const own = query.selectAll().where(sql<boolean>`${sql.ref(within.column)} = part.value`) as Query;
    return sql`(select ${sql.table(table)}.* from (select distinct unnest((select ${within.values}::uuid[]))) as part(value)
      cross join lateral ${this.cut(own, REACH_WITHIN.near)} as ${sql.table(table)})`;
  }

  private decode(argument: string, cursor: string): string[] {
    const [list, ...keys] = parseArray(Buffer.from(cursor, "base64url").toString());
    const fits = list === this.state.list && keys.length === this.keys.length;
    if (!fits || !keys.every((key) => typeof key === "string")) throw badCursor(argument);
    return keys;
  }
}

function orderBy(keys: readonly OrderKey[], reversed: boolean): RawBuilder<unknown> {
  const direction = (key: OrderKey) => sql.raw((key.direction === "desc") !== reversed ? "desc" : "asc");
  return sql.join(keys.map((key) => sql`${key.by} ${direction(key)}`));
}

/** What lies on one side of a cursor. Only where all keys run in one direction can PostgreSQL compare them as a row. */
function beyond(keys: readonly OrderKey[], cursor: Slot<string[]>, ascending: ">" | "<"): Expression<SqlBool> {
  const sign = ({ direction }: OrderKey) => sql.raw((direction === "asc") === (ascending === ">") ? ">" : "<");
  const value = (i: number) => cursor.map((texts) => texts[i]);
  const first = keys[0] as OrderKey;
  if (keys.every(({ direction }) => direction === first.direction)) {
    const row = sql.join(keys.map(({ by }) => by));
    return sql`(${row}) ${sign(first)} (${sql.join(keys.map((_, i) => value(i)))})`;
  }
  const from = (i: number): Expression<SqlBool> => {
    const key = keys[i] as OrderKey;
    const past = sql<SqlBool>`${key.by} ${sign(key)} ${value(i)}`;
    return i === keys.length - 1 ? past : sql`(${past} or (${key.by} = ${value(i)} and ${from(i + 1)}))`;
  };
  // Implied by the rest, but the only part of it that an index can start from.
  return sql`(${first.by} ${sign(first)}= ${value(0)} and ${from(0)})`;
}

/**
 * A page's rows as the connection that GraphQL shows.
 *
 * @throws Error when a key of the order is null: such rows would be lost between pages
 */
export function toConnection({ state, rows = [], total }: PageRows): Page {
  const shown = rows.slice(0, state.size);
  if (state.backward) shown.reverse();
  const edges = shown.map((row) => ({
    node: MEMBER_COLUMN in row ? row[MEMBER_COLUMN] : row,
    cursor: row[KEY_COLUMN] ? encode(state.list, row[KEY_COLUMN]) : "",
  }));
  const more = rows.length > state.size;
  const pageInfo = {
    hasNextPage: state.before || (!state.backward && more),
    hasPreviousPage: state.after || (state.backward && more),
    startCursor: edges.at(0)?.cursor ?? null,
    endCursor: edges.at(-1)?.cursor ?? null,
  };
  return { nodes: edges.map(({ node }) => node), edges, pageInfo, totalCount: total as number };
}

function encode(list: string, keys: (string | null)[]): string {
  if (keys.includes(null)) throw new Error("A key of this list's order is null: wrap it in coalesce");
  return Buffer.from(JSON.stringify([list, ...keys])).toString("base64url");
}

function parseArray(text: string): unknown[] {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}

/** A size stands in the text of its statement: PostgreSQL plans each execution anew if it does not know the limit. */
function sizeOf(argument: string, slot: Slot<number> | null | undefined): number {
  const size = slot ? slot.known : pageSize.usual;
  if (size !== undefined && size <= pageSize.most) return size;
  throw badUserInput(argument, `Ask for 0 to ${pageSize.most}`);
}

/** The refusal of a cursor that this list did not make. */
export const badCursor = (argument: string) => badUserInput(argument, "Not a cursor of this list");

const badUserInput = (path: string, message: string) =>
  new GraphQLError(message, { extensions: { code: "BAD_USER_INPUT", fields: [{ path, message }] } });

/** Whether a type is a connection, known by its fields. */
export function isConnection(type: GraphQLNamedType): boolean {
  if (!isObjectType(type)) return false;
  const { nodes, edges, pageInfo } = type.getFields();
  return Boolean(nodes && edges && pageInfo);
}
