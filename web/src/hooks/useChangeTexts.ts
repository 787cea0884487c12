import { useTranslation } from "react-i18next";
import { changeTexts, type FieldChange } from "../i18n/changeTexts.ts";
import { textOf } from "../i18n/i18n.ts";
import { usePhoneFormat } from "../i18n/phone.ts";

/** Changed fields as a person reads them. */
export function useChangeTexts() {
  const { language } = useTranslation().i18n;
  const phone = usePhoneFormat();
  return (change: FieldChange) => changeTexts(change, { language, textOf, phone });
}
