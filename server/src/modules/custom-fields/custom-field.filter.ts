import { type CustomFieldType, isContactType } from "@clientela/shared/custom-fields/types";
import { type Expression, type RawBuilder, type SqlBool, sql } from "kysely";
import { type Context, viewerOf } from "../../context.ts";
import { badInput, forbidden } from "../../core/errors.ts";
import type { Root } from "../../core/read/projection.ts";
import { Slot, type Slots } from "../../core/read/slots.ts";
import type { Viewer } from "../../core/viewer.ts";
import { type CustomFieldRow, customFieldsOf } from "./custom-field.references.ts";
import type { CustomFieldCondition, FieldOperator } from "./custom-field.types.ts";
import { fits, operandOf } from "./operand.ts";
import { isRenamed, valuesOfOption } from "./option.values.ts";

const MAX_CONDITIONS = 20;
const MAX_ROOTS = 200;
/**
 * Up to so many clients are found by their ids and sorted. More of them are met soon by walking the list in its order.
 */
const NARROW = 2000;
/** Reading so many values for a part of a text takes a quarter of a second; more need the index of the search. */
const MOST_LOOKED_THROUGH = 50_000;

const presence = ["IS_SET", "IS_NOT_SET"] as const;
const equality = ["EQ", "NEQ", ...presence] as const;
const text = [...equality, "IN", "CONTAINS"] as const;
const range = [...equality, "IN", "GT", "GTE", "LT", "LTE"] as const;
const operators: Record<CustomFieldType, readonly FieldOperator[]> = {
  TEXT: text,
  LONG_TEXT: text,
  URL: text,
  EMAIL: text,
  PHONE: text,
  NUMBER: range,
  DATE: range,
  BOOLEAN: equality,
  SELECT: [...equality, "IN"],
  MULTI_SELECT: text,
};

/** All of the fields of a filter's conditions, in their order, that the text of a statement depends on. */
export type ConditionFields = readonly ConditionField[];
interface ConditionField extends Pick<CustomFieldRow, "type" | "searchable" | "stored"> {
  /** For a range: few values are in it. */
  narrow: boolean;
}
interface Conditions {
  /** Some lists hold a thousandth of all clients, others most of them. */
  listIds?: string[] | null;
  customFields?: CustomFieldCondition[] | null;
}

const flaws = { key: "errors.unknownCustomField", operator: "errors.operator", value: "errors.invalid" } as const;

/** The reason why a condition on a field cannot be asked: a part of it, or a field that is hidden [F209]. */
export function flawOf(
  { seesContactData }: Pick<Viewer, "seesContactData">,
  fields: readonly Pick<CustomFieldRow, "key" | "type">[],
  { key, operator, value }: CustomFieldCondition,
): keyof typeof flaws | "hidden" | undefined {
  const field = fields.find((active) => active.key === key);
  if (!field) return "key";
  if (isContactType(field.type) && !seesContactData) return "hidden";
  if (!operators[field.type].includes(operator)) return "operator";
  return fits(field.type, operator, value) ? undefined : "value";
}

/**
 * Checks a filter's conditions on custom fields, and counts the values in its ranges. PostgreSQL keeps no statistics of
 * each field: it would walk a million clients to find three.
 * @throws BAD_USER_INPUT for a field that does not exist; for an operator or a value that does not fit it; for a part
 *   of a text, if more than 50,000 clients have the field and the search box does not read it; FORBIDDEN if a condition
 *   would let hidden contact data be guessed [F209]
 */
export async function conditionFields(
  context: Context,
  filter: Conditions | null | undefined,
): Promise<ConditionFields> {
  const conditions = filter?.customFields ?? [];
  if (conditions.length > MAX_CONDITIONS) {
    throw badInput({ path: "filter.customFields", key: "errors.tooBig", params: { max: MAX_CONDITIONS } });
  }
  const fields = conditions.length > 0 ? customFieldsOf(context.core).active() : [];
  const checked = conditions.map(({ key, operator, value }, index) => {
    const path = `filter.customFields.${index}`;
    const flaw = flawOf(viewerOf(context), fields, { key, operator, value });
    if (flaw === "hidden") throw forbidden("errors.maskedField");
    if (flaw) throw badInput({ path: `${path}.${flaw}`, key: flaws[flaw] });
    const field = fields.find((active) => active.key === key) as CustomFieldRow;
    const { type, searchable, stored } = field;
    const tooMany = operator === "CONTAINS" && type !== "MULTI_SELECT" && !searchable && field;
    return {
      type,
      searchable,
      stored,
      tooMany,
      range: isRange(operator) && valuesIn(key, operator, operandOf(type, operator, value)),
    };
  });
  const looks = checked.map(async ({ range, tooMany, ...field }, index) => {
    if (tooMany && (await isMore(context, tooMany)))
      throw badInput({
        path: `filter.customFields.${index}.operator`,
        key: "errors.containsTooMany",
        params: { label: tooMany.label },
      });
    if (!range) return { ...field, narrow: false };
    const { rows } = await sql`select from (${range}) as value limit ${sql.lit(NARROW)}`.execute(context.core.db);
    return { ...field, narrow: rows.length < NARROW };
  });
  return Promise.all(looks);
}

/** Whether too many clients have a value of a field to look through them all. */
async function isMore({ core }: Context, { key }: CustomFieldRow): Promise<boolean> {
  const { rows } = await sql`
    select from (select from client where custom_keys(custom) ? ${key} limit ${sql.lit(MOST_LOOKED_THROUGH + 1)}) as held
    offset ${sql.lit(MOST_LOOKED_THROUGH)}`.execute(core.db);
  return rows.length > 0;
}

