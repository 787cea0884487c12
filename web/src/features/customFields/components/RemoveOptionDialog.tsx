import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import FormControl from "@mui/material/FormControl";
import FormControlLabel from "@mui/material/FormControlLabel";
import FormHelperText from "@mui/material/FormHelperText";
import FormLabel from "@mui/material/FormLabel";
import NativeSelect from "@mui/material/NativeSelect";
import OutlinedInput from "@mui/material/OutlinedInput";
import Radio from "@mui/material/Radio";
import RadioGroup from "@mui/material/RadioGroup";
import { type FormEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { Field } from "../../../form/Field.tsx";
import { useOptionChange } from "../useOptionChange.ts";
import { OptionUsage } from "./OptionUsage.tsx";
import type { OptionDialogProps } from "./RenameOptionDialog.tsx";

/** Takes an option away: clients and saved filters get another in its place, or go without [F121]. */
export function RemoveOptionDialog({ field, option, onClose, onChanged, onConflict }: OptionDialogProps) {
  const { t } = useTranslation();
  const id = useId();
  const [instead, setInstead] = useState<"option" | "nothing">("option");
  const [replacement, setReplacement] = useState("");
  const { remove, problem, setProblem } = useOptionChange({ field, option, onChanged, onConflict });
  const others = field.options.filter((other) => other !== option);
  const merges = instead === "option";

  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (merges && !replacement) setProblem(t("errors.required"));
    else void remove(merges ? replacement : null);
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
        {t("customFields.page.removeTitle", { option })}
      </DialogTitle>
      <Box component="form" noValidate onSubmit={submit}>
        <DialogContent sx={{ display: "grid", gap: 2, pt: 0 }}>
          <OptionUsage field={field} option={option} text={(counts) => t("customFields.page.removeUsage", counts)} />
          <FormControl>
            <FormLabel id={`${id}-instead`}>{t("customFields.page.removeInstead")}</FormLabel>
            <RadioGroup
              aria-labelledby={`${id}-instead`}
              value={instead}
              onChange={(_event, value) => {
                setInstead(value === "nothing" ? "nothing" : "option");
                setProblem(undefined);
              }}
            >
              <Choice value="option" label={t("customFields.page.replace")} hint={t("customFields.page.replaceHint")} />
              <Choice
                value="nothing"
                label={t("customFields.page.leaveOut")}
                hint={t("customFields.page.leaveOutHint")}
              />
            </RadioGroup>
          </FormControl>
          {merges && (
            <Field label={t("customFields.page.replacement")} required error={problem}>
              {({ id: inputId, ...described }) => (
                <NativeSelect
                  input={<OutlinedInput />}
                  value={replacement}
                  onChange={(event) => {
                    setReplacement(event.target.value);
                    setProblem(undefined);
                  }}
                  inputProps={{ id: inputId, ...described }}
                >
                  <option value="">{t("customFields.page.choose")}</option>
                  {others.map((other) => (
                    <option key={other} value={other}>
                      {other}
                    </option>
                  ))}
                </NativeSelect>
              )}
            </Field>
          )}
          {!merges && problem && (
            <FormHelperText error role="alert">
              {problem}
            </FormHelperText>
          )}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t("common.cancel")}</Button>
          <Button type="submit" variant="contained" color="error">
            {t("customFields.page.remove")}
          </Button>
        </DialogActions>
      </Box>
    </Dialog>
  );
}

const Choice = ({ value, label, hint }: { value: string; label: string; hint: string }) => (
  <FormControlLabel
    value={value}
    control={<Radio size="small" />}
    label={
      <>
        {label}
        <FormHelperText component="span" sx={{ display: "block", m: 0 }}>
          {hint}
        </FormHelperText>
      </>
    }
    sx={{ alignItems: "flex-start", "& .MuiRadio-root": { py: 0.5 }, my: 0.5, mr: 0 }}
  />
);
