import { foldText } from "@clientela/shared/normalize/fold";
import ArrowUpward from "@mui/icons-material/ArrowUpward";
import Close from "@mui/icons-material/Close";
import EditOutlined from "@mui/icons-material/EditOutlined";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import IconButton from "@mui/material/IconButton";
import OutlinedInput from "@mui/material/OutlinedInput";
import { useState } from "react";
import { useController } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { Field } from "../../../form/Field.tsx";
import type { CustomField } from "../../../hooks/useCustomFields.ts";
import type { OptionChange } from "../useOptionChange.ts";
import { OptionChanged } from "./OptionChanged.tsx";
import { RemoveOptionDialog } from "./RemoveOptionDialog.tsx";
import { RenameOptionDialog } from "./RenameOptionDialog.tsx";

interface OptionsInputProps {
  /** The field as it is saved; none while it is new. */
  field: CustomField | undefined;
  /** An option of it was renamed or taken away, or got back. */
  onChanged: (field: CustomField) => void;
  /** Somebody else changed it meanwhile. */
  onConflict: (theirs: CustomField) => void;
}

/** The options of a field in their order; one that is saved is renamed or taken away everywhere at once [F120]. */
export function OptionsInput({ field, onChanged, onConflict }: OptionsInputProps) {
  const { t } = useTranslation();
  const { field: input, fieldState } = useController({ name: "options" });
  const options: readonly string[] = input.value ?? [];
  const [typed, setTyped] = useState("");
  const [repeated, setRepeated] = useState(false);
  const [asked, setAsked] = useState<{ act: "rename" | "remove"; option: string } | null>(null);
  const [change, setChange] = useState<OptionChange | null>(null);
  const isSaved = (option: string) => field?.options.includes(option) ?? false;
  const Dialog = asked?.act === "rename" ? RenameOptionDialog : RemoveOptionDialog;

  const add = () => {
    const option = typed.trim();
    if (!option) return;
    const exists = options.some((other) => foldText(other) === foldText(option));
    setRepeated(exists);
    if (exists) return;
    input.onChange([...options, option]);
    setTyped("");
  };
  const up = (index: number) => {
    const option = options[index];
    if (option && index > 0) input.onChange(options.toSpliced(index, 1).toSpliced(index - 1, 0, option));
  };
  // The list itself may be wrong, or one option of it.
  const wrong = fieldState.error as { message?: string } | undefined;
  const problem = repeated ? t("errors.optionExists") : wrong?.message;
  return (
    <Box>
      <Field label={t("customFields.page.options")} required error={problem} hint={t("customFields.page.optionsHint")}>
        {({ id, ...described }) => (
          <Box sx={{ display: "flex", gap: 1 }}>
            <OutlinedInput
              id={id}
              name="options"
              value={typed}
              fullWidth
              onChange={(event) => {
                setTyped(event.target.value);
                setRepeated(false);
              }}
              onKeyDown={(event) => {
                if (event.key !== "Enter" || event.ctrlKey || event.metaKey) return;
                event.preventDefault();
                add();
              }}
              inputRef={input.ref}
              inputProps={{ ...described, autoComplete: "off", maxLength: 100 }}
            />
            <Button variant="outlined" onClick={add}>
              {t("customFields.page.addOption")}
            </Button>
          </Box>
        )}
      </Field>
      <Box component="ol" aria-label={t("customFields.page.options")} sx={{ listStyle: "none", m: 0, mt: 1, p: 0 }}>
        {options.map((option, index) => (
          <Box component="li" key={option} sx={rowSx}>
            <Box sx={{ flex: 1, minWidth: 0, overflowWrap: "anywhere" }}>{option}</Box>
            {index > 0 && (
              <IconButton aria-label={t("customFields.page.moveUp", { name: option })} onClick={() => up(index)}>
                <ArrowUpward sx={{ fontSize: 16 }} />
              </IconButton>
            )}
            {isSaved(option) && (
              <IconButton
                aria-label={t("customFields.page.renameOption", { option })}
                title={t("customFields.page.renameOption", { option })}
                onClick={() => setAsked({ act: "rename", option })}
              >
                <EditOutlined sx={{ fontSize: 16 }} />
              </IconButton>
            )}
            <IconButton
              aria-label={t("customFields.page.removeOption", { option })}
              title={t("customFields.page.removeOption", { option })}
              onClick={() =>
                isSaved(option)
                  ? setAsked({ act: "remove", option })
                  : input.onChange(options.filter((other) => other !== option))
              }
            >
              <Close sx={{ fontSize: 16 }} />
            </IconButton>
          </Box>
        ))}
      </Box>
      {change && <OptionChanged key={change.operationId} change={change} onUndone={onChanged} />}
      {field && asked && (
        <Dialog
          field={field}
          option={asked.option}
          onClose={() => setAsked(null)}
          onChanged={(done) => {
            setAsked(null);
            setChange(done);
            onChanged(done.customField);
          }}
          onConflict={onConflict}
        />
      )}
    </Box>
  );
}

const rowSx = {
  display: "flex",
  alignItems: "center",
  minHeight: 36,
  borderBottom: 1,
  borderColor: "divider",
} as const;
