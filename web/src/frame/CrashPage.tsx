import Button from "@mui/material/Button";
import { useTranslation } from "react-i18next";
import { useRouteError } from "react-router";
import { Message } from "../components/Message.tsx";

const codeGone = /dynamically imported module|module script|preload CSS/i;

/** What shows when a page broke. A page whose code is gone, because a newer version is served, only needs a reload. */
export function CrashPage() {
  const { t } = useTranslation();
  const error = useRouteError();
  const message = error instanceof Error ? error.message : String(error);
  const outdated = codeGone.test(message);
  return (
    <Message
      heading="h1"
      title={outdated ? t("crash.outdated") : t("crash.title")}
      actions={
        <>
          <Button variant="contained" onClick={() => location.reload()}>
            {t("crash.reload")}
          </Button>
          <Button variant="outlined" href="/">
            {t("notFound.back")}
          </Button>
        </>
      }
    >
      <p>{outdated ? t("crash.explainOutdated") : t("crash.explain")}</p>
      {!outdated && <code>{message}</code>}
    </Message>
  );
}
