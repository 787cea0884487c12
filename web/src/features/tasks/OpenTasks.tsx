import { clientPath } from "@clientela/shared/paths";
import Box from "@mui/material/Box";
import Checkbox from "@mui/material/Checkbox";
import Link from "@mui/material/Link";
import { useTranslation } from "react-i18next";
import { Link as RouterLink, useSearchParams } from "react-router";
import { RelatedWaiting } from "../../components/RelatedWaiting.tsx";
import { DueText } from "./components/DueText.tsx";
import { taskParameter } from "./paths.ts";
import { useOpenTasksQuery } from "./tasks.generated.ts";
import { useTaskActions } from "./useTaskActions.ts";

/** The first of a client's open tasks in short, each done by a click, and the way to all of them. */
export function OpenTasks({ clientId }: { clientId: string }) {
  const { t } = useTranslation();
  const { complete } = useTaskActions();
  const [params] = useSearchParams();
  const { data, loading } = useOpenTasksQuery({ variables: { clientId } });
  if (!data) return <RelatedWaiting failed={!loading} />;
  const tasks = (data?.client?.tasks.nodes ?? []).filter(({ doneAt }) => !doneAt);
  const count = data?.client?.tasks.totalCount ?? 0;
  const addressOf = (task: string) => {
    const next = new URLSearchParams(params);
    next.set(taskParameter, task);
    return { search: next.toString() };
  };
  return (
    <Box sx={{ fontSize: "0.8125rem", pb: 0.5 }}>
      <Box component="ul" sx={{ listStyle: "none", m: 0, p: 0 }}>
        {tasks.map((task) => (
          <Box component="li" key={task.id} sx={{ display: "flex", alignItems: "flex-start", gap: 0.5, ml: -0.75 }}>
            <Checkbox
              size="small"
              checked={false}
              onChange={() => void complete(task, true)}
              slotProps={{ input: { "aria-label": t("tasks.page.complete", { title: task.title }) } }}
              sx={{ p: 0.5 }}
            />
            <Box sx={{ minWidth: 0, flex: 1, py: 0.25, overflowWrap: "anywhere" }}>
              <Link
                component={RouterLink}
                to={addressOf(task.id)}
                color="inherit"
                underline="hover"
                preventScrollReset
                sx={{ display: "inline-block", lineHeight: "24px" }}
              >
                {task.title}
              </Link>
              {task.dueAt && (
                <Box className="tabular" sx={{ color: "text.secondary" }}>
                  <DueText task={task} />
                </Box>
              )}
            </Box>
          </Box>
        ))}
      </Box>
      <Link
        component={RouterLink}
        to={count > 0 ? clientPath(clientId, "tasks") : addressOf("new")}
        preventScrollReset
        underline="hover"
        sx={{ display: "inline-block", lineHeight: "24px" }}
      >
        {count > tasks.length
          ? t("tasks.page.all", { count })
          : count > 0
            ? t("tasks.page.allShown")
            : t("tasks.page.new")}
      </Link>
    </Box>
  );
}
