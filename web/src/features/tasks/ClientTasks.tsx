import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Message } from "../../components/Message.tsx";
import { TableSkeleton } from "../../components/TableSkeleton.tsx";
import { Rows } from "../../lists/Rows.tsx";
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
      <Rows
        list={list}
        skeleton={<TableSkeleton rows={3} />}
        more={t("tasks.page.more")}
        empty={
          <Message title={done ? t("tasks.page.nothingDone") : t("tasks.page.emptyClient")}>
            {done ? null : t("tasks.page.emptyClientHint")}
          </Message>
        }
      >
        {(tasks) => <TaskList tasks={tasks} done={done} withClient={false} actions={actions} />}
      </Rows>
      {(list.nodes || list.error) && (
        <Box>
          <Button onClick={() => setDone(!done)} sx={{ ml: -1 }}>
            {done ? t("tasks.page.showOpen") : t("tasks.page.showDone")}
          </Button>
        </Box>
      )}
    </Box>
  );
}
