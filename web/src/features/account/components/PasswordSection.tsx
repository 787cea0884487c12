import { passwordRules } from "@clientela/shared/people/rules";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { Section } from "../../../components/Section.tsx";
import { toast } from "../../../feedback/toast.ts";
import { Form } from "../../../form/Form.tsx";
import { FormActions } from "../../../form/FormActions.tsx";
import { PasswordInput } from "../../../form/PasswordInput.tsx";
import { useRulesForm } from "../../../form/useRulesForm.ts";
import { useViewer } from "../../../session/useSession.ts";
import { useChangePasswordMutation } from "../account.generated.ts";

const rules = z.object({ current: z.string().min(1).max(200), next: passwordRules });
const empty = { current: "", next: "" };

/** A new password; it ends the other sessions. */
export function PasswordSection() {
  const { t } = useTranslation();
  const { user } = useViewer();
  const [change] = useChangePasswordMutation({ refetchQueries: ["AccountPage"] });
  const form = useRulesForm({ rules, defaultValues: empty });
  return (
    <Section title={t("account.password")}>
      <Form
        form={form}
        label={t("account.password")}
        save={(variables) => change({ variables })}
        onSaved={() => {
          form.reset(empty);
          toast(t("account.changed"));
        }}
      >
        <input type="email" name="username" autoComplete="username" value={user.email} readOnly hidden />
        <PasswordInput name="current" label={t("account.current")} required autoComplete="current-password" />
        <PasswordInput
          name="next"
          label={t("account.next")}
          required
          autoComplete="new-password"
          hint={t("setUp.passwordHint")}
        />
        <FormActions submitLabel={t("account.change")} quiet />
      </Form>
    </Section>
  );
}
