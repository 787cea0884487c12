import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import CircularProgress from "@mui/material/CircularProgress";
import { useFormState } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { usePendingWork } from "./pendingWork.ts";

interface FormActionsProps {
  /** The verb: «Crear cliente». */
  submitLabel: string;
  onCancel?: () => void;
  /** Keeps the buttons in sight at the foot of a side panel. */
  sticky?: boolean;
  fullWidth?: boolean;
  /** For a page of several small forms: none is the page's main act. */
  quiet?: boolean;
}

/** The form's buttons; while it saves, the first shows it, and pressing again does nothing. */
export function FormActions({ submitLabel, onCancel, sticky, fullWidth, quiet }: FormActionsProps) {
  const { t } = useTranslation();
  const { isSubmitting } = useFormState();
  const { waiting } = usePendingWork();
  return (
    <Box
      sx={{
        display: "flex",
        gap: 1,
        alignItems: "center",
        ...(sticky && {
          position: "sticky",
          bottom: 0,
          mt: "auto",
          mx: -2.5,
          px: 2.5,
          py: 1.5,
          bgcolor: "background.paper",
          borderTop: 1,
          borderColor: "divider",
          zIndex: 1,
        }),
      }}
    >
      <Button
        type="submit"
        variant={quiet ? "outlined" : "contained"}
        fullWidth={Boolean(fullWidth)}
        title={t("form.saveKeys")}
        startIcon={isSubmitting || waiting ? <CircularProgress size={14} color="inherit" /> : undefined}
      >
        {submitLabel}
      </Button>
      {onCancel && <Button onClick={onCancel}>{t("common.cancel")}</Button>}
    </Box>
  );
}
