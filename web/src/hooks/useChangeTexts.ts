import { useTranslation } from "react-i18next";
import { changeTexts, type FieldChange } from "../i18n/changeTexts.ts";
import { textOf } from "../i18n/i18n.ts";
import { useCustomFieldsQuery } from "./reference.generated.ts";

/** Changed fields as a person reads them; of the business's own fields the record has loaded what is needed for that. */
export function useChangeTexts() {
  const { i18n } = useTranslation();
  const { data } = useCustomFieldsQuery({ fetchPolicy: "cache-only" });
  const typeOf = (key: string) => data?.customFields.find((field) => field.key === key)?.type;
  return (change: FieldChange) => changeTexts(change, i18n.language, textOf, typeOf);
}
