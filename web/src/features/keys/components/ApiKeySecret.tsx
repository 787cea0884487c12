import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import { CopyField } from "../../../components/CopyField.tsx";
import { PanelBody } from "../../../components/PanelBody.tsx";

/** A new key's secret, this once. */
export function ApiKeySecret({ name, secret, onDone }: { name: string; secret: string; onDone: () => void }) {
  const { t } = useTranslation();
  return (
    <PanelBody>
      <Typography sx={{ fontWeight: 600 }}>{name}</Typography>
      <CopyField label={t("keys.secret")} value={secret} />
      <Alert severity="warning">{t("keys.secretExplain")}</Alert>
      <Box>
        <Button variant="contained" onClick={onDone}>
          {t("keys.done")}
        </Button>
      </Box>
    </PanelBody>
  );
}
