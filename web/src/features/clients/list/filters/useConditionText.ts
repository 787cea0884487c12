import { readDay } from "@clientela/shared/time/zoned";
import { useTranslation } from "react-i18next";
import type { CustomFieldCondition } from "../../../../generated/schema.ts";
import { useCustomFields } from "../../../../hooks/useCustomFields.ts";
import { useFormats } from "../../../../i18n/format.ts";
import { textOfCustomValue } from "../../fieldTexts.ts";
import { hasValue } from "./customConditions.ts";

/** Says a condition on a custom field in words: `Nivel es uno de: Oro, Plata`. */
export function useConditionText(): (condition: CustomFieldCondition) => string {
  const { t, i18n } = useTranslation();
  const { calendarDay } = useFormats();
  const { fields } = useCustomFields();
  return ({ key, operator, value }) => {
    const field = fields.find((each) => each.key === key);
    const one = (each: unknown) => {
      if (typeof each === "boolean" || typeof each === "number") return textOfCustomValue(i18n.language, each);
      return field?.type === "DATE" && readDay(String(each)) ? calendarDay(String(each)) : String(each);
    };
    const what = t("clientPages.filter.condition", {
      field: field?.label ?? "…",
      operator: t(`customFields.operator.${operator}`),
    });
    return hasValue(operator) ? `${what}: ${(Array.isArray(value) ? value : [value]).map(one).join(", ")}` : what;
  };
}
