import { type Expression, type SqlBool, sql } from "kysely";
import { type Slot, type Slots, when } from "../../core/read/slots.ts";
import type { ClientFilter } from "./client.inputs.ts";

/** The form in which places and languages are compared, as the index `client_filter` has it. */
const places = {
  country: sql`client.main_country`,
  region: sql`client.main_region_key`,
  city: sql`client.main_city_key`,
  postalCode: sql`client.main_postal_code_key`,
  language: sql`lower(client.language)`,
} as const;

/** The conditions on where a client is, by its main address, and on its language [F64, F65, F66, F67]. */
export function placeConditions(filter: Slots<ClientFilter> | null | undefined): Expression<SqlBool>[] {
  const folded = (values: Slot<string[]>) => sql`array(select fold(trim(value)) from unnest(${values}::text[]) value)`;
  const upper = (values: Slot<string[]>) => values.map((codes) => codes.map((code) => code.trim().toUpperCase()));
  const lower = (values: Slot<string[]>) => values.map((tags) => tags.map((tag) => tag.trim().toLowerCase()));
  return [
    ...when(filter?.country, (values) => sql<SqlBool>`${places.country} = any(${upper(values)}::text[])`),
    ...when(filter?.region, (values) => sql<SqlBool>`${places.region} = any(${folded(values)})`),
    ...when(filter?.city, (values) => sql<SqlBool>`${places.city} = any(${folded(values)})`),
    ...when(filter?.postalCode, (values) => sql<SqlBool>`${places.postalCode} = any(${folded(values)})`),
    ...when(filter?.language, (values) => sql<SqlBool>`${places.language} = any(${lower(values)}::text[])`),
  ];
}
