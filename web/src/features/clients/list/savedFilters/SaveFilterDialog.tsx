import { savedFilterRules } from "@clientela/shared/clients/rules";
import Box from "@mui/material/Box";
import Dialog from "@mui/material/Dialog";
import DialogTitle from "@mui/material/DialogTitle";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { Form } from "../../../../form/Form.tsx";
import { FormActions } from "../../../../form/FormActions.tsx";
import { SwitchInput } from "../../../../form/SwitchInput.tsx";
import { TextInput } from "../../../../form/TextInput.tsx";
import { useRulesForm } from "../../../../form/useRulesForm.ts";

interface SaveFilterDialogProps {
  onSave: (values: { name: string; shared: boolean }) => Promise<void>;
  onClose: () => void;
}

const rules = savedFilterRules.extend({ shared: z.boolean() });

/** Asks for the name of a filter and whether everyone gets it. */
export function SaveFilterDialog({ onSave, onClose }: SaveFilterDialogProps) {
  const { t } = useTranslation();
  const titleId = useId();
  const form = useRulesForm({ rules, defaultValues: { name: "", shared: false } });
  return (
    <Dialog open onClose={onClose} maxWidth="xs" fullWidth aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{t("savedFilters.save")}</DialogTitle>
      <Box sx={{ p: 2.5, pt: 0 }}>
        <Form form={form} save={onSave} onSaved={onClose} label={t("savedFilters.save")}>
          <TextInput name="name" label={t("savedFilters.name")} required autoFocus hint={t("savedFilters.nameHint")} />
          <SwitchInput name="shared" label={t("savedFilters.shared")} hint={t("savedFilters.sharedHint")} />
          <FormActions submitLabel={t("common.save")} onCancel={onClose} />
        </Form>
      </Box>
    </Dialog>
  );
}
