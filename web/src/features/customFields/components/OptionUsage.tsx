import DialogContentText from "@mui/material/DialogContentText";
import { useTranslation } from "react-i18next";
import { textOfProblem } from "../../../feedback/problem.ts";
import type { CustomField } from "../../../hooks/useCustomFields.ts";
import { useFormats } from "../../../i18n/format.ts";
import { useCustomFieldOptionUsageQuery } from "../customFields.generated.ts";

interface OptionUsageProps {
  field: CustomField;
  option: string;
  /** Says how many clients have it. */
  text: (clients: { count: number; formatted: string }) => string;
}

/** How many clients have an option, and how many saved filters name it, before it is changed [F121]. */
export function OptionUsage({ field, option, text }: OptionUsageProps) {
  const { t } = useTranslation();
  const { number } = useFormats();
  const { data, error } = useCustomFieldOptionUsageQuery({
    variables: { id: field.id, option },
    fetchPolicy: "network-only",
  });
  const filters = data?.customFieldOptionFilters ?? 0;
  const counts = data && [
    text({ count: data.customFieldOptionUsage, formatted: number(data.customFieldOptionUsage) }),
    filters > 0 && t("customFields.page.filterUsage", { count: filters }),
  ];
  return (
    <DialogContentText role="status">
      {counts ? counts.filter(Boolean).join(" ") : error ? textOfProblem(error) : t("common.loading")}
    </DialogContentText>
  );
}
