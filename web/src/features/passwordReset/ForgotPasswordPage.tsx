import { paths } from "@clientela/shared/paths";
import { emailRules } from "@clientela/shared/people/rules";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useLoaderData, useLocation } from "react-router";
import { z } from "zod";
import { request } from "../../apollo/request.ts";
import { Form } from "../../form/Form.tsx";
import { FormActions } from "../../form/FormActions.tsx";
import { TextInput } from "../../form/TextInput.tsx";
import { useRulesForm } from "../../form/useRulesForm.ts";
import { PublicLayout } from "../../frame/PublicLayout.tsx";
import type {
  PasswordResetMailedQuery,
  RequestPasswordResetMutation,
  RequestPasswordResetMutationVariables,
} from "./passwordReset.generated.ts";
import operations from "./passwordReset.graphql?raw";

const rules = z.object({ email: emailRules });

/** Asks whether a link would arrive by e-mail. */
export const loadForgotPassword = () =>
  request<PasswordResetMailedQuery, object>(operations, "PasswordResetMailed", {});

/** Where one asks for a link to choose a new password; it tells nobody which addresses have an account. */
export function ForgotPasswordPage() {
  const { t } = useTranslation();
  const typed = (useLocation().state as { email?: string } | null)?.email ?? "";
  const { passwordResetMailed: mailed } = useLoaderData<typeof loadForgotPassword>();
  const [sentTo, setSentTo] = useState<string | null>(null);
  const form = useRulesForm({ rules, defaultValues: { email: typed } });
  const back = (
    <Button component={Link} to={paths.signIn} sx={{ justifySelf: "start" }}>
      {t("invitation.toSignIn")}
    </Button>
  );
  if (sentTo) {
    const [title, intro] = mailed
      ? [t("passwordReset.sentTitle"), t("passwordReset.sent", { email: sentTo })]
      : [t("passwordReset.keptTitle"), t("passwordReset.kept", { email: sentTo })];
    return (
      <PublicLayout title={title} intro={intro}>
        <Box sx={{ display: "grid", gap: 2, color: "text.secondary" }}>
          {mailed ? t("passwordReset.notArrived") : <SoleOwner email={sentTo} />}
          {back}
        </Box>
      </PublicLayout>
    );
  }
  return (
    <PublicLayout
      title={t("passwordReset.requestTitle")}
      intro={t(mailed ? "passwordReset.requestExplain" : "passwordReset.requestExplainKept")}
    >
      <Form
        form={form}
        label={t("passwordReset.requestTitle")}
        save={async ({ email }) => {
          await request<RequestPasswordResetMutation, RequestPasswordResetMutationVariables>(
            operations,
            "RequestPasswordReset",
            { email },
          );
          return email;
        }}
        onSaved={setSentTo}
      >
        <TextInput name="email" label={t("signIn.email")} type="email" required autoFocus autoComplete="username" />
        <FormActions submitLabel={t(mailed ? "passwordReset.request" : "passwordReset.requestKept")} fullWidth />
        {back}
      </Form>
    </PublicLayout>
  );
}

/** The last way, if no e-mail leaves and nobody else can read the outbox: a command on the server. */
function SoleOwner({ email }: { email: string }) {
  const { t } = useTranslation();
  return (
    <div>
      {t("passwordReset.soleOwner")}
      <Box component="code" sx={{ display: "block", mt: 1, overflowWrap: "anywhere" }}>
        npm run password -- {email}
      </Box>
    </div>
  );
}
