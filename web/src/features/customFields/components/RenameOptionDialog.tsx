import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import OutlinedInput from "@mui/material/OutlinedInput";
import { type FormEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { Field } from "../../../form/Field.tsx";
import type { CustomField } from "../../../hooks/useCustomFields.ts";
import { type OptionChange, useOptionChange } from "../useOptionChange.ts";
import { OptionUsage } from "./OptionUsage.tsx";

export interface OptionDialogProps {
  field: CustomField;
  option: string;
  onClose: () => void;
  onChanged: (change: OptionChange) => void;
  /** Somebody else changed the definition meanwhile. */
  onConflict: (theirs: CustomField) => void;
}

/** Renames an option in every record and filter: says how many have it before anything happens [F120][F121]. */
export function RenameOptionDialog({ field, option, onClose, onChanged, onConflict }: OptionDialogProps) {
  const { t } = useTranslation();
  const id = useId();
  const [to, setTo] = useState(option);
  const { rename, problem, setProblem } = useOptionChange({ field, option, onChanged, onConflict });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    const name = to.trim();
    if (!name) setProblem(t("errors.required"));
    else if (name === option) onClose();
    else void rename(name);
  };
  return (
    <Dialog
      open
      maxWidth="xs"
      fullWidth
      onClose={onClose}
      // The keys of the panel below are not meant.
      onKeyDown={(event) => event.stopPropagation()}
      aria-labelledby={id}
    >
      <DialogTitle id={id} sx={{ overflowWrap: "anywhere" }}>
        {t("customFields.page.renameOption", { option })}
      </DialogTitle>
      <Box component="form" noValidate onSubmit={submit}>
        <DialogContent sx={{ display: "grid", gap: 2, pt: 0 }}>
          <OptionUsage field={field} option={option} text={(counts) => t("customFields.page.optionUsage", counts)} />
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
                inputProps={{ ...described, autoComplete: "off", maxLength: 100 }}
              />
            )}
          </Field>
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t("common.cancel")}</Button>
          <Button type="submit" variant="contained">
            {t("customFields.page.rename")}
          </Button>
        </DialogActions>
      </Box>
    </Dialog>
  );
}
