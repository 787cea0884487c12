import { accountRules } from "@clientela/shared/people/rules";
import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import { Section } from "../../../components/Section.tsx";
import { toast } from "../../../feedback/toast.ts";
import { Form } from "../../../form/Form.tsx";
import { FormActions } from "../../../form/FormActions.tsx";
import { TextInput } from "../../../form/TextInput.tsx";
import { useRulesForm } from "../../../form/useRulesForm.ts";
import { useViewer } from "../../../session/useSession.ts";
import { useUpdateAccountMutation } from "../account.generated.ts";

const rules = accountRules.pick({ name: true });

/** My name; the e-mail and the role are others' to change. */
export function ProfileSection() {
  const { t } = useTranslation();
  const { user, role } = useViewer();
  const [update] = useUpdateAccountMutation();
  const form = useRulesForm({ rules, defaultValues: { name: user.name } });
  return (
    <Section title={t("account.profile")}>
      <Form
        form={form}
        label={t("account.profile")}
        save={(input) => update({ variables: { input } })}
        onSaved={({ data }) => {
          form.reset({ name: data?.updateAccount.user.name });
          toast(t("account.saved"));
        }}
      >
        <TextInput name="name" label={t("account.name")} required autoComplete="name" />
        <Box>
          <Typography sx={{ fontSize: 13, fontWeight: 600 }}>{t("account.email")}</Typography>
          <Typography color="textSecondary">
            {user.email} · {t(`people.roles.${role}`)}
          </Typography>
        </Box>
        <FormActions submitLabel={t("account.saveName")} quiet />
      </Form>
    </Section>
  );
}
