import { isDeepStrictEqual } from "node:util";
import { clientFields } from "@clientela/shared/clients/fields";
import type { CustomValue } from "@clientela/shared/custom-fields/types";
import { sql } from "kysely";
import type { StoredAddress } from "../../database/column-types.ts";
import type { Differences } from "../timeline/field-change.types.ts";

/** A client's row as JSON. Custom values stand under `custom`, as the table has them. */
export interface Row extends Record<string, unknown> {
  id: string;
  name: string;
  email: string | null;
  version: number;
  addresses: StoredAddress[];
  custom: Record<string, CustomValue>;
  updated_at: string;
}

/** The row without what triggers make of it. */
export const rowOf = sql<Row>`to_jsonb(client) - array['search', 'search_public', 'custom_search', 'custom_search_contact',
  'contact_words', 'contact_words_hidden', 'main_country', 'main_region', 'main_city', 'main_region_key', 'main_city_key',
  'main_postal_code_key']`;

/** What people know of a client's row; the rest goes with it. */
const told = [...Object.values(clientFields).map(({ column }) => column as string), "avatar_id"];
const companions = ["email_shared", "status_before_inactive", "last_interaction_at"];

/** Each value of a row by its column, as the ledger names them: `custom.level`. */
const valuesOf = ({ custom, ...row }: Row): Record<string, unknown> => ({
  ...row,
  ...Object.fromEntries(Object.entries(custom).map(([key, value]) => [`custom.${key}`, value])),
});

export const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === "" || (Array.isArray(value) && value.length === 0);

/** What differs between two rows, by column. */
export function differences(before: Row, after: Row, columns: "told" | "all" = "all"): Differences {
  const [was, is] = [valuesOf(before), valuesOf(after)];
  const known = columns === "told" ? told : [...told, ...companions];
  const named = Object.keys({ ...was, ...is }).filter((name) => known.includes(name) || name.startsWith("custom."));
  return Object.fromEntries(
    named
      .filter((name) => !isDeepStrictEqual(was[name] ?? null, is[name] ?? null))
      .map((name) => [name, [was[name] ?? null, is[name] ?? null]]),
  );
}

/** Differences that people are told of. */
export const toldOf = (changes: Differences): Differences =>
  Object.fromEntries(Object.entries(changes).filter(([name]) => !companions.includes(name)));

/** Assignments that make the row `before` the row `after`, or null where nothing differs. */
export function assignments(before: Row, after: Row) {
  const changed = Object.keys(after).filter((name) => !isDeepStrictEqual(before[name], after[name]));
  const value = (name: string) =>
    name === "addresses" || name === "custom" ? JSON.stringify(after[name]) : (after[name] ?? null);
  return changed.length > 0 ? sql.join(changed.map((name) => sql`${sql.ref(name)} = ${value(name)}`)) : null;
}
