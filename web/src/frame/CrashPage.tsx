import { paths } from "@clientela/shared/paths";
import Button from "@mui/material/Button";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useRouteError } from "react-router";
import { Message } from "../components/Message.tsx";
import { tellCrash, useCrashTexts } from "../feedback/crash.ts";

/** Shown when a page broke. If a newer version is served, the page's code is gone and only a reload is needed. */
export function CrashPage() {
  const { t } = useTranslation();
  const error = useRouteError();
  const { title, explanation, message } = useCrashTexts(error);
  useEffect(() => tellCrash(error, "page"), [error]);
  return (
    <Message
      heading="h1"
      title={title}
      actions={
        <>
          <Button variant="contained" onClick={() => location.reload()}>
            {t("crash.reload")}
          </Button>
          <Button variant="outlined" href={paths.clients}>
            {t("notFound.back")}
          </Button>
        </>
      }
    >
      <p>{explanation}</p>
      {message && <code>{message}</code>}
    </Message>
  );
}
