import { emailRules } from "@clientela/shared/people/rules";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useLocation } from "react-router";
import { z } from "zod";
import { request } from "../../apollo/request.ts";
import { Form } from "../../form/Form.tsx";
import { FormActions } from "../../form/FormActions.tsx";
import { TextInput } from "../../form/TextInput.tsx";
import { useRulesForm } from "../../form/useRulesForm.ts";
import { PublicLayout } from "../../frame/PublicLayout.tsx";
import type { RequestPasswordResetMutation, RequestPasswordResetMutationVariables } from "./passwordReset.generated.ts";
import operations from "./passwordReset.graphql?raw";

const rules = z.object({ email: emailRules });

/** Where one asks for a link to choose a new password; it tells nobody which addresses have an account. */
export function ForgotPasswordPage() {
  const { t } = useTranslation();
  const typed = (useLocation().state as { email?: string } | null)?.email ?? "";
  const [sentTo, setSentTo] = useState<string | null>(null);
  const form = useRulesForm({ rules, defaultValues: { email: typed } });
  const back = (
    <Button component={Link} to="/sign-in" sx={{ justifySelf: "start" }}>
      {t("invitation.toSignIn")}
    </Button>
  );
  if (sentTo) {
    return (
      <PublicLayout title={t("passwordReset.sentTitle")} intro={t("passwordReset.sent", { email: sentTo })}>
        <Box sx={{ display: "grid", gap: 2, color: "text.secondary" }}>
          {t("passwordReset.notArrived")}
          {back}
        </Box>
      </PublicLayout>
    );
  }
  return (
    <PublicLayout title={t("passwordReset.requestTitle")} intro={t("passwordReset.requestExplain")}>
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
        <FormActions submitLabel={t("passwordReset.request")} fullWidth />
        {back}
      </Form>
    </PublicLayout>
  );
}
