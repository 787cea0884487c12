import Button from "@mui/material/Button";
import { type ComponentType, lazy, type RefObject, Suspense, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { codeOf } from "../../../apollo/errors.ts";
import { Message } from "../../../components/Message.tsx";
import { PageTitle } from "../../../components/PageTitle.tsx";
import type { RecordPart } from "../../../feature.ts";
import { textOfProblem } from "../../../feedback/problem.ts";
import { useClientPageQuery } from "../clients.generated.ts";
import type { ClientRecord } from "../clientValues.ts";
import { lastClientsPath } from "../paths.ts";
import { ClientRecordSkeleton } from "./ClientRecordSkeleton.tsx";

type RecordView = ComponentType<{ client: ClientRecord; noteWanted: RefObject<string | null> }>;

async function loadView(loadParts: () => Promise<RecordPart[]>): Promise<{ default: RecordView }> {
  const [{ ClientRecordView }, parts] = await Promise.all([import("./ClientRecordView.tsx"), loadParts()]);
  return { default: (props) => <ClientRecordView {...props} parts={parts} /> };
}

/**
 * Makes `/clients/:id`, the 360° record of one client [F38], around what other features bring to it. Who it is shows at once; the record's code arrives meanwhile, together with what it shows.
 */
export function clientPageWith(loadParts: () => Promise<RecordPart[]>): ComponentType {
  const view = loadView(loadParts);
  // It is told where the record would show, if it comes to that.
  view.catch(() => undefined);
  const View = lazy(() => view);
  return () => <ClientPage View={View} />;
}

function ClientPage({ View }: { View: RecordView }) {
  const { t } = useTranslation();
  const { id = "" } = useParams();
  const { data, error, loading, refetch } = useClientPageQuery({ variables: { id } });
  const client = data?.client;
  const noteWanted = useRef<string | null>(null);
  const wantNote = () => {
    noteWanted.current = id;
  };
  const skeleton = <ClientRecordSkeleton id={id} onNote={wantNote} />;
  if (client)
    return (
      <Suspense fallback={skeleton}>
        <View key={id} client={client} noteWanted={noteWanted} />
      </Suspense>
    );
  if (loading) return skeleton;
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
