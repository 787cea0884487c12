import Button from "@mui/material/Button";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { codeOf } from "../../apollo/errors.ts";
import { Message } from "../../components/Message.tsx";
import { PageTitle } from "../../components/PageTitle.tsx";
import { textOfProblem } from "../../feedback/problem.ts";
import { useClientPageQuery } from "./clients.generated.ts";
import { ClientRecordSkeleton } from "./components/ClientRecordSkeleton.tsx";
import { ClientRecordView } from "./components/ClientRecordView.tsx";
import { lastClientsPath } from "./paths.ts";
import type { RecordParts } from "./recordParts.ts";

/** Makes `/clients/:id`, the 360° record of one client [F38], around the parts of other features that the table of pages gives it. */
export const clientPageWith = (parts: RecordParts) => () => <ClientPage parts={parts} />;

function ClientPage({ parts }: { parts: RecordParts }) {
  const { t } = useTranslation();
  const { id = "" } = useParams();
  const { data, error, loading, refetch } = useClientPageQuery({ variables: { id } });
  const client = data?.client;
  if (client) return <ClientRecordView key={id} client={client} parts={parts} />;
  if (loading) return <ClientRecordSkeleton id={id} />;
  const missing = !error || codeOf(error) === "NOT_FOUND";
  const title = missing ? t("clientPages.record.missing") : t("clientPages.record.failed");
  return (
    <>
      <PageTitle title={title} />
      <Message
        heading="h1"
        title={title}
        actions={
          missing ? (
            <Button component={Link} to={lastClientsPath()} variant="outlined">
              {t("clientPages.record.toList")}
            </Button>
          ) : (
            <Button variant="outlined" onClick={() => void refetch()}>
              {t("clientPages.list.retry")}
            </Button>
          )
        }
      >
        {missing ? t("clientPages.record.missingHint") : textOfProblem(error)}
      </Message>
    </>
  );
}
