import { type CustomFieldsRules, type CustomValues, customFieldsRules } from "@clientela/shared/custom-fields/rules";
import { type CustomValue, hasOptions, isContactType } from "@clientela/shared/custom-fields/types";
import { normalizePhone } from "@clientela/shared/normalize/phone";
import { valueUnder } from "@clientela/shared/records";
import type { Kysely } from "kysely";
import { z } from "zod";
import { type Context, viewerOf } from "../../context.ts";
import { forbidden, parseInput } from "../../core/errors.ts";
import type { Database } from "../../database/tables.ts";
import { MASK } from "../access/visible.ts";
import { type CustomFieldRow, customFieldsOf } from "./custom-field.references.ts";
import { shownValue, storedValue } from "./option.values.ts";

type Stored = Record<string, CustomValue>;

/** The custom values of a client as the viewer may read them: of fields in use only, hidden contact data masked. */
export function shownCustomValues(custom: Stored, context: Context): Stored {
  const { seesContactData } = viewerOf(context);
  const shown = customFieldsOf(context.core)
    .active()
    .flatMap((field): [string, CustomValue][] => {
      const { key, type } = field;
      if (!Object.hasOwn(custom, key)) return [];
      if (isContactType(type) && !seesContactData) return [[key, MASK]];
      const value = hasOptions(type) ? shownValue(field, custom[key] as CustomValue) : (custom[key] as CustomValue);
      return value === null ? [] : [[key, value]];
    });
  return Object.fromEntries(shown);
}

/** The custom values of a client that are contact data, shown as they are: for revealing alone. */
export const contactValues = (custom: Stored, { core }: Context): { key: string; label: string; value: string }[] =>
  customFieldsOf(core)
    .active()
    .filter(({ key, type }) => isContactType(type) && Object.hasOwn(custom, key))
    .map(({ key, label }) => ({ key, label, value: String(custom[key]) }));

/**
 * The custom values that an input gives, and the rules they have to obey. Null in place of them all clears each that
 * the viewer sees. Required ones are asked of people, not of programs.
 * @throws FORBIDDEN for a change of contact data that is hidden from the viewer
 */
export async function customInput(
  context: Context,
  given: unknown,
  purpose: "create" | "update",
): Promise<{ given: unknown; rules: CustomFieldsRules }> {
  const { core } = context;
  const { kind, seesContactData } = viewerOf(context);
  // Another process may have added a field a moment ago.
  if (given !== undefined) await core.live.catchUp();
  const fields = customFieldsOf(core).active();
  const hidden = purpose === "update" && !seesContactData ? fields.filter(({ type }) => isContactType(type)) : [];
  if (typeof given === "object" && hidden.some(({ key }) => Object.hasOwn(given ?? {}, key))) {
    throw forbidden("errors.maskedEdit");
  }
  const cleared = () =>
    Object.fromEntries(fields.filter((field) => !hidden.includes(field)).map(({ key }) => [key, null]));
  const required = kind === "user" ? (purpose === "create" ? "given" : "kept") : "no";
  return { given: given === null ? cleared() : given, rules: rulesOf(fields, required) };
}

type Required = Parameters<typeof customFieldsRules>[1]["required"];
const made = new WeakMap<readonly CustomFieldRow[], Map<Required, CustomFieldsRules>>();

/** Made once per state of the definitions: making rules takes longer than parsing by them. */
function rulesOf(fields: readonly CustomFieldRow[], required: Required): CustomFieldsRules {
  const known = made.get(fields) ?? new Map<Required, CustomFieldsRules>();
  made.set(fields, known);
  const rules = known.get(required) ?? customFieldsRules(fields, { required });
  known.set(required, rules);
  return rules;
}

/**
 * Parses the given values once more by their definitions as they are now. Nobody changes these until the transaction
 * ends, so no option is renamed or removed while a client gets it. Call it before locking the client, for renaming
 * locks in this order.
 * @returns what makes a client's values out of those before; phones in E.164 by the client's country
 * @throws BAD_USER_INPUT
 */
export async function lockCustomValues(
  sql: Kysely<Database>,
  given: CustomValues | undefined,
): Promise<(before: Stored, country: string | null | undefined) => Stored> {
  const keys = Object.keys(given ?? {});
  if (keys.length === 0) return (before) => before;
  const fields = await sql
    .selectFrom("custom_field")
    .select(["key", "type", "options", "required", "stored", "written"])
    .where("key", "in", keys)
    .where("deleted_at", "is", null)
    .orderBy("id")
    .forShare()
    .execute();
  const rules = z.object({ customFields: customFieldsRules(fields, { required: "no" }) });
  const { customFields = {} } = parseInput(rules, { customFields: given });
  return (before, country) => {
    const after: Stored = { ...before };
    for (const field of fields) {
      const { key, type } = field;
      if (!Object.hasOwn(customFields, key)) continue;
      const value = customFields[key] ?? null;
      if (value === null) delete after[key];
      else if (type === "PHONE") after[key] = normalizePhone(String(value), country);
      else after[key] = hasOptions(type) ? storedValue(field, value, valueUnder(before, key)) : value;
    }
    return after;
  };
}
