import { locales, setUpRules } from "@clientela/shared/people/rules";
import Box from "@mui/material/Box";
import LinearProgress from "@mui/material/LinearProgress";
import Typography from "@mui/material/Typography";
import { useEffect, useEffectEvent, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { request } from "../../apollo/request.ts";
import { ChoiceInput } from "../../form/ChoiceInput.tsx";
import { Form } from "../../form/Form.tsx";
import { FormActions } from "../../form/FormActions.tsx";
import { FormSection } from "../../form/FormSection.tsx";
import { PasswordInput } from "../../form/PasswordInput.tsx";
import { SelectInput } from "../../form/SelectInput.tsx";
import { SwitchInput } from "../../form/SwitchInput.tsx";
import { TextInput } from "../../form/TextInput.tsx";
import { useRulesForm } from "../../form/useRulesForm.ts";
import { currentLanguage } from "../../i18n/i18n.ts";
import { countryChoices } from "../../i18n/names.ts";
import {
  currencyChoices,
  currencyOf,
  guessCountry,
  guessTimeZone,
  timeZoneChoices,
  timeZoneOf,
} from "../../i18n/regions.ts";
import type { SetUpMutation, SetUpMutationVariables } from "./setUp.generated.ts";
import operations from "./setUp.graphql?raw";

/** The business, its owner, and whether to begin with the demo business. */
export function SetUpForm({ token, onDone }: { token: string; onDone: () => void }) {
  const { t, i18n } = useTranslation();
  const timeZone = guessTimeZone();
  const [country] = useState(() => guessCountry(navigator.languages, timeZone));
  const form = useRulesForm({
    rules: setUpRules.required({ country: true }),
    draftKey: "setUp",
    secret: ["password"],
    defaultValues: {
      businessName: "",
      locale: currentLanguage(),
      timeZone,
      currency: currencyOf(country, timeZone),
      country,
      name: "",
      email: "",
      password: "",
      demo: false,
    },
  });
  const zones = useMemo(() => timeZoneChoices(timeZone), [timeZone]);
  const countries = useMemo(() => countryChoices(i18n.language), [i18n.language]);
  const chosen = form.watch("country");
  const follow = useEffectEvent((code: string) => {
    const { dirtyFields } = form.formState;
    if (!dirtyFields.currency) form.resetField("currency", { defaultValue: currencyOf(code, timeZone) });
    if (!dirtyFields.timeZone) form.resetField("timeZone", { defaultValue: timeZoneOf(code, timeZone) });
  });
  // What the country usually has, until somebody chose another.
  useEffect(() => {
    if (chosen && chosen !== country) follow(chosen);
  }, [chosen, country]);
  const currencies = useMemo(() => currencyChoices(i18n.language), [i18n.language]);
  return (
    <Form
      form={form}
      label={t("setUp.title")}
      save={(input) => request<SetUpMutation, SetUpMutationVariables>(operations, "SetUp", { token, input })}
      onSaved={onDone}
    >
      <FormSection title={t("setUp.business")}>
        <TextInput name="businessName" label={t("setUp.businessName")} required autoComplete="organization" autoFocus />
        <Box sx={{ display: "grid", gap: 2, gridTemplateColumns: { sm: "1fr 1fr" } }}>
          <SelectInput
            name="locale"
            label={t("setUp.locale")}
            required
            options={locales.map((value) => ({ value, label: t(`frame.${value}`) }))}
          />
          <ChoiceInput name="currency" label={t("setUp.currency")} required options={currencies} />
        </Box>
        <ChoiceInput
          name="country"
          label={t("setUp.country")}
          hint={t("setUp.countryHint")}
          required
          options={countries}
        />
        <ChoiceInput name="timeZone" label={t("setUp.timeZone")} required options={zones} />
      </FormSection>
      <FormSection title={t("setUp.owner")}>
        <TextInput name="name" label={t("setUp.name")} required autoComplete="name" />
        <TextInput name="email" label={t("setUp.email")} required type="email" autoComplete="username" />
        <PasswordInput
          name="password"
          label={t("setUp.password")}
          required
          autoComplete="new-password"
          hint={t("setUp.passwordHint")}
        />
      </FormSection>
      <SwitchInput name="demo" label={t("setUp.demo")} hint={t("setUp.demoHint")} />
      <FormActions submitLabel={t("setUp.submit")} fullWidth />
      {form.formState.isSubmitting && (
        <Box role="status">
          <LinearProgress aria-hidden sx={{ mb: 0.5 }} />
          <Typography variant="body2" color="textSecondary">
            {form.getValues("demo") ? t("setUp.workingDemo") : t("setUp.working")}
          </Typography>
        </Box>
      )}
    </Form>
  );
}
