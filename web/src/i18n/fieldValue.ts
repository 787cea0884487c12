import type { ClientFieldKey } from "@clientela/shared/clients/fields";
import { plainValueOf, wordKeyOf } from "@clientela/shared/clients/fieldTexts";
import type { TFunction } from "i18next";

/** A plain value of a client's field as a person reads it: a status by its word, a country by its name. */
export function textOfValue(t: TFunction, language: string, key: ClientFieldKey, value: string): string {
  const word = wordKeyOf(key, value);
  return word ? t(word) : plainValueOf(key, value, language);
}
