import Alert from "@mui/material/Alert";
import Button from "@mui/material/Button";
import { useTranslation } from "react-i18next";
import type { CustomField } from "../../../hooks/useCustomFields.ts";

interface DefinitionConflictProps {
  theirs: CustomField;
  onTheirs: () => void;
  onMine: () => void;
}

/** Somebody else changed the definition meanwhile: what it is now, and the choice [F122][F124]. */
export function DefinitionConflict({ theirs, onTheirs, onMine }: DefinitionConflictProps) {
  const { t } = useTranslation();
  const parts = [theirs.label, t(`customFields.type.${theirs.type}`), theirs.options.join(", ")];
  return (
    <Alert severity="warning" role="alert">
      {t("customFields.page.conflict", { definition: parts.filter(Boolean).join(" · ") })}
      <div>
        <Button color="inherit" onClick={onTheirs}>
          {t("conflict.useTheirs")}
        </Button>
        <Button color="inherit" onClick={onMine}>
          {t("conflict.keepMine")}
        </Button>
      </div>
    </Alert>
  );
}
