import type { addressTypes } from "@clientela/shared/clients/words";
import type { ColumnType } from "kysely";

/** bigint and numeric lose digits inside JSON: branded, so that a projection cannot name them without a cast. */
export type Exact = string & { readonly exact: unique symbol };
export type Time = ColumnType<Date, Date | string, Date | string>;
export type Json<T> = ColumnType<T, string, string>;

/** A column with a default: Kysely's own type loses what a column takes besides what it answers. */
export type Generated<T> = [T] extends [ColumnType<infer S, infer I, infer U>]
  ? ColumnType<S, I | undefined, U>
  : ColumnType<T, T | undefined, T>;

/** A saved filter that named an option, before and after the option was changed. */
export interface ChangedFilter {
  id: string;
  before: object;
  after: object;
}

/** An address as stored in `client.addresses`. */
export interface StoredAddress {
  type: (typeof addressTypes)[number];
  line1?: string | null;
  line2?: string | null;
  city?: string | null;
  region?: string | null;
  postalCode?: string | null;
  country?: string | null;
}
