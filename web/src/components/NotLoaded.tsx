import Button from "@mui/material/Button";
import { useTranslation } from "react-i18next";
import { codeOf } from "../apollo/errors.ts";
import { textOfProblem } from "../feedback/problem.ts";
import { Message } from "./Message.tsx";

/** In place of what could not be read: what went wrong and how to go on. */
export function NotLoaded({ error, onRetry }: { error: unknown; onRetry: () => unknown }) {
  const { t } = useTranslation();
  if (codeOf(error) === "FORBIDDEN") return <Message title={t("forbidden.title")}>{t("forbidden.explain")}</Message>;
  return (
    <Message
      title={t("problem.notLoaded")}
      actions={
        <Button variant="outlined" onClick={() => onRetry()}>
          {t("common.retry")}
        </Button>
      }
    >
      {textOfProblem(error)}
    </Message>
  );
}
