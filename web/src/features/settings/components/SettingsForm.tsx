import { locales, settingsRules } from "@clientela/shared/people/rules";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { toast } from "../../../feedback/toast.ts";
import { ChoiceInput } from "../../../form/ChoiceInput.tsx";
import { Form } from "../../../form/Form.tsx";
import { FormActions } from "../../../form/FormActions.tsx";
import { FormSection } from "../../../form/FormSection.tsx";
import { SelectInput } from "../../../form/SelectInput.tsx";
import { SwitchInput } from "../../../form/SwitchInput.tsx";
import { TextInput } from "../../../form/TextInput.tsx";
import { useRulesForm } from "../../../form/useRulesForm.ts";
import { countryChoices } from "../../../i18n/names.ts";
import { currencyChoices, timeZoneChoices } from "../../../i18n/regions.ts";
import type { Session_SettingsFragment } from "../../../session/session.generated.ts";
import { agentRules, clientRules, valuesOf } from "../rules.ts";
import { useUpdateSettingsMutation } from "../settings.generated.ts";

/** All settings in one form, each rule with a sentence on what it does. */
export function SettingsForm({ settings }: { settings: Session_SettingsFragment }) {
  const { t, i18n } = useTranslation();
  const [update] = useUpdateSettingsMutation();
  const form = useRulesForm({ rules: settingsRules, defaultValues: valuesOf(settings), draftKey: "settings" });
  const zones = useMemo(() => timeZoneChoices(settings.timeZone), [settings.timeZone]);
  const countries = useMemo(() => countryChoices(i18n.language), [i18n.language]);
  const currencies = useMemo(() => currencyChoices(i18n.language), [i18n.language]);
  return (
    <Form
      form={form}
      label={t("nav.settings")}
      save={(_values, input) => update({ variables: { input } })}
      onSaved={({ data }) => {
        if (data) form.reset(valuesOf(data.updateSettings));
        toast(t("settings.saved"));
      }}
    >
      <FormSection title={t("settings.business")}>
        <TextInput name="businessName" label={t("settings.businessName")} required autoComplete="organization" />
        <SelectInput
          name="locale"
          label={t("settings.locale")}
          hint={t("settings.localeHint")}
          required
          options={locales.map((value) => ({ value, label: t(`frame.${value}`) }))}
        />
        <ChoiceInput
          name="timeZone"
          label={t("settings.timeZone")}
          hint={t("settings.timeZoneHint")}
          required
          options={zones}
        />
        <ChoiceInput name="currency" label={t("settings.currency")} required options={currencies} />
        <ChoiceInput
          name="country"
          label={t("settings.country")}
          hint={t("settings.countryHint")}
          options={countries}
          clearable
        />
      </FormSection>
      <FormSection title={t("settings.clients")}>
        {clientRules.map((name) => (
          <SwitchInput key={name} name={name} label={t(`settings.${name}`)} hint={t(`settings.${name}Hint`)} />
        ))}
      </FormSection>
      <FormSection title={t("settings.agents")}>
        {agentRules.map((name) => (
          <SwitchInput key={name} name={name} label={t(`settings.${name}`)} hint={t(`settings.${name}Hint`)} />
        ))}
      </FormSection>
      <FormActions submitLabel={t("settings.save")} />
    </Form>
  );
}
