import Button from "@mui/material/Button";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Message } from "../../components/Message.tsx";
import { PageBody } from "../../components/PageBody.tsx";
import { TableSkeleton } from "../../components/TableSkeleton.tsx";
import type { DayPart } from "../../feature.ts";
import { useShortcuts } from "../../frame/shortcuts.ts";
import { useNow } from "../../hooks/useNow.ts";
import { useSearchParam } from "../../hooks/useSearchParam.ts";
import { ListPage } from "../../lists/ListPage.tsx";
import { Rows } from "../../lists/Rows.tsx";
import { useUrlState } from "../../lists/useUrlState.ts";
import { useViewer } from "../../session/useSession.ts";
import { weekState } from "../appointments/paths.ts";
import { QuickAdd } from "./components/QuickAdd.tsx";
import { TaskFilters } from "./components/TaskFilters.tsx";
import { TaskList } from "./components/TaskList.tsx";
import { taskParameter } from "./paths.ts";
import { filterOf, isNarrowed, type TaskState, taskState } from "./taskState.ts";
import { useTaskActions } from "./useTaskActions.ts";
import { useTasks } from "./useTasks.ts";

/** Makes `/tasks`, one's own day across clients, with the appointments that another feature brings. */
export const tasksPageWith = (parts: DayPart) => () => <TasksOrWeek {...parts} />;

function TasksOrWeek(parts: DayPart) {
  const [{ week }] = useUrlState(weekState);
  if (!week) return <TasksPage {...parts} />;
  return (
    <PageBody width="none" gap={2}>
      <parts.Week />
    </PageBody>
  );
}

function TasksPage({ Appointments, Switch }: DayPart) {
  const { t } = useTranslation();
  const { user } = useViewer();
  const [state, onChange] = useUrlState(taskState(user.id));
  const [, open] = useSearchParam(taskParameter);
  const actions = useTaskActions();
  // The moment the page was opened: a list that changed by itself would move under one's hands.
  const [opened] = useState(useNow());
  const list = useTasks(filterOf(state, opened), { done: state.done });
  useShortcuts([
    { keys: "/", label: t("tasks.filter.search") },
    { keys: "↑ ↓ ↵", label: t("tasks.keys.move") },
    { keys: "x", label: t("tasks.keys.complete") },
    {
      keys: "n",
      key: "n",
      label: t("tasks.page.new"),
      run: () => document.querySelector<HTMLElement>("[data-quick-add]")?.focus(),
    },
    { keys: "t", key: "t", label: t("tasks.keys.form"), run: () => open("new") },
  ]);
  const mineOnly = state.who.length === 1 && state.who[0] === user.id;
  const cleared: TaskState = {
    search: "",
    who: state.who,
    priorities: [],
    clientId: null,
    due: null,
    done: state.done,
  };
  return (
    <ListPage
      width={1120}
      toolbar={
        <>
          <Switch />
          <TaskFilters state={state} onChange={onChange} />
        </>
      }
    >
      {!state.done && <QuickAdd actions={actions} />}
      <Appointments shown={!state.done && mineOnly && !isNarrowed(state)}>
        <Rows
          list={list}
          skeleton={<TableSkeleton rows={8} />}
          more={t("tasks.page.more")}
          empty={
            isNarrowed(state) ? (
              <Message
                title={t("tasks.page.noMatch")}
                actions={
                  <Button variant="outlined" onClick={() => onChange(cleared)}>
                    {t("tasks.filter.clear")}
                  </Button>
                }
              />
            ) : state.done ? (
              <Message title={t("tasks.page.nothingDone")} />
            ) : (
              <Message title={mineOnly ? t("tasks.page.empty") : t("tasks.page.emptyAll")}>
                {t("tasks.page.emptyHint")}
              </Message>
            )
          }
        >
          {(tasks) => <TaskList tasks={tasks} done={state.done} withClient actions={actions} />}
        </Rows>
      </Appointments>
    </ListPage>
  );
}
