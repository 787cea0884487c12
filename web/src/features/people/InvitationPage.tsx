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
  AcceptInvitationMutation,
  AcceptInvitationMutationVariables,
  PendingInvitationQuery,
  PendingInvitationQueryVariables,
} from "./invitation.generated.ts";
import operations from "./invitation.graphql?raw";

const rules = z.object({ password: passwordRules });

/** The person whom the link in the address invites, or null if the link is used, expired or wrong. */
export async function loadInvitation({ request: { url } }: LoaderFunctionArgs) {
  const token = new URL(url).searchParams.get("token") ?? "";
  const { invitation } = await request<PendingInvitationQuery, PendingInvitationQueryVariables>(
    operations,
    "PendingInvitation",
    { token },
  );
  return { token, invitation };
}

/** Where an invited person chooses a password and is in. */
export function InvitationPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { token, invitation } = useLoaderData<typeof loadInvitation>();
  const form = useRulesForm({ rules, defaultValues: { password: "" } });
  if (!invitation) {
    return (
      <PublicLayout title={t("invitation.invalid")} intro={t("invitation.explainInvalid")}>
        <Button component={Link} to={paths.signIn} variant="outlined">
          {t("invitation.toSignIn")}
        </Button>
      </PublicLayout>
    );
  }
  const { name, email, businessName } = invitation;
  return (
    <PublicLayout
      title={t("invitation.welcome", { name, business: businessName })}
      intro={t("invitation.explain", { email })}
    >
      <Form
        form={form}
        label={t("invitation.title")}
        save={({ password }) =>
          request<AcceptInvitationMutation, AcceptInvitationMutationVariables>(operations, "AcceptInvitation", {
            token,
            password,
          })
        }
        onSaved={() => void navigate("/", { replace: true })}
      >
        <input type="email" name="username" autoComplete="username" value={email} readOnly hidden />
        <PasswordInput
          name="password"
          label={t("signIn.password")}
          required
          autoFocus
          autoComplete="new-password"
          hint={t("setUp.passwordHint")}
        />
        <FormActions submitLabel={t("invitation.submit")} fullWidth />
      </Form>
    </PublicLayout>
  );
}
