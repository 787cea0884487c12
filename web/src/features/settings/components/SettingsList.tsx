import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import type { Session_SettingsFragment } from "../../../session/session.generated.ts";
import { agentRules, clientRules } from "../rules.ts";

/** The settings for someone who may read but not change them. */
export function SettingsList({ settings, note }: { settings: Session_SettingsFragment; note: string }) {
  const { t } = useTranslation();
  const rows = [
    ...(["businessName", "timeZone", "currency"] as const).map(
      (name) => [t(`settings.${name}`), settings[name]] as const,
    ),
    ...[...clientRules, ...agentRules].map(
      (name) => [t(`settings.${name}`), settings[name] ? t("settings.yes") : t("settings.no")] as const,
    ),
  ];
  return (
    <div>
      <Typography color="textSecondary" sx={{ mb: 2 }}>
        {note}
      </Typography>
      <Box component="dl" sx={{ m: 0 }}>
        {rows.map(([label, value]) => (
          <Box
            key={label}
            sx={{
              display: "flex",
              justifyContent: "space-between",
              gap: 2,
              py: 1,
              borderBottom: 1,
              borderColor: "divider",
            }}
          >
            <Box component="dt" sx={{ color: "text.secondary" }}>
              {label}
            </Box>
            <Box component="dd" sx={{ m: 0, textAlign: "right" }}>
              {value}
            </Box>
          </Box>
        ))}
      </Box>
    </div>
  );
}
