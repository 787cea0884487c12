import { paths } from "@clientela/shared/paths";
import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import OutlinedInput from "@mui/material/OutlinedInput";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { request } from "../../apollo/request.ts";
import { textOfProblem } from "../../feedback/problem.ts";
import { Field } from "../../form/Field.tsx";
import { PasswordField } from "../../form/PasswordField.tsx";
import type { SignInMutation, SignInMutationVariables } from "./signIn.generated.ts";
import operations from "./signIn.graphql?raw";

/**
 * E-mail and password. The form kit and its rules are left out: they would be half of the code that the first page
 * waits for.
 */
export function SignInForm({ onSignedIn }: { onSignedIn: () => void }) {
  const { t } = useTranslation();
  const [values, setValues] = useState({ email: "", password: "" });
  const [missing, setMissing] = useState<Partial<typeof values>>({});
  const [problem, setProblem] = useState<string>();
  const [sending, setSending] = useState(false);
  const inputs = { email: useRef<HTMLInputElement>(null), password: useRef<HTMLInputElement>(null) };

  function change(field: keyof typeof values, value: string) {
    setValues({ ...values, [field]: value });
    setMissing({ ...missing, [field]: undefined });
  }

  async function submit() {
    const needed = {
      ...(!values.email.trim() && { email: t("signIn.emailNeeded") }),
      ...(!values.password && { password: t("signIn.passwordNeeded") }),
    };
    setMissing(needed);
    setProblem(undefined);
    const [first] = Object.keys(needed) as (keyof typeof values)[];
    if (first) {
      inputs[first].current?.focus();
      return;
    }
    setSending(true);
    try {
      const { password } = values;
      const email = values.email.trim();
      await request<SignInMutation, SignInMutationVariables>(operations, "SignIn", { email, password });
      onSignedIn();
    } catch (error) {
      setProblem(textOfProblem(error));
      inputs.password.current?.select();
    } finally {
      setSending(false);
    }
  }

  return (
    <Box
      component="form"
      noValidate
      aria-label={t("signIn.title")}
      onSubmit={(event) => {
        event.preventDefault();
        if (!sending) void submit();
      }}
      sx={{ display: "grid", gap: 2 }}
    >
      {problem && (
        <Alert severity="error" role="alert">
          {problem}
        </Alert>
      )}
      <Field label={t("signIn.email")} error={missing.email}>
        {({ id, ...described }) => (
          <OutlinedInput
            id={id}
            name="email"
            type="email"
            autoComplete="username"
            autoFocus
            value={values.email}
            onChange={(event) => change("email", event.target.value)}
            inputRef={inputs.email}
            slotProps={{ input: { ...described, autoCapitalize: "off", spellCheck: false } }}
          />
        )}
      </Field>
      <PasswordField
        label={t("signIn.password")}
        name="password"
        autoComplete="current-password"
        value={values.password}
        onChange={(event) => change("password", event.target.value)}
        inputRef={inputs.password}
        error={missing.password}
      />
      <Button type="submit" variant="contained" fullWidth aria-busy={sending} sx={{ minHeight: 38 }}>
        {t("signIn.submit")}
      </Button>
      <Box
        component={Link}
        to={paths.forgotPassword}
        state={{ email: values.email }}
        sx={{ color: "text.secondary", fontSize: 13, lineHeight: "24px" }}
      >
        {t("signIn.forgotten")}
      </Box>
    </Box>
  );
}
