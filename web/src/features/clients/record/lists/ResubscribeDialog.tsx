import { resubscribeRules } from "@clientela/shared/lists/rules";
import Dialog from "@mui/material/Dialog";
import DialogContent from "@mui/material/DialogContent";
import DialogContentText from "@mui/material/DialogContentText";
import DialogTitle from "@mui/material/DialogTitle";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { Form } from "../../../../form/Form.tsx";
import { FormActions } from "../../../../form/FormActions.tsx";
import { TextInput } from "../../../../form/TextInput.tsx";
import { useRulesForm } from "../../../../form/useRulesForm.ts";

interface ResubscribeDialogProps {
  newsletter: string;
  save: (values: { reason: string }) => Promise<unknown>;
  onClose: () => void;
}

/** Asks why somebody who unsubscribed is put back on a newsletter; the timeline keeps the answer [F116]. */
export function ResubscribeDialog({ newsletter, save, onClose }: ResubscribeDialogProps) {
  const { t } = useTranslation();
  const id = useId();
  const form = useRulesForm({ rules: resubscribeRules, defaultValues: { reason: "" } });
  const title = t("clients.newsletter.resubscribe", { newsletter });
  return (
    <Dialog open maxWidth="xs" fullWidth onClose={onClose} aria-labelledby={id}>
      <DialogTitle id={id}>{title}</DialogTitle>
      <DialogContent>
        <DialogContentText sx={{ mb: 2 }}>{t("clients.newsletter.resubscribeExplain")}</DialogContentText>
        <Form form={form} label={title} save={save} onSaved={onClose}>
          <TextInput
            name="reason"
            label={t("clients.newsletter.reason")}
            hint={t("clients.newsletter.reasonHint")}
            required
            autoFocus
            autoComplete="off"
          />
          <FormActions submitLabel={t("clients.newsletter.subscribeAgain")} onCancel={onClose} />
        </Form>
      </DialogContent>
    </Dialog>
  );
}
