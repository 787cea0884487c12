import Box from "@mui/material/Box";
import LinearProgress from "@mui/material/LinearProgress";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { useFormats } from "../../../i18n/format.ts";
import type { SettingsField_FieldFragment } from "../customFields.generated.ts";

/** How far work on the clients of a field is; nothing while there is none. */
export function FieldWork({ field: { work, purged } }: { field: SettingsField_FieldFragment }) {
  const { t } = useTranslation();
  const { number } = useFormats();
  const id = useId();
  if (!work) return null;
  const counts = { done: number(work.done), total: number(work.total) };
  return (
    <Box sx={{ maxWidth: 360, py: 0.5 }}>
      <Box id={id} className="tabular" sx={{ fontSize: "0.75rem", color: "text.secondary" }}>
        {purged ? t("customFields.page.purging", counts) : t("customFields.page.work", counts)}
      </Box>
      <LinearProgress
        variant="determinate"
        value={Math.min(100, (work.done / work.total) * 100)}
        aria-labelledby={id}
        sx={{ mt: 0.5 }}
      />
    </Box>
  );
}
