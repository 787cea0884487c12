import { useApolloClient } from "@apollo/client/react";
import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogContentText from "@mui/material/DialogContentText";
import DialogTitle from "@mui/material/DialogTitle";
import OutlinedInput from "@mui/material/OutlinedInput";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { codeOf } from "../../../apollo/errors.ts";
import { textOfProblem } from "../../../feedback/problem.ts";
import { Field } from "../../../form/Field.tsx";
import type { CustomField } from "../../../hooks/useCustomFields.ts";
import { RenameCustomFieldOptionDocument, useCustomFieldOptionUsageQuery } from "../customFields.generated.ts";
import type { Renaming } from "./RenamedOption.tsx";

interface RenameOptionDialogProps {
  field: CustomField;
  option: string;
  onClose: () => void;
  onRenamed: (renaming: Renaming) => void;
  /** Somebody else changed the definition meanwhile. */
  onConflict: () => void;
}

/** Renames an option in every record and filter: says how many have it before anything happens [F120][F121]. */
export function RenameOptionDialog({ field, option, onClose, onRenamed, onConflict }: RenameOptionDialogProps) {
  const { t } = useTranslation();
  const apollo = useApolloClient();
  const id = useId();
  const [to, setTo] = useState(option);
  const [problem, setProblem] = useState<string | undefined>();
  const [saving, setSaving] = useState(false);
  const usage = useCustomFieldOptionUsageQuery({ variables: { id: field.id, option }, fetchPolicy: "network-only" });
  const count = usage.data?.customFieldOptionUsage;

  const rename = async () => {
    if (saving) return;
    const name = to.trim();
    if (!name) return setProblem(t("errors.required"));
    if (name === option) return onClose();
    setSaving(true);
    try {
      const { data } = await apollo.mutate({
        mutation: RenameCustomFieldOptionDocument,
        variables: { id: field.id, from: option, to: name, expectedVersion: field.version },
      });
      const done = data?.renameCustomFieldOption;
      if (!done) return;
      onClose();
      onRenamed({ ...done, from: option, to: name });
    } catch (error) {
      if (codeOf(error) === "CONFLICT") {
        onClose();
        onConflict();
      } else setProblem(textOfProblem(error));
    } finally {
      setSaving(false);
    }
  };
  return (
    <Dialog open maxWidth="xs" fullWidth onClose={onClose} aria-labelledby={id}>
      <DialogTitle id={id}>{t("customFields.page.renameOption", { option })}</DialogTitle>
      <DialogContent sx={{ display: "grid", gap: 2 }}>
        <DialogContentText role="status">
          {count === undefined ? t("common.loading") : t("customFields.page.optionUsage", { count })}
        </DialogContentText>
        <Field label={t("customFields.page.newName")} required error={problem}>
          {({ id: inputId, ...described }) => (
            <OutlinedInput
              id={inputId}
              autoFocus
              value={to}
              onChange={(event) => {
                setTo(event.target.value);
                setProblem(undefined);
              }}
              onFocus={(event) => event.target.select()}
              onKeyDown={(event) => {
                if (event.key !== "Enter") return;
                event.preventDefault();
                void rename();
              }}
              inputProps={{ ...described, autoComplete: "off", maxLength: 100 }}
            />
          )}
        </Field>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t("common.cancel")}</Button>
        <Button variant="contained" onClick={() => void rename()}>
          {t("customFields.page.rename")}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
