import { useApolloClient } from "@apollo/client/react";
import Alert from "@mui/material/Alert";
import Button from "@mui/material/Button";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { textOfProblem } from "../../../feedback/problem.ts";
import type { CustomField } from "../../../hooks/useCustomFields.ts";
import {
  type RenameCustomFieldOptionMutation,
  UndoRenameCustomFieldOptionDocument,
} from "../customFields.generated.ts";

/** An option that was renamed everywhere. */
export type Renaming = RenameCustomFieldOptionMutation["renameCustomFieldOption"] & { from: string; to: string };

interface RenamedOptionProps {
  renaming: Renaming;
  onUndone: (field: CustomField) => void;
}

/** How many records and filters a renaming touched, and the way back [F121]. */
export function RenamedOption({ renaming, onUndone }: RenamedOptionProps) {
  const { t } = useTranslation();
  const apollo = useApolloClient();
  const [after, setAfter] = useState<{ text: string; failed: boolean } | null>(null);
  const { from, to, affected, savedFilters, operationId } = renaming;
  const counts = [
    t("customFields.page.renamed", { count: affected, from, to }),
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
        t("customFields.page.restored", { count: restored, option: from }),
        skipped > 0 && t("customFields.page.skipped", { count: skipped }),
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
      sx={{ mt: 1 }}
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
