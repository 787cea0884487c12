import { type ClientFieldKey, clientFields } from "@clientela/shared/clients/fields";
import { useTranslation } from "react-i18next";
import { usePeople } from "../../../hooks/usePeople.ts";
import { textOfValue } from "../../../i18n/fieldValue.ts";
import { type Choice, countryChoices, languageChoices } from "../../../i18n/names.ts";
import { fixedChoices, withPresent } from "./formFields.ts";

/**
 * What may be chosen for a field, by its type in the registry; null for fields that are typed.
 * @param present the value it has, which stays a choice even where it is no longer offered.
 */
export function useChoices(key: ClientFieldKey, present: Choice | null): readonly Choice[] | null {
  const { i18n } = useTranslation();
  const { type } = clientFields[key];
  const { users, teams } = usePeople({ skip: type !== "user" && type !== "team" });
  const named = ({ id, name }: { id: string; name: string }): Choice => ({ value: id, label: name });
  const fixed = fixedChoices(key);
  if (fixed) {
    const choices = fixed.map((value) => ({ value, label: textOfValue(i18n.language, key, value) }));
    return withPresent(choices, present);
  }
  switch (type) {
    case "country":
      return withPresent(countryChoices(i18n.language), present);
    case "language":
      return withPresent(languageChoices(i18n.language), present);
    case "user":
      return withPresent(users.map(named), present);
    case "team":
      return withPresent(teams.map(named), present);
    default:
      return null;
  }
}
