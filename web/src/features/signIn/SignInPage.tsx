import Alert from "@mui/material/Alert";
import { Suspense } from "react";
import { useTranslation } from "react-i18next";
import { Await, Navigate, useLoaderData, useNavigate, useSearchParams } from "react-router";
import { request } from "../../apollo/request.ts";
import { PublicLayout } from "../../frame/PublicLayout.tsx";
import { nextPath } from "../../session/paths.ts";
import { SignInForm } from "./SignInForm.tsx";
import type { SignInStateQuery } from "./signIn.generated.ts";
import operations from "./signIn.graphql?raw";

/** Asks whether someone is signed in and the business set up, without making the form wait for the answer. */
export const loadSignIn = () => ({
  state: request<SignInStateQuery, object>(operations, "SignInState", {}).catch(() => null),
});

/** The way in; a person who is signed in already goes straight on. */
export function SignInPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const { state } = useLoaderData<typeof loadSignIn>();
  const next = nextPath(search);
  return (
    <PublicLayout title={t("signIn.title")}>
      <Suspense>
        <Await resolve={state}>{(known: SignInStateQuery | null) => <Known state={known} next={next} />}</Await>
      </Suspense>
      <SignInForm onSignedIn={() => void navigate(next, { replace: true })} />
    </PublicLayout>
  );
}

function Known({ state, next }: { state: SignInStateQuery | null; next: string }) {
  const { t } = useTranslation();
  if (state?.viewer) return <Navigate to={next} replace />;
  if (!state?.setUpState.needed) return null;
  return (
    <Alert severity="info" sx={{ mb: 2 }}>
      {t("signIn.notSetUp")}
    </Alert>
  );
}
