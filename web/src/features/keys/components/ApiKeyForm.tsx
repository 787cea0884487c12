import { apiKeyRules } from "@clientela/shared/people/rules";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { SelectInput } from "../../../form/SelectInput.tsx";
import { TextInput } from "../../../form/TextInput.tsx";
import { leavesParameter } from "../../../form/unsaved.ts";
import { useRulesForm } from "../../../form/useRulesForm.ts";
import { EditForm } from "../../../records/EditForm.tsx";
import { RoleInput } from "../../../session/RoleInput.tsx";
import { type CreateApiKeyMutation, useCreateApiKeyMutation } from "../keys.generated.ts";

const lifetimes = ["30", "90", "365"] as const;
const day = 86_400_000;

/** The days a key lives stand in for the moment it ends; none is for ever. */
const rules = z.object({
  name: apiKeyRules.shape.name,
  role: apiKeyRules.shape.role,
  days: z.enum(lifetimes).nullable(),
});

interface ApiKeyFormProps {
  onClose: () => void;
  onCreated: (key: CreateApiKeyMutation["createApiKey"]) => void;
}

/** What a key is for, what it may do and for how long. */
export function ApiKeyForm({ onClose, onCreated }: ApiKeyFormProps) {
  const { t } = useTranslation();
  const [create] = useCreateApiKeyMutation({ refetchQueries: ["ApiKeysPage"] });
  const form = useRulesForm({
    rules,
    defaultValues: { name: "", role: "AGENT", days: "90" },
    draftKey: "apiKey",
    leaves: leavesParameter("create"),
  });
  return (
    <EditForm
      form={form}
      label={t("keys.panel")}
      save={({ name, role, days }) => {
        const expiresAt = days === null ? null : new Date(Date.now() + Number(days) * day).toISOString();
        return create({ variables: { input: { name, role, expiresAt } } });
      }}
      onSaved={({ data }) => data && onCreated(data.createApiKey)}
      submitLabel={t("keys.create")}
      onClose={onClose}
    >
      <TextInput name="name" label={t("keys.name")} hint={t("keys.nameHint")} required autoFocus autoComplete="off" />
      <RoleInput />
      <SelectInput
        name="days"
        label={t("keys.expiresIn")}
        none={t("keys.never")}
        options={lifetimes.map((value) => ({ value, label: t(`keys.days${value}`) }))}
      />
    </EditForm>
  );
}
