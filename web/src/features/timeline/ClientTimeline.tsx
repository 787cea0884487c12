import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Skeleton from "@mui/material/Skeleton";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { Message } from "../../components/Message.tsx";
import { NotLoaded } from "../../components/NotLoaded.tsx";
import { visuallyHidden } from "../../components/visuallyHidden.ts";
import { ReadingFailed } from "../../lists/More.tsx";
import { dimmed } from "../../lists/Rows.tsx";
import { useUrlState } from "../../lists/useUrlState.ts";
import { useViewer } from "../../session/useSession.ts";
import { Composer } from "./components/Composer.tsx";
import { MoreNearEnd } from "./components/MoreNearEnd.tsx";
import { TimelineDays } from "./components/TimelineDays.tsx";
import { TimelineFilters } from "./components/TimelineFilters.tsx";
import { timelineFilterOf, timelineState, wholeTimeline } from "./timelineState.ts";
import { useLiveEntries } from "./useLiveEntries.ts";
import { useTimeline } from "./useTimeline.ts";

/** The strip under the bars at the top is not in view. */
const isInView = (element: HTMLElement) =>
  element.getBoundingClientRect().bottom >= Number.parseFloat(getComputedStyle(element).getPropertyValue("--bars"));

/** Everything that happened with a client, the latest first, as it happens [F85]. */
export function ClientTimeline({ clientId }: { clientId: string }) {
  const { t } = useTranslation();
  const { can } = useViewer();
  const [state, setState] = useUrlState(timelineState);
  const timeline = useTimeline(clientId, timelineFilterOf(state));
  const { nodes: entries, error, variables, refetch } = timeline;
  const top = useRef<HTMLDivElement>(null);
  const atTop = () => top.current !== null && isInView(top.current);
  const live = useLiveEntries({ variables, cursor: timeline.cursor, shown: entries ?? [], atTop, refetch });

  const nothing = () =>
    variables.filter ? (
      <Message
        title={t("timeline.page.noResult")}
        actions={
          <Button variant="outlined" onClick={() => setState(wholeTimeline)}>
            {t("timeline.page.clear")}
          </Button>
        }
      />
    ) : (
      <Message title={t("timeline.page.empty")}>{t("timeline.page.emptyHint")}</Message>
    );
  return (
    <Box sx={{ p: { xs: 2, md: 2.5 }, maxWidth: 860 }}>
      <Box sx={{ display: "grid", gap: 1.5 }}>
        {can("timeline.write") && <Composer key={clientId} variables={variables} refetch={refetch} />}
        <TimelineFilters clientId={clientId} state={state} onChange={setState} />
      </Box>
      <div ref={top} />
      <Box
        role="status"
        sx={{ position: "sticky", top: "calc(var(--bars) + 8px)", zIndex: 2, height: 0, textAlign: "center" }}
      >
        {live.waiting === 0 && live.fresh.size > 0 && (
          <Box component="span" sx={visuallyHidden}>
            {t("timeline.page.fresh", { count: live.fresh.size })}
          </Box>
        )}
        {live.waiting > 0 && (
          <Button
            variant="contained"
            onClick={() => {
              live.release();
              top.current?.scrollIntoView({ block: "center" });
            }}
            sx={{ borderRadius: 4, minHeight: 28, py: 0 }}
          >
            ↑ {t("timeline.page.fresh", { count: live.waiting })}
          </Button>
        )}
      </Box>
      <Box aria-busy={timeline.stale} sx={dimmed(timeline.stale)}>
        {error ? (
          <NotLoaded error={error} onRetry={refetch} />
        ) : !entries ? (
          <TimelineSkeleton />
        ) : entries.length === 0 ? (
          nothing()
        ) : (
          <TimelineDays clientId={clientId} entries={entries} fresh={live.fresh} />
        )}
      </Box>
      <Box role="status">
        <ReadingFailed list={timeline} />
      </Box>
      <MoreNearEnd timeline={timeline} />
    </Box>
  );
}

const TimelineSkeleton = () => (
  <Box aria-hidden sx={{ pt: 4, display: "grid", gap: 1.5 }}>
    {[64, 82, 55, 73].map((width) => (
      <Box key={width} sx={{ display: "grid", gridTemplateColumns: "28px 1fr", gap: 1.25 }}>
        <Skeleton variant="circular" width={28} height={28} />
        <Skeleton height={28} width={`${width}%`} />
      </Box>
    ))}
  </Box>
);
