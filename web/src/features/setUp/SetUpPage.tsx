import { paths } from "@clientela/shared/paths";
import Button from "@mui/material/Button";
import { useTranslation } from "react-i18next";
import { Link, useLoaderData, useNavigate, useSearchParams } from "react-router";
import { request } from "../../apollo/request.ts";
import { PublicLayout } from "../../frame/PublicLayout.tsx";
import { SetUpForm } from "./SetUpForm.tsx";
import type { SetUpStateQuery } from "./setUp.generated.ts";
import operations from "./setUp.graphql?raw";

/** Asks whether the business is still to be set up. */
export const loadSetUp = () => request<SetUpStateQuery, object>(operations, "SetUpState", {});

/** The first page anyone sees: makes the business and its owner, with the link that the server printed. */
export function SetUpPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const { setUpState } = useLoaderData<typeof loadSetUp>();
  const token = search.get("token");
  if (!setUpState.needed) {
    return (
      <PublicLayout title={t("setUp.done")} intro={t("setUp.explainDone")}>
        <Button component={Link} to={paths.signIn} variant="contained">
          {t("setUp.toSignIn")}
        </Button>
      </PublicLayout>
    );
  }
  if (!token) return <PublicLayout title={t("setUp.noToken")} intro={t("setUp.explainNoToken")} />;
  return (
    <PublicLayout title={t("setUp.title")} intro={t("setUp.intro")} wide>
      <SetUpForm token={token} onDone={() => void navigate("/", { replace: true })} />
    </PublicLayout>
  );
}
