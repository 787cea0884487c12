import { type ClientFieldKey, clientField, clientFieldOfColumn } from "@clientela/shared/clients/fields";
import { labelKeyOf, wordKeyOf } from "@clientela/shared/clients/fieldTexts";
import { countryName } from "@clientela/shared/names";
import { type Context, viewerOf } from "../../context.ts";
import type { StoredAddress } from "../../database/column-types.ts";
import { MASK } from "../access/visible.ts";
import { customFieldOfColumn, type ToldField } from "../custom-fields/custom-field.text.ts";
import { teamsOf, usersOf } from "../people/people.references.ts";
import type { Differences, FieldChange } from "../timeline/field-change.types.ts";

/** The changes of a CLIENT_EDITED entry as the viewer may read them: hidden contact data stays hidden [F209]. */
export function shownChanges(changes: Differences, context: Context): FieldChange[] {
  const { seesContactData } = viewerOf(context);
  return changedFields(changes, context).map(({ key, label, type, sensitive, told, difference }) => {
    const shown = (value: unknown) => (sensitive && !seesContactData ? value && MASK : told(value));
    const [before, after] = difference.map(shown) as [string | null, string | null];
    return { field: key, label, type, before: before ?? null, after: after ?? null };
  });
}

/** Only fields of the registry and custom ones, in the order of writing; no viewer may read other columns. */
export const changedFields = (changes: Differences, context: Context) =>
  Object.entries(changes).flatMap(([column, difference]) => {
    const field = fieldOfColumn(column, context) ?? customFieldOfColumn(column, context);
    return field ? [{ ...field, difference }] : [];
  });

/** A picture is changed by its own route and is no field of the forms, so the registry does not have it. */
const avatarField = ({ translate }: Context): ToldField => ({
  key: "avatarUrl",
  label: translate("clients.avatar.label"),
  type: "text",
  sensitive: false,
  told: (file) => (file ? translate("clients.avatar.present") : null),
});

function fieldOfColumn(column: string, context: Context): ToldField | undefined {
  if (column === "avatar_id") return avatarField(context);
  const key = clientFieldOfColumn(column);
  if (!key) return undefined;
  const label = context.translate(labelKeyOf(key));
  return {
    key,
    label,
    type: clientField(key).type,
    sensitive: clientField(key).sensitive === true,
    told: (value) => shownValue(key, value, context),
  };
}

function shownValue(key: ClientFieldKey, value: unknown, context: Context): string | null {
  if (value === null || value === undefined) return null;
  const { core } = context;
  switch (clientField(key).type) {
    case "user":
      return usersOf(core).get(String(value))?.name ?? null;
    case "team":
      return teamsOf(core).get(String(value))?.name ?? null;
    case "tags":
    case "lists":
      return (value as string[]).join(", ");
    case "addresses":
      return (value as StoredAddress[]).map((address) => oneLine(address, context)).join("\n") || null;
    case "choice":
      return worded(key, String(value), context);
    default:
      return String(value);
  }
}

/** A value that has a word of its own by that word, any other as it is. */
export function worded(key: ClientFieldKey, value: string | null | undefined, { translate }: Context): string {
  const word = wordKeyOf(key, value ?? "");
  return word ? translate(word) : (value ?? "");
}

/** In the order in which it is read: PostgreSQL keeps an object's keys in one of its own. */
const oneLine = (address: StoredAddress, context: Context): string => {
  const { type, line1, line2, postalCode, city, region, country } = address;
  const named = country && countryName(country, context.locale);
  const parts = [line1, line2, postalCode, city, region, named].filter(Boolean);
  return `${context.translate(`clients.addressType.${type}`)}: ${parts.join(", ")}`;
};
