import { type ClientFieldKey, clientFields } from "@clientela/shared/clients/fields";
import { genders, rucTypes } from "@clientela/shared/clients/fieldTexts";
import { clientKinds } from "@clientela/shared/clients/words";
import { newsletterStatuses } from "@clientela/shared/lists/words";
import type { CustomField } from "../../../hooks/useCustomFields.ts";
import type { Choice } from "../../../i18n/names.ts";
import { labelOf } from "../fieldTexts.ts";
import { taxFieldsOf } from "./taxFields.ts";

export type FormSectionKey = "basic" | "contact" | "fiscal" | "address" | "more";

const asked = [
  "name",
  "kind",
  "contactPerson",
  "firstName",
  "lastName",
  "email",
] as const satisfies readonly ClientFieldKey[];
const ofGroup = (...groups: string[]) =>
  (Object.keys(clientFields) as ClientFieldKey[]).filter((key) => groups.includes(clientFields[key].group));
/** Set by its own control, not in the form. */
const elsewhere: readonly ClientFieldKey[] = ["status", "lists", "newsletterStatus"];

/**
 * The fields of a section of the form, read from the registry. A field without a place of its own stands under "more",
 * so that a new field is never missing.
 */
export function fieldsOfSection(
  section: FormSectionKey,
  { kind, country }: { kind?: string | null | undefined; country?: string | null | undefined },
): ClientFieldKey[] {
  switch (section) {
    case "basic":
      return asked.filter((key) => kind === "PERSON" || (key !== "firstName" && key !== "lastName"));
    case "contact":
      return ofGroup("contact").filter((key) => key !== "email" && !elsewhere.includes(key));
    case "fiscal":
      return taxFieldsOf(country);
    case "address":
      return ["addresses"];
    case "more":
      return [...ofGroup("relations"), ...ofGroup("basic")].filter(
        (key) => !(asked as readonly string[]).includes(key) && !elsewhere.includes(key),
      );
  }
}

/** The name under which the API takes a field. */
export function inputName(key: ClientFieldKey): string {
  if (key === "owner") return "ownerId";
  if (key === "team") return "teamId";
  return key === "tags" ? "tagIds" : key;
}

/** What a field of the form is called, by the path that an error names. */
export function nameOfPath(path: string, customFields: readonly CustomField[]): string | undefined {
  const [, custom] = /^customFields\.(.+)$/.exec(path) ?? [];
  if (custom) return customFields.find((field) => field.key === custom)?.label;
  const key = (Object.keys(clientFields) as ClientFieldKey[]).find((each) =>
    `${path}.`.startsWith(`${inputName(each)}.`),
  );
  return key && labelOf(key);
}

/** Choices of a field with a few fixed ones, their texts still keys; null for other fields. */
export function fixedChoices(key: ClientFieldKey): readonly string[] | null {
  if (key === "kind") return clientKinds;
  if (key === "gender") return genders;
  if (key === "newsletterStatus") return newsletterStatuses;
  return key === "taxProfile.rucType" ? rucTypes : null;
}

/** The choices with the present value among them, so that editing never loses one that is not offered. */
export const withPresent = (choices: readonly Choice[], present: Choice | null): readonly Choice[] =>
  !present || choices.some(({ value }) => value === present.value) ? choices : [...choices, present];
