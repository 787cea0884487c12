import { contactNeeded, createClientRules } from "@clientela/shared/clients/rules";
import { customFieldsRules } from "@clientela/shared/custom-fields/rules";
import { clientPath, newClientParameter } from "@clientela/shared/paths";
import Box from "@mui/material/Box";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { Loaded } from "../../../components/Loaded.tsx";
import { SidePanel } from "../../../components/SidePanel.tsx";
import { textOfProblem } from "../../../feedback/problem.ts";
import { toast } from "../../../feedback/toast.ts";
import { Form } from "../../../form/Form.tsx";
import { FormActions } from "../../../form/FormActions.tsx";
import { leavesParameter } from "../../../form/unsaved.ts";
import { useRulesForm } from "../../../form/useRulesForm.ts";
import { type CustomField, useCustomFields } from "../../../hooks/useCustomFields.ts";
import { useSearchParam } from "../../../hooks/useSearchParam.ts";
import { useSettings, useViewer } from "../../../session/useSession.ts";
import { NoTeam, useWithoutTeam } from "../../../session/WithoutTeam.tsx";
import { ClientTilesDocument, useCreateClientMutation } from "../clients.generated.ts";
import { ClientFormSections } from "./ClientFormSections.tsx";
import { DuplicateAlert } from "./duplicates/DuplicateAlert.tsx";
import { DuplicateNotice } from "./duplicates/DuplicateNotice.tsx";
import { type Duplicate, duplicateOf } from "./duplicates/duplicate.ts";
import { nameOfPath } from "./formFields.ts";
import { createInputOf, emptyFormValues, formKeyOf } from "./formValues.ts";

const leaves = leavesParameter(newClientParameter);

/** The panel over any page in which a client is created; then its record opens [F34]. */
export function NewClientPanel() {
  const { t } = useTranslation();
  const [, open] = useSearchParam(newClientParameter);
  const { query } = useCustomFields();
  const withoutTeam = useWithoutTeam();
  const close = () => open(null);
  return (
    <SidePanel open title={t("clientPages.list.new")} onClose={close}>
      {withoutTeam ? (
        <NoTeam />
      ) : (
        <Loaded query={query} skeleton={null}>
          {({ customFields }) => <NewClientForm fields={customFields} onClose={close} />}
        </Loaded>
      )}
    </SidePanel>
  );
}

function NewClientForm({ fields, onClose }: { fields: readonly CustomField[]; onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { user } = useViewer();
  const settings = useSettings();
  const needs = settings ? contactNeeded(settings) : "either";
  const [duplicate, setDuplicate] = useState<Duplicate | null>(null);
  const [createClient] = useCreateClientMutation({ refetchQueries: [ClientTilesDocument] });
  const form = useRulesForm({
    rules: createClientRules({
      needs,
      customFields: customFieldsRules(
        fields.map((field) => ({ ...field, key: formKeyOf(field.key) })),
        { required: "given" },
      ),
    }),
    defaultValues: { ...emptyFormValues(fields), ownerId: user.id },
    draftKey: "client.new",
    leaves,
  });
  return (
    <Box sx={{ p: 2.5, pb: 0, flex: 1, display: "flex", flexDirection: "column" }}>
      <Form
        form={form}
        label={t("clientPages.list.new")}
        nameOf={(path) => nameOfPath(path, fields)}
        save={async (values) => {
          setDuplicate(null);
          const { data } = await createClient({ variables: { input: createInputOf(values) } });
          return data?.createClient;
        }}
        onSaved={(client) => {
          if (!client) return;
          toast(t("clientPages.form.created", { name: client.name }));
          void navigate(clientPath(client.id), { replace: true });
        }}
        onProblem={(error) => {
          const found = duplicateOf(error);
          setDuplicate(found);
          if (found) form.setError("email", { type: "server", message: textOfProblem(error) }, { shouldFocus: true });
          return found !== null;
        }}
      >
        {duplicate && <DuplicateAlert duplicate={duplicate} />}
        <ClientFormSections folded needs={needs} customFields={fields} />
        {!duplicate && <DuplicateNotice />}
        <FormActions submitLabel={t("clientPages.form.create")} onCancel={onClose} sticky />
      </Form>
    </Box>
  );
}
