import type { ClientFieldKey } from "@clientela/shared/clients/fields";
import { plainValueOf, wordKeyOf } from "@clientela/shared/clients/fieldTexts";
import { localeOf, textOf } from "./i18n.ts";

/** A plain value of a client's field as a person reads it: a status by its word, a country by its name. */
export function textOfValue(language: string, key: ClientFieldKey, value: string): string {
  const word = wordKeyOf(key, value);
  return word ? textOf({ key: word }) : plainValueOf(key, value, localeOf(language));
}
