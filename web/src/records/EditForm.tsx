import Box from "@mui/material/Box";
import type { ReactNode } from "react";
import { PanelBody } from "../components/PanelBody.tsx";
import { toast } from "../feedback/toast.ts";
import { Form, type FormProps } from "../form/Form.tsx";
import { FormActions } from "../form/FormActions.tsx";
import type { FormRules } from "../form/useRulesForm.ts";

interface EditFormProps<S extends FormRules, R> extends FormProps<S, R> {
  /** The verb of its button: «Crear cliente». */
  submitLabel: string;
  /** Said once it is saved, where `onSaved` says nothing. */
  saved?: string;
  onClose: () => void;
  /** Other actions on the record: cancel, download. */
  actions?: ReactNode;
}

/** The form of a side panel; saved, it closes. */
export function EditForm<S extends FormRules, R>(props: EditFormProps<S, R>) {
  const { submitLabel, saved, onClose, onSaved, actions, children, ...form } = props;
  return (
    <PanelBody>
      <Form
        {...form}
        onSaved={(result) => {
          if (saved) toast(saved);
          onClose();
          onSaved?.(result);
        }}
      >
        {children}
        {actions && <Box sx={{ display: "flex", gap: 1, flexWrap: "wrap" }}>{actions}</Box>}
        <FormActions submitLabel={submitLabel} onCancel={onClose} sticky />
      </Form>
    </PanelBody>
  );
}
