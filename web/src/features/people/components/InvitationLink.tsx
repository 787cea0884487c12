import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import { CopyField } from "../../../components/CopyField.tsx";
import { PanelBody } from "../../../components/PanelBody.tsx";
import { useFormats } from "../../../i18n/format.ts";
import type { InvitationLink_InvitationFragment } from "../people.generated.ts";

interface InvitationLinkProps {
  invitation: InvitationLink_InvitationFragment;
  onAnother: () => void;
}

/** The link to hand over: it is shown this once. */
export function InvitationLink({ invitation: { link, mailed, user, expiresAt }, onAnother }: InvitationLinkProps) {
  const { t } = useTranslation();
  const { date } = useFormats();
  return (
    <PanelBody>
      <Typography>
        {mailed
          ? t("people.linkMailed", { email: user.email, date: date(expiresAt) })
          : t("people.linkExplain", { name: user.name, date: date(expiresAt) })}
      </Typography>
      <CopyField label={t("people.link")} value={link} />
      <Box>
        <Button variant="outlined" onClick={onAnother}>
          {t("people.inviteAnother")}
        </Button>
      </Box>
    </PanelBody>
  );
}