/**
 * A root whose statement depends on the types of the custom fields in its filter. There is one root per combination of
 * types, chosen once the filter is checked. So nobody reads by an unchecked filter, and the reader needs to know
 * nothing of definitions.
 */
export function rootByFields<A>(
  build: (fields: ConditionFields) => Root<A>,
): (context: Context, filter: Conditions | null | undefined) => Promise<Root<A>> {
  const roots = new Map<string, Root<A>>();
  return async (context, filter) => {
    const fields = await conditionFields(context, filter);
    const plannedAnew = fields.length > 0 || Boolean(filter?.listIds?.length);
    const key = JSON.stringify([plannedAnew, fields]);
    const root = roots.get(key) ?? { ...build(fields), plannedAnew };
    roots.delete(key);
    roots.set(key, root);
    const [oldest] = roots.keys();
    if (roots.size > MAX_ROOTS && oldest !== undefined) roots.delete(oldest);
    return root;
  };
}

/** The conditions on custom fields as SQL on the table `client`; `fields` is what `conditionFields` told of them. */
export const customConditions = (
  conditions: Slots<CustomFieldCondition>[] | null | undefined,
  fields: ConditionFields,
): Expression<SqlBool>[] =>
  (conditions ?? []).map((condition, index) => {
    const field = fields[index];
    if (!field) throw new Error("A filter's conditions on custom fields were not checked");
    return conditionOf(condition, field);
  });

function conditionOf(
  { key, operator, value }: Slots<CustomFieldCondition>,
  { type, searchable, stored, narrow }: ConditionField,
): RawBuilder<SqlBool> {
  if (isRenamed({ stored })) return renamedConditionOf({ key, operator, value }, { type, stored });
  const operand = new Slot((run) => operandOf(type, operator, value?.read(run)));
  const document = new Slot((run) => JSON.stringify({ [key.read(run)]: operand.read(run) }));
  const holds = sql<SqlBool>`client.custom @> ${document}::jsonb`;
  const isSet = sql<SqlBool>`custom_keys(client.custom) ? ${key}::text`;
  switch (operator) {
    case "IS_SET":
      return isSet;
    case "IS_NOT_SET":
      // No index tells an absent value; this is the quickest to ask of each client.
      return sql`not (client.custom ? ${key}::text)`;
    case "EQ":
      return holds;
    case "NEQ":
      return sql`not (${holds})`;
    case "IN": {
      const documents = new Slot((run) =>
        (operand.read(run) as unknown[]).map((one) => JSON.stringify({ [key.read(run)]: one })),
      );
      return sql`client.custom @> any(${documents}::jsonb[])`;
    }
    case "CONTAINS": {
      if (type === "MULTI_SELECT") return holds;
      const found = sql<SqlBool>`fold(client.custom ->> ${key}) like ${operand}::text`;
      // The text that is searched holds this value too, and has an index for parts of words.
      return searchable ? sql`(client.search like ${operand}::text and ${found})` : sql`(${isSet} and ${found})`;
    }
    default: {
      const range = valuesIn(key, operator, operand);
      return narrow
        ? sql`client.id = any(array(${range}))`
        : sql`exists (select from (${range}) as value where value.client_id = client.id)`;
    }
  }
}

/** The same for a choice with options that were renamed, merged or taken away: see `option.values.ts`. */
function renamedConditionOf(
  { key, operator, value }: Slots<CustomFieldCondition>,
  { type, stored }: Pick<ConditionField, "type" | "stored">,
): RawBuilder<SqlBool> {
  const taken = JSON.stringify(Object.keys(stored).filter((one) => stored[one] === null));
  const isSet = sql<SqlBool>`(custom_keys(client.custom) ? ${key}::text and not (client.custom -> ${key}::text) <@ ${taken}::jsonb)`;
  /** Per option, its possible documents: a client with the option contains one of them. */
  const documents = new Slot((run) =>
    [operandOf(type, operator, value?.read(run))]
      .flat(2)
      .map((option) =>
        valuesOfOption({ stored }, String(option)).map((one) =>
          JSON.stringify({ [key.read(run)]: type === "MULTI_SELECT" ? [one] : one }),
        ),
      ),
  );
  const hasAny = sql<SqlBool>`client.custom @> any(${documents.map((all) => all.flat())}::jsonb[])`;
  // The index finds clients that have any; only those are asked whether they have all.
  const hasAll = sql<SqlBool>`(${hasAny} and (
    select bool_and(client.custom @> any(array(select jsonb_array_elements_text(one)::jsonb)))
    from jsonb_array_elements(${documents.map((all) => JSON.stringify(all))}::jsonb) one))`;
  switch (operator) {
    case "IS_SET":
      return isSet;
    case "IS_NOT_SET":
      return sql`not ${isSet}`;
    case "IN":
      return hasAny;
    case "NEQ":
      return sql`not ${hasAll}`;
    default:
      return hasAll;
  }
}

const signs = { GT: sql`>`, GTE: sql`>=`, LT: sql`<`, LTE: sql`<=` };
const isRange = (operator: FieldOperator): operator is keyof typeof signs => operator in signs;

/** The clients whose value of a field is in a range. */
const valuesIn = (key: unknown, operator: keyof typeof signs, operand: unknown) =>
  sql`select client_id from custom_range where key = ${key} and value ${signs[operator]} ${operand}::numeric`;
