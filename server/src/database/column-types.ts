import type { ColumnType } from "kysely";

/** bigint and numeric lose digits inside JSON: branded, so that a projection cannot name them without a cast. */
export type Exact = string & { readonly exact: unique symbol };
export type Time = ColumnType<Date, Date | string | undefined, Date | string>;
export type NullableTime = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
export type Json<T> = ColumnType<T, string | undefined, string>;
