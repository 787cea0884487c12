import { useApolloClient } from "@apollo/client/react";
import { customFieldRules } from "@clientela/shared/custom-fields/rules";
import { customFieldTypes, hasOptions } from "@clientela/shared/custom-fields/types";
import { useEffect, useState } from "react";
import { useWatch } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { codeOf } from "../../../apollo/errors.ts";
import { toastProblem } from "../../../feedback/problem.ts";
import { SelectInput } from "../../../form/SelectInput.tsx";
import { SwitchInput } from "../../../form/SwitchInput.tsx";
import { TextInput } from "../../../form/TextInput.tsx";
import { leavesParameter } from "../../../form/unsaved.ts";
import { useRulesForm } from "../../../form/useRulesForm.ts";
import { CustomFieldsDocument } from "../../../hooks/reference.generated.ts";
import type { CustomField } from "../../../hooks/useCustomFields.ts";
import { EditForm } from "../../../records/EditForm.tsx";
import {
  CustomFieldSettingsDocument,
  useCreateCustomFieldMutation,
  useUpdateCustomFieldMutation,
} from "../customFields.generated.ts";
import { mergeOptions } from "../mergeOptions.ts";
import { DefinitionConflict } from "./DefinitionConflict.tsx";
import { OptionsInput } from "./OptionsInput.tsx";

interface FieldFormProps {
  /** The field to edit; none makes a new one. */
  field: CustomField | undefined;
  onClose: () => void;
}

const valuesOf = (field: CustomField | undefined) => ({
  key: null as string | null,
  label: field?.label ?? "",
  type: field?.type ?? ("TEXT" as const),
  options: field?.options ?? [],
  required: field?.required ?? false,
  searchable: field?.searchable ?? false,
});

/** A field's definition. Somebody else's change of it meanwhile is shown as a choice, not overwritten [F122]. */
export function FieldForm({ field, onClose }: FieldFormProps) {
  const { t } = useTranslation();
  const apollo = useApolloClient();
  const [create] = useCreateCustomFieldMutation({ refetchQueries: [CustomFieldSettingsDocument] });
  const [update] = useUpdateCustomFieldMutation();
  // The field as the form opened with it: the cache may know a newer state.
  const [base, setBase] = useState(field);
  const [theirs, setTheirs] = useState<CustomField | null>(null);
  const form = useRulesForm({
    rules: customFieldRules,
    defaultValues: valuesOf(field),
    leaves: leavesParameter("field"),
  });
  const type = useWatch({ control: form.control, name: "type" });
  const { setValue } = form;
  useEffect(() => {
    if (type && !hasOptions(type)) setValue("options", []);
  }, [type, setValue]);

  const showTheirs = async () => {
    const { data } = await apollo.query({ query: CustomFieldsDocument, fetchPolicy: "network-only" });
    setTheirs(data?.customFields.find(({ id }) => id === field?.id) ?? null);
  };
  const title = base ? t("customFields.page.editField", { name: base.label }) : t("customFields.page.create");
  return (
    <EditForm
      form={form}
      label={title}
      save={async ({ key, ...input }) => {
        setTheirs(null);
        if (base) await update({ variables: { id: base.id, input, expectedVersion: base.version } });
        else await create({ variables: { input: { ...input, key: key || null } } });
      }}
      saved={base ? t("people.saved") : t("customFields.page.created")}
      onProblem={(error) => {
        if (codeOf(error) !== "CONFLICT") return false;
        void showTheirs().catch(toastProblem);
        return true;
      }}
      submitLabel={base ? t("common.save") : t("customFields.page.create")}
      onClose={onClose}
    >
      {theirs && (
        <DefinitionConflict
          theirs={theirs}
          onTheirs={() => {
            form.reset(valuesOf(theirs));
            setBase(theirs);
            setTheirs(null);
          }}
          onMine={() => {
            setBase(theirs);
            setTheirs(null);
          }}
        />
      )}
      <TextInput name="label" label={t("customFields.page.label")} required autoFocus={!field} autoComplete="off" />
      <SelectInput
        name="type"
        label={t("customFields.page.type")}
        required
        options={customFieldTypes.map((value) => ({ value, label: t(`customFields.type.${value}`) }))}
      />
      {hasOptions(type) && (
        <OptionsInput
          field={base}
          onChanged={(changed) => {
            const merged = mergeOptions(form.getValues("options") ?? [], base?.options ?? [], changed.options);
            setBase(changed);
            setTheirs((shown) => shown && changed);
            form.resetField("options", { defaultValue: changed.options });
            form.setValue("options", merged, { shouldDirty: true });
          }}
          onConflict={setTheirs}
        />
      )}
      <SwitchInput
        name="required"
        label={t("customFields.page.isRequired")}
        hint={t("customFields.page.isRequiredHint")}
      />
      <SwitchInput
        name="searchable"
        label={t("customFields.page.isSearchable")}
        hint={t("customFields.page.isSearchableHint")}
      />
      {!base && (
        <TextInput
          name="key"
          label={t("customFields.page.key")}
          hint={t("customFields.page.keyHint")}
          autoComplete="off"
        />
      )}
    </EditForm>
  );
}
