import { useTranslation } from "react-i18next";
import { Loaded } from "../../../components/Loaded.tsx";
import { Message } from "../../../components/Message.tsx";
import { SidePanel } from "../../../components/SidePanel.tsx";
import { TableSkeleton } from "../../../components/TableSkeleton.tsx";
import { useSearchParam } from "../../../hooks/useSearchParam.ts";
import { taskParameter } from "../paths.ts";
import { useTaskClientQuery, useTaskPanelQuery } from "../tasks.generated.ts";
import { TaskForm } from "./TaskForm.tsx";

/** The panel in which a task is made or changed, over whatever page names one in its address. */
export function TaskPanel({ clientId }: { clientId?: string }) {
  const { t } = useTranslation();
  const [shown, setShown] = useSearchParam(taskParameter);
  const close = () => setShown(null);
  return (
    <SidePanel
      title={shown === "new" ? t("tasks.page.new") : t("tasks.page.edit")}
      open={shown !== null}
      onClose={close}
    >
      {shown === "new" &&
        (clientId ? <NewTaskOf clientId={clientId} onClose={close} /> : <TaskForm task={undefined} onClose={close} />)}
      {shown && shown !== "new" && <KnownTask key={shown} id={shown} onClose={close} />}
    </SidePanel>
  );
}

function NewTaskOf({ clientId, onClose }: { clientId: string; onClose: () => void }) {
  const query = useTaskClientQuery({ variables: { id: clientId } });
  return (
    <Loaded query={query} skeleton={<TableSkeleton rows={4} />}>
      {({ client }) => client && <TaskForm task={undefined} client={client} onClose={onClose} />}
    </Loaded>
  );
}

function KnownTask({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation();
  // The version that is edited must be the one that is stored.
  const query = useTaskPanelQuery({ variables: { id }, fetchPolicy: "network-only", nextFetchPolicy: "cache-first" });
  return (
    <Loaded query={query} skeleton={<TableSkeleton rows={4} />}>
      {({ task }) =>
        task ? (
          <TaskForm task={task} onClose={onClose} />
        ) : (
          <Message title={t("tasks.page.missing")}>{t("tasks.page.missingHint")}</Message>
        )
      }
    </Loaded>
  );
}
