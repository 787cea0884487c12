import Box from "@mui/material/Box";
import { useTranslation } from "react-i18next";
import { visuallyHidden } from "../components/visuallyHidden.ts";
import { useTaskCountsQuery } from "../hooks/taskCounts.generated.ts";

const pollMs = 300_000;

/** Beside the link to one's tasks: how many are overdue, or else to be done today. */
export function TaskCount() {
  const { t } = useTranslation();
  const { data } = useTaskCountsQuery({ pollInterval: pollMs, skipPollAttempt: () => document.hidden });
  const { overdue = 0, today = 0 } = data?.taskCounts ?? {};
  const count = overdue || today;
  if (count === 0) return null;
  return (
    <Box
      component="span"
      className="tabular"
      sx={{ ml: "auto", fontSize: 12, fontWeight: 600, color: overdue > 0 ? "error.main" : "text.secondary" }}
    >
      <span aria-hidden>{count}</span>
      <Box component="span" sx={visuallyHidden}>
        {overdue > 0 ? t("tasks.counts.overdue", { count }) : t("tasks.counts.today", { count })}
      </Box>
    </Box>
  );
}
