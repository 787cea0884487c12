import { contactNeeded, updateClientRules } from "@clientela/shared/clients/rules";
import { customFieldsRules } from "@clientela/shared/custom-fields/rules";
import { valueUnder } from "@clientela/shared/records";
import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Loaded } from "../../../components/Loaded.tsx";
import { textOfProblem } from "../../../feedback/problem.ts";
import { toast } from "../../../feedback/toast.ts";
import { Form } from "../../../form/Form.tsx";
import { FormActions } from "../../../form/FormActions.tsx";
import { useRulesForm } from "../../../form/useRulesForm.ts";
import { type CustomField, useCustomFields } from "../../../hooks/useCustomFields.ts";
import { usePeople } from "../../../hooks/usePeople.ts";
import { useTags } from "../../../hooks/useTags.ts";
import { useSettings } from "../../../session/useSession.ts";
import { type ClientRecord, customValuesOf } from "../clientValues.ts";
import { ClientFormSections } from "../form/ClientFormSections.tsx";
import { DuplicateAlert } from "../form/duplicates/DuplicateAlert.tsx";
import { type Duplicate, duplicateOf } from "../form/duplicates/duplicate.ts";
import { nameOfPath } from "../form/formFields.ts";
import { formKeyOf, formValuesOf, recordOf, sensitiveKeys, writableFields } from "../form/formValues.ts";
import { useSaveClient } from "./saveClient.ts";

/** The whole record as one form, as creation has it [F37]; what others save meanwhile is kept. */
export function ClientGeneral({ client }: { client: ClientRecord }) {
  const { query } = useCustomFields();
  return (
    <Loaded query={query} skeleton={null}>
      {({ customFields }) => <GeneralForm client={client} fields={writableFields(customFields, client)} />}
    </Loaded>
  );
}

function GeneralForm({ client, fields }: { client: ClientRecord; fields: readonly CustomField[] }) {
  const { t } = useTranslation();
  const saveClient = useSaveClient();
  const { fields: allFields } = useCustomFields();
  const { users, teams } = usePeople();
  const { tags } = useTags();
  const settings = useSettings();
  const [base, setBase] = useState(client);
  const [duplicate, setDuplicate] = useState<Duplicate | null>(null);
  // A client that came without an address may stay without one; only taking it away is refused.
  const asked = settings ? contactNeeded(settings) : "either";
  const needs = asked === "email" && base.email === null ? "none" : asked;
  const without = client.viewerCan.seeContactData ? [] : sensitiveKeys;
  // Likewise a required field that nobody gave yet.
  const given = customValuesOf(base);
  const customFields = customFieldsRules(
    fields.map((field) => ({
      ...field,
      key: formKeyOf(field.key),
      required: field.required && valueUnder(given, field.key) !== undefined,
    })),
    { required: "kept" },
  );
  const form = useRulesForm({
    rules: updateClientRules({ needs, customFields }),
    defaultValues: formValuesOf(client, without, fields),
    draftKey: `client.${client.id}`,
  });
  if (!client.viewerCan.edit) return <Typography sx={{ p: 2 }}>{t("clientPages.record.readOnly")}</Typography>;
  return (
    <Box sx={{ p: { xs: 2, md: 2.5 }, maxWidth: 640 }}>
      <Form
        form={form}
        label={t("clientPages.record.tab.general")}
        nameOf={(path) => nameOfPath(path, allFields)}
        save={(values) => {
          setDuplicate(null);
          return saveClient(base, recordOf(base, values, { users, teams, tags }));
        }}
        onSaved={(saved) => {
          setBase(saved);
          form.reset(formValuesOf(saved, without, fields));
          toast(t("clientPages.form.saved"));
        }}
        onProblem={(error) => {
          const found = duplicateOf(error);
          setDuplicate(found);
          if (found) form.setError("email", { type: "server", message: textOfProblem(error) }, { shouldFocus: true });
          return found !== null;
        }}
      >
        {duplicate && <DuplicateAlert duplicate={duplicate} />}
        <ClientFormSections folded={false} needs={needs} without={without} customFields={fields} />
        <FormActions submitLabel={t("clientPages.form.save")} />
      </Form>
    </Box>
  );
}
