import { revealRules } from "@clientela/shared/clients/rules";
import VisibilityOutlined from "@mui/icons-material/VisibilityOutlined";
import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogContent from "@mui/material/DialogContent";
import DialogContentText from "@mui/material/DialogContentText";
import DialogTitle from "@mui/material/DialogTitle";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { Form } from "../../../../form/Form.tsx";
import { FormActions } from "../../../../form/FormActions.tsx";
import { TextInput } from "../../../../form/TextInput.tsx";
import { useRulesForm } from "../../../../form/useRulesForm.ts";
import { RevealedData } from "./RevealedData.tsx";
import { type RevealContactDataMutation, useRevealContactDataMutation } from "./reveal.generated.ts";

/** Shows hidden contact data for a reason, once: what is shown is kept nowhere and gone with the dialog [F209]. */
export function RevealButton({ clientId }: { clientId: string }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button startIcon={<VisibilityOutlined />} onClick={() => setOpen(true)}>
        {t("contacts.reveal.show")}
      </Button>
      {open && <RevealDialog clientId={clientId} onClose={() => setOpen(false)} />}
    </>
  );
}

function RevealDialog({ clientId, onClose }: { clientId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const id = useId();
  const [revealed, setRevealed] = useState<RevealContactDataMutation["revealContactData"] | null>(null);
  const [reveal] = useRevealContactDataMutation({ fetchPolicy: "no-cache" });
  const form = useRulesForm({ rules: revealRules, defaultValues: { reason: "" } });
  return (
    <Dialog open maxWidth="xs" fullWidth onClose={onClose} aria-labelledby={id}>
      <DialogTitle id={id}>{t("contacts.reveal.title")}</DialogTitle>
      <DialogContent>
        {revealed ? (
          <RevealedData data={revealed} onClose={onClose} />
        ) : (
          <>
            <DialogContentText sx={{ mb: 2 }}>{t("contacts.reveal.explain")}</DialogContentText>
            <Form
              form={form}
              label={t("contacts.reveal.title")}
              save={async ({ reason }) => (await reveal({ variables: { clientId, reason } })).data}
              onSaved={(data) => data && setRevealed(data.revealContactData)}
            >
              <TextInput name="reason" label={t("contacts.reveal.reason")} required autoFocus autoComplete="off" />
              <FormActions submitLabel={t("contacts.reveal.submit")} onCancel={onClose} />
            </Form>
          </>
        )}
      </DialogContent>
    </Dialog>
  );
}
