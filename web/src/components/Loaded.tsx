import type { ErrorLike } from "@apollo/client";
import Button from "@mui/material/Button";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { codeOf } from "../apollo/errors.ts";
import { textOfProblem } from "../feedback/problem.ts";
import { Message } from "./Message.tsx";

interface LoadedProps<T> {
  /** What a query hook returned. */
  query: { data?: T | undefined; error?: ErrorLike | undefined; refetch: () => unknown };
  skeleton: ReactNode;
  children: (data: T) => ReactNode;
}

/** A query's data once it is there; before, a skeleton; in its place, what went wrong and how to go on. */
export function Loaded<T>({ query: { data, error, refetch }, skeleton, children }: LoadedProps<T>) {
  const { t } = useTranslation();
  if (data !== undefined) return <>{children(data)}</>;
  if (!error) return <>{skeleton}</>;
  if (codeOf(error) === "FORBIDDEN") return <Message title={t("forbidden.title")}>{t("forbidden.explain")}</Message>;
  return (
    <Message
      title={t("problem.notLoaded")}
      actions={
        <Button variant="outlined" onClick={() => refetch()}>
          {t("common.retry")}
        </Button>
      }
    >
      {textOfProblem(error)}
    </Message>
  );
}
