import { useApolloClient } from "@apollo/client/react";
import Alert from "@mui/material/Alert";
import Button from "@mui/material/Button";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { textOfProblem } from "../../../feedback/problem.ts";
import type { CustomField } from "../../../hooks/useCustomFields.ts";
import { useFormats } from "../../../i18n/format.ts";
import { UndoRenameCustomFieldOptionDocument } from "../customFields.generated.ts";
import type { OptionChange } from "../useOptionChange.ts";

interface OptionChangedProps {
  change: OptionChange;
  onUndone: (field: CustomField) => void;
}

/** How many records and filters the change of an option touched, and the way back [F121]. */
export function OptionChanged({ change, onUndone }: OptionChangedProps) {
  const { t } = useTranslation();
  const { number } = useFormats();
  const apollo = useApolloClient();
  const [after, setAfter] = useState<{ text: string; failed: boolean } | null>(null);
  const { kind, from, to, affected, savedFilters, operationId } = change;
  const counts = [
    to === null
      ? t("customFields.page.leftOut", { count: affected, formatted: number(affected), from })
      : kind === "renamed"
        ? t("customFields.page.renamed", { count: affected, formatted: number(affected), from, to })
        : t("customFields.page.merged", { count: affected, formatted: number(affected), from, to }),
    savedFilters > 0 && t("customFields.page.renamedFilters", { count: savedFilters }),
  ];
  const undo = async () => {
    try {
      const { data } = await apollo.mutate({
        mutation: UndoRenameCustomFieldOptionDocument,
        variables: { operationId: operationId ?? "" },
      });
      if (!data) return;
      const { customField, restored, skipped } = data.undoRenameCustomFieldOption;
      const texts = [
        t("customFields.page.restored", { count: restored, formatted: number(restored), option: from }),
        skipped > 0 && t("customFields.page.skipped", { count: skipped, formatted: number(skipped) }),
      ];
      setAfter({ text: texts.filter(Boolean).join(" "), failed: false });
      onUndone(customField);
    } catch (error) {
      setAfter({ text: textOfProblem(error), failed: true });
    }
  };
  return (
    <Alert
      role="status"
      severity={after?.failed ? "error" : "success"}
      sx={{ mt: 1, overflowWrap: "anywhere" }}
      action={
        operationId &&
        !after && (
          <Button color="inherit" onClick={() => void undo()}>
            {t("common.undo")}
          </Button>
        )
      }
    >
      {after?.text ?? counts.filter(Boolean).join(" ")}
    </Alert>
  );
}
