import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Message } from "../../components/Message.tsx";
import { TableSkeleton } from "../../components/TableSkeleton.tsx";
import { textOfProblem } from "../../feedback/problem.ts";
import { QuickAdd } from "./components/QuickAdd.tsx";
import { TaskList } from "./components/TaskList.tsx";
import { useTaskActions } from "./useTaskActions.ts";
import { useTasks } from "./useTasks.ts";

/** A client's tasks: what is to be done by its date, and on demand what was done [F194]. */
export function ClientTasks({ clientId }: { clientId: string }) {
  const { t } = useTranslation();
  const [done, setDone] = useState(false);
  const actions = useTaskActions();
  const list = useTasks({ clientId }, { done });
  return (
    <Box sx={{ p: { xs: 2, md: 2.5 }, display: "grid", gridTemplateColumns: "minmax(0, 1fr)", gap: 2 }}>
      <QuickAdd clientId={clientId} actions={actions} />
      {list.error ? (
        <Message
          title={t("problem.notLoaded")}
          actions={
            <Button variant="outlined" onClick={() => void list.refetch()}>
              {t("common.retry")}
            </Button>
          }
        >
          {textOfProblem(list.error)}
        </Message>
      ) : !list.tasks ? (
        <TableSkeleton rows={3} />
      ) : list.tasks.length > 0 ? (
        <TaskList list={list} tasks={list.tasks} done={done} withClient={false} actions={actions} />
      ) : (
        <Message title={done ? t("tasks.page.nothingDone") : t("tasks.page.emptyClient")}>
          {done ? null : t("tasks.page.emptyClientHint")}
        </Message>
      )}
      {(list.tasks || list.error) && (
        <Box>
          <Button onClick={() => setDone(!done)} sx={{ ml: -1 }}>
            {done ? t("tasks.page.showOpen") : t("tasks.page.showDone")}
          </Button>
        </Box>
      )}
    </Box>
  );
}
