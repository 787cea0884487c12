import { clientPath } from "@clientela/shared/paths";
import Alert from "@mui/material/Alert";
import Link from "@mui/material/Link";
import { useTranslation } from "react-i18next";
import { Link as RouterLink } from "react-router";
import type { Duplicate } from "./duplicate.ts";

/** Says that the client exists already, with the way to its record [F130]. */
export function DuplicateAlert({ duplicate: { client } }: { duplicate: Duplicate }) {
  const { t } = useTranslation();
  return (
    <Alert severity="error" role="alert">
      {client ? t("clientPages.form.duplicate", { name: client.name }) : t("clientPages.form.duplicateHidden")}{" "}
      {client && (
        <Link component={RouterLink} to={clientPath(client.id)} color="inherit" sx={{ fontWeight: 600 }}>
          {t("clientPages.form.open")}
        </Link>
      )}
    </Alert>
  );
}
