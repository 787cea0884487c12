import { useApolloClient } from "@apollo/client/react";
import { clientPath } from "@clientela/shared/paths";
import Close from "@mui/icons-material/Close";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import IconButton from "@mui/material/IconButton";
import LinearProgress from "@mui/material/LinearProgress";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useStore } from "../../../../hooks/createStore.ts";
import { useFormats } from "../../../../i18n/format.ts";
import { BulkClient_ClientFragmentDoc } from "./bulk.generated.ts";
import { type BulkRun, bulkRuns, closeBulk, planOf, stopBulk, textOfResult, undoBulk } from "./bulkRuns.ts";

/** Work on many clients that lasts, and results with something to read; it goes along to other pages. */
export function BulkPanel() {
  const runs = useStore(bulkRuns);
  const { t } = useTranslation();
  if (runs.length === 0) return null;
  return (
    <Box component="section" aria-label={t("bulk.panel")} sx={panelSx}>
      {runs.map((run) => (run.result ? <Result key={run.id} run={run} /> : <Progress key={run.id} run={run} />))}
    </Box>
  );
}

function Progress({ run }: { run: BulkRun }) {
  const { t } = useTranslation();
  const { number } = useFormats();
  const apollo = useApolloClient();
  const id = useId();
  const { done, matched, state } = run;
  return (
    <Box sx={cardSx}>
      <Box id={id} sx={{ fontWeight: 600 }}>
        {state === "undoing" ? t("bulk.undoPlan", { plan: planOf(run.act) }) : planOf(run.act)}
      </Box>
      <LinearProgress
        variant={matched > 0 ? "determinate" : "indeterminate"}
        value={matched > 0 ? Math.min(100, (done / matched) * 100) : undefined}
        aria-labelledby={id}
        sx={{ my: 1 }}
      />
      <Box sx={{ display: "flex", alignItems: "center", justifyContent: "space-between", minHeight: 32 }}>
        <Box className="tabular" sx={{ color: "text.secondary" }}>
          {matched > 0 && t("bulk.progress", { done: number(done), matched: number(matched) })}
        </Box>
        {state === "running" && <Button onClick={() => void stopBulk(apollo, run.id)}>{t("bulk.stop")}</Button>}
        {state === "stopping" && <Box sx={{ color: "text.secondary" }}>{t("bulk.stopping")}</Box>}
      </Box>
    </Box>
  );
}

function Result({ run }: { run: BulkRun }) {
  const { t } = useTranslation();
  const { number } = useFormats();
  const apollo = useApolloClient();
  if (!run.result) return null;
  const { counts, skipped } = run.result;
  const nameOf = (id: string) =>
    apollo.cache.readFragment({ fragment: BulkClient_ClientFragmentDoc, id: `Client:${id}` })?.name;
  return (
    <Box sx={cardSx}>
      <Box sx={{ display: "flex", alignItems: "flex-start", gap: 1 }}>
        <Box role="status" sx={{ flex: 1, py: 0.75 }}>
          {textOfResult(run)}
        </Box>
        {run.state === "done" && counts.changed > 0 && (
          <Button onClick={() => void undoBulk(apollo, run)}>{t("common.undo")}</Button>
        )}
        <IconButton aria-label={t("common.close")} onClick={() => closeBulk(run.id)}>
          <Close fontSize="small" />
        </IconButton>
      </Box>
      <Box component="details" sx={{ "& summary": { cursor: "pointer" } }}>
        <summary>{t("bulk.showSkipped", { count: counts.skipped, formatted: number(counts.skipped) })}</summary>
        <Box component="ul" sx={{ m: 0, mt: 1, pl: 2.5, maxHeight: 200, overflow: "auto" }}>
          {skipped.map(({ clientId, reason }) => (
            <li key={clientId}>
              <Link to={clientPath(clientId)}>{nameOf(clientId) ?? t("bulk.openClient")}</Link>: {reason}
            </li>
          ))}
        </Box>
      </Box>
    </Box>
  );
}

const panelSx = {
  position: "fixed",
  right: { xs: 8, sm: 16 },
  left: { xs: 8, sm: "auto" },
  bottom: { xs: 128, sm: 72, md: 16 },
  width: { sm: 360 },
  zIndex: "snackbar",
  display: "grid",
  gap: 1,
} as const;
const cardSx = {
  p: 1.5,
  bgcolor: "background.paper",
  border: 1,
  borderColor: "divider",
  borderRadius: 1.5,
  boxShadow: "0 8px 24px rgba(0,0,0,0.24)",
  fontSize: "0.8125rem",
} as const;
