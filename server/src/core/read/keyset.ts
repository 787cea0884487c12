import { createHash } from "node:crypto";
import { pageSize } from "@clientela/shared/paging";
import { GraphQLError } from "graphql";
import {
  type AliasedExpression,
  type Expression,
  type RawBuilder,
  type SelectQueryBuilder,
  type SqlBool,
  sql,
} from "kysely";
import { compile } from "./compile.ts";
import type { OrderKey, Within } from "./projection.ts";
import type { Slot, Slots } from "./slots.ts";

export interface PageArguments {
  first?: number | null;
  after?: string | null;
  last?: number | null;
  before?: string | null;
}

/** A query on any table that selects nothing yet. */
export type Query = SelectQueryBuilder<Record<string, Record<string, unknown>>, string, object>;

/** All of a page that is known while its statement is written, as it travels with the rows. */
export interface PageState {
  list: string;
  backward: boolean;
  after: boolean;
  before: boolean;
}

/** How one page is cut out of its list by the place of rows in an order, never by their number. */
export class Keyset {
  readonly state: PageState;
  /** How many rows the page has at most, known when the statement is sent. */
  readonly size: RawBuilder<number>;
  /** The same while the statement is written, rounded up to a few steps. */
  readonly most: number;
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
    const size = backward ? args.last : args.first;
    this.most = mostOf(backward ? "last" : "first", size);
    this.size = sql`${size ?? sql.lit(pageSize.usual)}::int`;
    this.state = { list, backward, after: args.after != null, before: args.before != null };
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

  get id(): Expression<unknown> {
    return (this.keys.at(-1) as OrderKey).by;
  }

  /** The order in which rows are read. */
  get order(): RawBuilder<unknown> {
    return orderBy(this.keys, this.state.backward);
  }

  /** The rows of the page, the nearest first, and one more. */
  page(rows: Query): RawBuilder<unknown> {
    return sql`(select * from ${this.cut(rows)} as o limit ${this.size} + 1)`;
  }

  /** The nearest of the rows between the cursors, and one more than the page may have. */
  cut(query: Query, size = this.most + 1): Query {
    return this.between(query).orderBy(this.order).limit(sql.lit(size));
  }

  /** Only the rows that `cut` will leave, found by an index scan of each value of the column and merged. */
  near(query: Query, { column, values }: Within, size = this.most + 1): Query {
    const own = this.cut(this.placed(query).where(sql<boolean>`${sql.ref(column)} = part.value`) as Query, size);
    const parts = sql`(select distinct unnest((select ${values}::uuid[]))) as part(value) cross join lateral ${own}`;
    // The inner select hides from the planner how many values there are, else it plans anew for each execution.
    return query.where(sql<boolean>`${this.id} in ${this.nearest(parts, size)}`);
  }

  /** The rows between the cursors. */
  between(query: Query): Query {
    let rows = query;
    if (this.after) rows = rows.where(beyond(this.keys, this.after, ">"));
    if (this.before) rows = rows.where(beyond(this.keys, this.before, "<"));
    return rows;
  }

  /** The place of a row as columns, a query of which is `placed`. */
  get place(): AliasedExpression<unknown, string>[] {
    return this.keys.map(({ by }, i) => sql`${by}`.as(`k${i}`));
  }

  /** The query with nothing but the places of its rows. */
  placed(query: Query): Query {
    return query.select(this.place) as Query;
  }

  /** The place of rows that are `placed`, by the name they have there. */
  at(name: string): { id: Expression<unknown>; order: RawBuilder<unknown> } {
    const keys = this.keys.map(({ direction }, i) => ({ by: sql.ref(`${name}.k${i}`), direction }));
    return { id: sql.ref(`${name}.k${keys.length - 1}`), order: orderBy(keys, this.state.backward) };
  }

  /** The ids of the nearest of rows that are `placed`. */
  nearest(rows: Expression<unknown>, size = this.most + 1): RawBuilder<unknown> {
    const { id, order } = this.at("near");
    return sql`(select ${id} from ${rows} as near order by ${order} limit ${sql.lit(size)})`;
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

/** The cursor of a row by its place. */
export function encode(list: string, keys: (string | null)[]): string {
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

/** @throws GraphQLError BAD_USER_INPUT when a size is out of bounds */
function mostOf(argument: string, slot: Slot<number> | null | undefined): number {
  const size = slot ? slot.known : pageSize.usual;
  if (size !== undefined) return size;
  throw badUserInput(argument, `Ask for 0 to ${pageSize.most}`);
}

/** The refusal of a cursor that this list did not make. */
export const badCursor = (argument: string) => badUserInput(argument, "Not a cursor of this list");

const badUserInput = (path: string, message: string) =>
  new GraphQLError(message, { extensions: { code: "BAD_USER_INPUT", fields: [{ path, message }] } });
