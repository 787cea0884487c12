import Box from "@mui/material/Box";
import { useColorScheme } from "@mui/material/styles";
import ToggleButton from "@mui/material/ToggleButton";
import ToggleButtonGroup from "@mui/material/ToggleButtonGroup";
import Typography from "@mui/material/Typography";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { Section } from "../../../components/Section.tsx";
import { currentLanguage, type Language, languages } from "../../../i18n/i18n.ts";
import { useChangeLanguage } from "../../../session/useChangeLanguage.ts";

const modes = ["light", "dark", "system"] as const;

/** The language (mine everywhere) and the theme (this browser's). */
export function AppearanceSection() {
  const { t } = useTranslation();
  const { mode, setMode } = useColorScheme();
  const changeLanguage = useChangeLanguage();
  return (
    <Section title={t("account.appearance")}>
      <Box sx={{ display: "flex", gap: 4, flexWrap: "wrap" }}>
        <Choice<Language>
          label={t("frame.language")}
          value={currentLanguage()}
          options={languages.map((value) => ({ value, label: t(`frame.${value}`) }))}
          onChange={(language) => void changeLanguage(language)}
        />
        <Choice
          label={t("frame.theme")}
          value={mode ?? "system"}
          options={modes.map((value) => ({ value, label: t(`frame.${value}`) }))}
          onChange={setMode}
        />
      </Box>
    </Section>
  );
}

interface ChoiceProps<T extends string> {
  label: string;
  value: T;
  options: readonly { value: T; label: string }[];
  onChange: (value: T) => void;
}

function Choice<T extends string>({ label, value, options, onChange }: ChoiceProps<T>) {
  const id = useId();
  return (
    <div>
      <Typography id={id} sx={{ fontSize: 13, fontWeight: 600, mb: 0.5 }}>
        {label}
      </Typography>
      <ToggleButtonGroup
        exclusive
        size="small"
        aria-labelledby={id}
        value={value}
        onChange={(_event, chosen: T | null) => chosen && onChange(chosen)}
      >
        {options.map((option) => (
          <ToggleButton
            key={option.value}
            value={option.value}
            sx={{ textTransform: "none", px: 1.5, minHeight: 32, py: 0 }}
          >
            {option.label}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </div>
  );
}
