import {
  type AliasableExpression,
  type Expression,
  type ExpressionBuilder,
  type SelectQueryBuilder,
  type SqlBool,
  sql,
} from "kysely";
import type { Exact } from "../../database/column-types.ts";
import type { Database } from "../../database/tables.ts";
import type { Viewer } from "../viewer.ts";
import type { Slot, Slots } from "./slots.ts";

/** A table of the database by its name. */
export type Table<DB = Database> = keyof DB & string;

type Selected<C> = C extends { readonly __select__: infer S } ? S : C;
/** The columns of a table that keep their value inside JSON. */
export type SafeColumn<T extends Table<DB>, DB = Database> = {
  [C in keyof DB[T] & string]: Extract<Selected<DB[T][C]>, Exact | bigint> extends never ? C : never;
}[keyof DB[T] & string];

/** Where each GraphQL field of an object type comes from: a column by its name, or an expression made by `field`. */
export interface Projection<T extends Table<DB>, Fields extends string = string, DB = Database> {
  table: T;
  fields: Record<Fields, SafeColumn<T, DB> | ComputedField<T, DB>>;
}

/** Which object type of an interface or union a row is, told by one of its columns. */
export interface AbstractProjection<T extends Table<DB>, DB = Database> {
  table: T;
  kindColumn: SafeColumn<T, DB>;
  /**
   * Keyed by the name of the object type; the member without `kinds` takes every kind that no other names. Modules may
   * bring more: see `Readable`.
   */
  members?: Record<string, { kinds?: readonly string[]; projection: Projection<T, string, DB> }>;
}

/** A field read by an expression. */
export interface ComputedField<T extends Table<DB>, DB = Database> {
  select(scope: Scope<T, never, DB>): AliasableExpression<unknown>;
  resolve: ComputedResolve;
}
type ComputedResolve = ((value: never, context: never) => unknown) | undefined;

/**
 * A field read by an expression over its table `T` and its arguments `A`.
 *
 * @param resolve turns the value, as it is in JSON, into what GraphQL shows; annotate both of its parameters.
 */
export function field<T extends Table<DB>, A = object, DB = Database>(
  select: (scope: Scope<T, A, DB>) => AliasableExpression<unknown>,
  resolve?: ComputedResolve,
): ComputedField<T, DB> {
  return { select: select as ComputedField<T, DB>["select"], resolve };
}

/** A root field: the one expression that answers it, built around what the query selects. */
export interface Root<A = object, DB = Database> {
  /**
   * True if one value of an argument is rare and another common: no plan serves both. PostgreSQL then plans each
   * execution for its values, which takes about a millisecond.
   */
  plannedAnew?: boolean;
  build(scope: Scope<never, A, DB>): Expression<unknown>;
}

/** The viewer while a statement is written: everything that may change its text is known, the person stays a slot. */
export interface ViewerScope extends Pick<Viewer, "kind" | "role" | "seesAllClients" | "seesContactData"> {
  userId: Slot<string>;
  teamIds: Slot<string[]>;
  locale: Slot<string>;
}

/** What the SQL of a field may use. */
export interface Scope<T extends Table<DB>, A = object, DB = Database> {
  eb: ExpressionBuilder<DB, T>;
  args: Slots<A>;
  viewer: ViewerScope;
  /** The related record, or null. */
  one: Relation<DB>;
  /** The related records, in the order of the query. */
  many: Relation<DB>;
  /** A keyset page of the related records; the field's own first, after, last and before choose which. */
  page: PageRelation<DB>;
  /** An object read from the same row. */
  same(of: Projection<T, string, DB>): AliasableExpression<unknown>;
}

/** The projection of an object type as the writer sees it, whatever its table. */
export interface ObjectProjection {
  table: string;
  fields: Record<string, string | { select(scope: never): AliasableExpression<unknown>; resolve: ComputedResolve }>;
}
/** A projection as the writer sees it, whatever its table. */
export type AnyProjection = ObjectProjection | InterfaceProjection;
/** The projection of an interface or union as the writer sees it, whatever its table. */
export interface InterfaceProjection {
  table: string;
  kindColumn: string;
  members?: Record<string, Member>;
}
/** An object type of an interface or union, and the kinds of rows that it takes. */
export interface Member {
  kinds?: readonly string[] | undefined;
  projection: ObjectProjection;
}

type Related<U extends Table<DB>, DB> = Projection<U, string, DB> | AbstractProjection<U, DB>;
type From<U, Q, D> = SelectQueryBuilder<D, (Q | U) & keyof D, object>;
type Relation<DB> = <U extends Table<DB>, D extends DB, Q extends keyof D>(
  of: Related<U, DB>,
  from: From<U, Q, D>,
) => AliasableExpression<unknown>;
type PageRelation<DB> = <U extends Table<DB>, D extends DB, Q extends keyof D>(
  of: Related<U, DB>,
  from: From<U, Q, D>,
  order: OrderKey | readonly OrderKey[],
  help?: PageHelp,
) => AliasableExpression<unknown>;

/** Facts about a list with which its pages are found faster. */
export interface PageHelp {
  within?: Within | undefined;
  sought?: Sought | undefined;
}

/** One key of a list's order. Its value must never be null (use `coalesce`). The table's `id` follows by itself. */
export interface OrderKey {
  by: Expression<unknown>;
  direction: "asc" | "desc";
}

/** Ascending by a column (`client.name`) or an expression that is never null. */
export const asc = (by: string | Expression<unknown>): OrderKey => ({ by: expressionOf(by), direction: "asc" });
/** Descending by a column (`client.created_at`) or an expression that is never null. */
export const desc = (by: string | Expression<unknown>): OrderKey => ({ by: expressionOf(by), direction: "desc" });
const expressionOf = (by: string | Expression<unknown>) => (typeof by === "string" ? sql.ref(by) : by);

/**
 * A column that only has a few of its many values in this list. Each value is read in order by its own index scan.
 * `column = any(values) order by …` may instead walk the whole order, past all rows with other values.
 */
export interface Within {
  column: string;
  values: Slot<readonly string[]>;
}

/**
 * Words looked for in a long list. A frequent word is soon met along the list's order; the index of words would bring
 * far too many rows. A rare word is found by the index; the list's order would be walked for nothing. Both ways are
 * given, and the nearest rows decide between them.
 */
export interface Sought {
  /** A query of one value that is looked up once for the whole statement, such as the tags that match. */
  given: Expression<unknown>;
  /** Whether a row of the list's table matches. */
  matches(given: Expression<unknown>): Expression<SqlBool>;
  /** Whether an index of the table alone tells that it matches. */
  indexed: Expression<SqlBool>;
  /**
   * A condition of the same index that holds for the first rows of the order alone, and for none where `others` finds
   * any. Without it the index goes through the whole table's words, however soon there would be enough.
   */
  recent?: ((given: Expression<unknown>) => Expression<SqlBool>) | undefined;
  /** A query for the ids of the rows that match by anything else. */
  others(given: Expression<unknown>): Expression<unknown>;
}
