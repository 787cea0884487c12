import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import FormHelperText from "@mui/material/FormHelperText";
import NativeSelect from "@mui/material/NativeSelect";
import OutlinedInput from "@mui/material/OutlinedInput";
import { type FocusEvent, type KeyboardEvent, useId } from "react";
import { useTranslation } from "react-i18next";
import { visuallyHidden } from "../../../../components/visuallyHidden.ts";
import { NumberField } from "../../../../form/NumberField.tsx";
import type { Choice } from "../../../../i18n/names.ts";
import { DuplicateAlert } from "../../form/duplicates/DuplicateAlert.tsx";
import type { FieldEdit } from "./useFieldEdit.ts";

interface PropertyEditorProps {
  label: string;
  edit: FieldEdit;
  /** What may be chosen; null where the value is typed. */
  choices: readonly Choice[] | null;
  /** Makes of a choice what the record holds: a person, a code. */
  valueOfChoice: (choice: string) => unknown;
  /** Whether none may be chosen. */
  clearable: boolean;
  /** How a value is typed; several lines take ↵ with Ctrl. */
  typed: "text" | "email" | "tel" | "url" | "date" | "number" | "lines";
  /** What the record holds meanwhile, as text. */
  current: string;
  /** Runs when editing ended by the keyboard, so that the focus can go back. */
  onDone: () => void;
}

const inputSx = {
  fontSize: "0.8125rem",
  width: "100%",
  "& input": { py: "5px", px: 1, height: 18 },
  "&.MuiInputBase-multiline": { py: "5px", px: 1 },
};

/** The open field of a property: ↵ saves, Esc gives up, leaving it saves. */
export function PropertyEditor({
  label,
  edit,
  choices,
  valueOfChoice,
  clearable,
  typed,
  current,
  onDone,
}: PropertyEditorProps) {
  const { t } = useTranslation();
  const id = useId();
  const lines = typed === "lines";
  const save = (value: unknown) => void edit.save(value);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" && event.key !== "Escape") return;
    if (lines && event.key === "Enter" && !event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    onDone();
    if (event.key === "Enter") save(choices ? valueOfChoice(String(edit.value ?? "")) : edit.value);
    else edit.giveUp();
  };
  const described = {
    "aria-label": label,
    "aria-describedby": `${id}-hint`,
    "aria-invalid": Boolean(edit.problem || edit.duplicate),
  };
  const field = {
    autoFocus: true,
    error: Boolean(edit.problem || edit.duplicate),
    onFocus: (event: FocusEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      typed !== "date" && !lines && event.target.select(),
    onBlur: () => !edit.problem && !edit.arrived && !edit.duplicate && save(edit.value),
    inputProps: { ...described, autoComplete: "off" },
    sx: inputSx,
  };
  return (
    <Box onKeyDown={onKeyDown} sx={{ position: "relative", minHeight: 32, py: "1px" }}>
      {choices ? (
        <NativeSelect
          autoFocus
          input={<OutlinedInput />}
          value={String(edit.value ?? "")}
          onChange={(event) => save(valueOfChoice(event.target.value))}
          onBlur={() => !edit.problem && edit.giveUp()}
          inputProps={{ ...described, sx: { py: "5px !important", fontSize: "0.8125rem" } }}
          sx={{ width: "100%" }}
        >
          {clearable && <option value="">{t("clientPages.form.noneChosen")}</option>}
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </NativeSelect>
      ) : typed === "number" ? (
        <NumberField {...field} value={edit.value} onChange={edit.type} />
      ) : (
        <OutlinedInput
          {...field}
          {...(lines ? { multiline: true, minRows: 3, maxRows: 12 } : { type: typed })}
          value={edit.value ?? ""}
          onChange={(event) => edit.type(event.target.value || null)}
        />
      )}
      <FormHelperText
        id={`${id}-hint`}
        error={Boolean(edit.problem)}
        role={edit.problem ? "alert" : undefined}
        // The hint is for those who do not see the field; shown, it would move everything below.
        sx={edit.problem ? undefined : visuallyHidden}
      >
        {edit.problem ?? t("clientPages.record.escHint")}
      </FormHelperText>
      {edit.duplicate && <DuplicateAlert duplicate={edit.duplicate} />}
      {edit.arrived && (
        <Box role="alert" sx={{ fontSize: "0.75rem", bgcolor: "primary.light", borderRadius: 1, p: 1, mt: 0.5 }}>
          {t("conflict.arrived", {
            value: current || t("conflict.nothing"),
          })}
          <Box sx={{ display: "flex", flexWrap: "wrap" }}>
            <Button onMouseDown={keepFocus} onClick={edit.giveUp}>
              {t("conflict.useTheirs")}
            </Button>
            <Button onMouseDown={keepFocus} onClick={edit.keepMine}>
              {t("conflict.keepMine")}
            </Button>
          </Box>
        </Box>
      )}
    </Box>
  );
}

/** The field must not lose the focus, and so save, before a button is pressed. */
const keepFocus = (event: { preventDefault: () => void }) => event.preventDefault();
