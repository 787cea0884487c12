import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import CircularProgress from "@mui/material/CircularProgress";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Change } from "../../../../components/Changes.tsx";
import { Loaded } from "../../../../components/Loaded.tsx";
import { Message } from "../../../../components/Message.tsx";
import { RelativeTime } from "../../../../components/RelativeTime.tsx";
import { SidePanel } from "../../../../components/SidePanel.tsx";
import { TableSkeleton } from "../../../../components/TableSkeleton.tsx";
import { toastProblem } from "../../../../feedback/problem.ts";
import { useChangeTexts } from "../../../../hooks/useChangeTexts.ts";
import type { ClientRecord } from "../../clientValues.ts";
import { useClientFieldHistoryQuery } from "./history.generated.ts";
import { useRestoreField } from "./useRestoreField.ts";

interface FieldHistoryPanelProps {
  client: ClientRecord;
  /** The key of a field of the registry, or `customFields.<key>`. */
  field: string;
  onClose: () => void;
}

/** Who changed one field, from what to what, each with the way back [B6]. */
export function FieldHistoryPanel({ client, field, onClose }: FieldHistoryPanelProps) {
  const { t } = useTranslation();
  const changeTexts = useChangeTexts();
  const query = useClientFieldHistoryQuery({
    variables: { id: client.id, field },
    fetchPolicy: "cache-and-network",
  });
  const restore = useRestoreField(client, field, query);
  const [restoring, setRestoring] = useState<string | null>(null);
  const setBack = async (entryId: string) => {
    setRestoring(entryId);
    try {
      await restore(entryId);
      await query.refetch();
    } catch (error) {
      toastProblem(error);
    } finally {
      setRestoring(null);
    }
  };
  const label = query.data?.clientFieldHistory[0]?.change;
  return (
    <SidePanel
      open
      title={label ? t("clientHistory.of", { field: changeTexts(label).label }) : t("clientHistory.history")}
      onClose={onClose}
    >
      <Loaded query={query} skeleton={<TableSkeleton rows={4} height={56} />}>
        {({ clientFieldHistory }) =>
          clientFieldHistory.length === 0 ? (
            <Message title={t("clientHistory.none")} />
          ) : (
            <Box component="ol" sx={{ listStyle: "none", m: 0, p: 2.5, pt: 1 }}>
              {clientFieldHistory.map(({ entryId, occurredAt, actor, change }) => {
                const { before, after, partial } = changeTexts(change);
                return (
                  <Box component="li" key={entryId} sx={revisionSx}>
                    <Box sx={{ minWidth: 0, overflowWrap: "anywhere", whiteSpace: "pre-line" }}>
                      <Change before={before} after={after} partial={partial} />
                      <Box sx={{ color: "text.secondary", fontSize: "0.75rem", mt: 0.25 }}>
                        {actor?.name ?? t("timeline.page.system")} · <RelativeTime value={occurredAt} />
                      </Box>
                    </Box>
                    {client.viewerCan.edit && (
                      <Button
                        // A disabled button would lose the focus, and Esc with it would no longer reach the panel.
                        aria-disabled={restoring !== null}
                        startIcon={restoring === entryId && <CircularProgress size={14} color="inherit" />}
                        onClick={() => restoring === null && void setBack(entryId)}
                        title={
                          partial
                            ? undefined
                            : t("clientHistory.restoreTo", { value: before ?? t("timeline.page.nothing") })
                        }
                      >
                        {t("clientHistory.restore")}
                      </Button>
                    )}
                  </Box>
                );
              })}
            </Box>
          )
        }
      </Loaded>
    </SidePanel>
  );
}

const revisionSx = {
  display: "grid",
  gridTemplateColumns: "minmax(0, 1fr) auto",
  columnGap: 1,
  alignItems: "start",
  py: 1,
  borderBottom: 1,
  borderColor: "divider",
  fontSize: "0.8125rem",
} as const;
