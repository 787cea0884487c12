import { paths } from "@clientela/shared/paths";
import Button from "@mui/material/Button";
import { useTranslation } from "react-i18next";
import { useRouteError } from "react-router";
import { connection } from "../apollo/connection.ts";
import { isUnreachable } from "../apollo/errors.ts";
import { Message } from "../components/Message.tsx";
import { useStore } from "../hooks/createStore.ts";

const codeGone = /dynamically imported module|module script|preload CSS/i;

/** What shows when a page broke. A page whose code is gone, because a newer version is served, only needs a reload. */
export function CrashPage() {
  const { t } = useTranslation();
  const error = useRouteError();
  const message = error instanceof Error ? error.message : String(error);
  const gone = codeGone.test(message);
  const unloaded = gone || isUnreachable(error);
  const lost = useStore(connection) === "lost";
  // Chromium says "failed to fetch" of code, too, that a server which answers does not have any more.
  const offline = gone ? lost : unloaded;
  const [title, explanation] = offline
    ? [t("crash.offline"), t("crash.explainOffline")]
    : unloaded
      ? [t("crash.outdated"), t("crash.explainOutdated")]
      : [t("crash.title"), t("crash.explain")];
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
      {!unloaded && <code>{message}</code>}
    </Message>
  );
}
