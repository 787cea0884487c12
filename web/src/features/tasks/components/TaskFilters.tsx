import { taskPriorities } from "@clientela/shared/tasks/rules";
import { useTranslation } from "react-i18next";
import { FilterChip } from "../../../components/FilterChip.tsx";
import { FilterOptions } from "../../../components/FilterOptions.tsx";
import { SearchBox } from "../../../components/SearchBox.tsx";
import { Toggle } from "../../../components/Toggle.tsx";
import { usePeople } from "../../../hooks/usePeople.ts";
import { useViewer } from "../../../session/useSession.ts";
import { nobody, type TaskState } from "../taskState.ts";
import { useTaskClientQuery } from "../tasks.generated.ts";

interface TaskFiltersProps {
  state: TaskState;
  onChange: (state: TaskState, options?: { replace?: boolean }) => void;
}

/** The filters of all tasks: chips that read as a sentence, and whether they are done. */
export function TaskFilters({ state, onChange }: TaskFiltersProps) {
  const { t } = useTranslation();
  const { user } = useViewer();
  const { users } = usePeople();
  const nameOf = (id: string) =>
    id === user.id
      ? t("common.you")
      : id === nobody
        ? t("tasks.page.nobody")
        : (users.find((each) => each.id === id)?.name ?? "…");
  const { data } = useTaskClientQuery({ variables: { id: state.clientId ?? "" }, skip: !state.clientId });
  const others = users.filter(({ id }) => id !== user.id);
  const sentence = (label: string, values: string[]) => (values.length > 0 ? `${label}: ${values.join(", ")}` : null);
  const show = (name: "open" | "overdue" | "today" | "done") =>
    onChange({ ...state, done: name === "done", due: name === "overdue" || name === "today" ? name : null });
  return (
    <>
      <Toggle
        label={t("tasks.filter.state")}
        value={state.done ? "done" : (state.due ?? "open")}
        options={(["open", "overdue", "today", "done"] as const).map((value) => ({
          value,
          text: t(`tasks.filter.${value}`),
        }))}
        onChange={show}
      />
      <SearchBox
        pageSearch
        value={state.search}
        onChange={(search) => onChange({ ...state, search }, { replace: true })}
        label={t("tasks.filter.search")}
        clearLabel={t("tasks.filter.clearSearch")}
        sx={{ flex: { xs: "1 1 100%", sm: "0 1 240px" } }}
      />
      <FilterChip
        label={t("tasks.field.assignee")}
        sentence={sentence(t("tasks.field.assignee"), state.who.map(nameOf))}
        onClear={() => onChange({ ...state, who: [] })}
      >
        {() => (
          <FilterOptions
            // One stands for nobody and so stands alone: the ticks follow the state anew.
            key={state.who.includes(nobody) ? "nobody" : "people"}
            label={t("tasks.field.assignee")}
            options={[user, ...others, { id: nobody, name: "" }].map(({ id }) => ({ value: id, text: nameOf(id) }))}
            chosen={state.who}
            onChange={(who) => {
              const added = who.find((id) => !state.who.includes(id));
              onChange({ ...state, who: added === nobody ? [nobody] : who.filter((id) => id !== nobody) });
            }}
          />
        )}
      </FilterChip>
      <FilterChip
        label={t("tasks.field.priority")}
        sentence={sentence(
          t("tasks.field.priority"),
          state.priorities.map((priority) => t(`tasks.priority.${priority}`)),
        )}
        onClear={() => onChange({ ...state, priorities: [] })}
      >
        {() => (
          <FilterOptions
            label={t("tasks.field.priority")}
            options={taskPriorities.toReversed().map((value) => ({ value, text: t(`tasks.priority.${value}`) }))}
            chosen={state.priorities}
            onChange={(priorities) => onChange({ ...state, priorities })}
          />
        )}
      </FilterChip>
      {state.clientId && (
        <FilterChip
          label={t("tasks.field.client")}
          sentence={`${t("tasks.field.client")}: ${data?.client?.name ?? "…"}`}
          onClear={() => onChange({ ...state, clientId: null })}
        >
          {() => null}
        </FilterChip>
      )}
    </>
  );
}
