import { paths } from "@clientela/shared/paths";
import { passwordRules } from "@clientela/shared/people/rules";
import Button from "@mui/material/Button";
import { useTranslation } from "react-i18next";
import { Link, type LoaderFunctionArgs, useLoaderData, useNavigate } from "react-router";
import { z } from "zod";
import { request } from "../../apollo/request.ts";
import { Form } from "../../form/Form.tsx";
import { FormActions } from "../../form/FormActions.tsx";
import { PasswordInput } from "../../form/PasswordInput.tsx";
import { useRulesForm } from "../../form/useRulesForm.ts";
import { PublicLayout } from "../../frame/PublicLayout.tsx";
import type {
  PendingPasswordResetQuery,
  PendingPasswordResetQueryVariables,
  ResetPasswordMutation,
  ResetPasswordMutationVariables,
} from "./passwordReset.generated.ts";
import operations from "./passwordReset.graphql?raw";

const rules = z.object({ password: passwordRules });

/** The account of the link in the address, or null if the link is used, expired or wrong. */
export async function loadPasswordReset({ request: { url } }: LoaderFunctionArgs) {
  const token = new URL(url).searchParams.get("token") ?? "";
  const { passwordReset } = await request<PendingPasswordResetQuery, PendingPasswordResetQueryVariables>(
    operations,
    "PendingPasswordReset",
    { token },
  );
  return { token, passwordReset };
}

/** A person who forgot the password chooses another here and is signed in. Only sending it uses the link up. */
export function ResetPasswordPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { token, passwordReset } = useLoaderData<typeof loadPasswordReset>();
  const form = useRulesForm({ rules, defaultValues: { password: "" } });
  if (!passwordReset) {
    return (
      <PublicLayout title={t("passwordReset.invalid")} intro={t("passwordReset.explainInvalid")}>
        <Button component={Link} to={paths.forgotPassword} variant="outlined">
          {t("passwordReset.another")}
        </Button>
      </PublicLayout>
    );
  }
  const { email, businessName } = passwordReset;
  return (
    <PublicLayout
      title={t("passwordReset.title")}
      intro={t("passwordReset.explain", { email, business: businessName })}
    >
      <Form
        form={form}
        label={t("passwordReset.title")}
        save={({ password }) =>
          request<ResetPasswordMutation, ResetPasswordMutationVariables>(operations, "ResetPassword", {
            token,
            password,
          })
        }
        onSaved={() => void navigate("/", { replace: true })}
      >
        <input type="email" name="username" autoComplete="username" value={email} readOnly hidden />
        <PasswordInput
          name="password"
          label={t("passwordReset.password")}
          required
          autoFocus
          autoComplete="new-password"
          hint={t("setUp.passwordHint")}
        />
        <FormActions submitLabel={t("passwordReset.submit")} fullWidth />
      </Form>
    </PublicLayout>
  );
}
