import VisibilityOff from "@mui/icons-material/VisibilityOffOutlined";
import Visibility from "@mui/icons-material/VisibilityOutlined";
import IconButton from "@mui/material/IconButton";
import InputAdornment from "@mui/material/InputAdornment";
import OutlinedInput, { type OutlinedInputProps } from "@mui/material/OutlinedInput";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Field, type FieldProps } from "./Field.tsx";

interface PasswordFieldProps
  extends FieldProps,
    Pick<OutlinedInputProps, "name" | "value" | "onChange" | "onBlur" | "inputRef" | "autoFocus"> {
  error?: string | undefined;
  autoComplete: "current-password" | "new-password";
}

/** A password that can be looked at, with a word when Caps Lock is on. */
export function PasswordField({ label, required, hint, aside, error, autoComplete, ...input }: PasswordFieldProps) {
  const { t } = useTranslation();
  const [visible, setVisible] = useState(false);
  const [capsLock, setCapsLock] = useState(false);
  return (
    <Field label={label} required={required} aside={aside} error={error} hint={capsLock ? t("form.capsLock") : hint}>
      {({ id, ...described }) => (
        <OutlinedInput
          {...input}
          id={id}
          type={visible ? "text" : "password"}
          autoComplete={autoComplete}
          onKeyUp={(event) => setCapsLock(event.getModifierState("CapsLock"))}
          slotProps={{ input: { ...described, autoCapitalize: "off", spellCheck: false } }}
          endAdornment={
            <InputAdornment position="end">
              <IconButton
                edge="end"
                aria-label={visible ? t("form.hidePassword") : t("form.showPassword")}
                aria-pressed={visible}
                onClick={() => setVisible(!visible)}
              >
                {visible ? <VisibilityOff fontSize="small" /> : <Visibility fontSize="small" />}
              </IconButton>
            </InputAdornment>
          }
        />
      )}
    </Field>
  );
}
