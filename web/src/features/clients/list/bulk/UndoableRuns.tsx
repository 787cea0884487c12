import { useApolloClient } from "@apollo/client/react";
import History from "@mui/icons-material/History";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import IconButton from "@mui/material/IconButton";
import Popover from "@mui/material/Popover";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useStore } from "../../../../hooks/createStore.ts";
import { planOf, textOfResult, undoableRuns, undoBulk } from "./bulkRuns.ts";

/** Changes to many clients that can still be taken back, once their message is gone; nothing while there are none. */
export function UndoableRuns() {
  const { t } = useTranslation();
  const apollo = useApolloClient();
  const runs = useStore(undoableRuns);
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  if (runs.length === 0) return null;
  return (
    <>
      <IconButton
        aria-label={t("bulk.undoable")}
        title={t("bulk.undoable")}
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        <History sx={{ fontSize: 20 }} />
      </IconButton>
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: "bottom", horizontal: "right" }}
        transformOrigin={{ vertical: "top", horizontal: "right" }}
        slotProps={{
          paper: {
            role: "dialog",
            "aria-label": t("bulk.undoable"),
            sx: { mt: 0.5, width: 320, border: 1, borderColor: "divider", boxShadow: "0 8px 24px rgba(0,0,0,0.18)" },
          },
        }}
      >
        <Box component="ul" sx={{ listStyle: "none", m: 0, p: 0.5 }}>
          {runs.map((run) => (
            <Box component="li" key={run.id} sx={rowSx}>
              <Box sx={{ flex: 1, minWidth: 0, overflowWrap: "anywhere" }}>{textOfResult(run)}</Box>
              <Button
                aria-label={t("bulk.undoPlan", { plan: planOf(run.act) })}
                onClick={() => {
                  setAnchor(null);
                  void undoBulk(apollo, run);
                }}
              >
                {t("common.undo")}
              </Button>
            </Box>
          ))}
        </Box>
        <Box sx={{ px: 1.5, pb: 1.5, color: "text.secondary", fontSize: "0.75rem" }}>{t("bulk.undoableHint")}</Box>
      </Popover>
    </>
  );
}

const rowSx = { display: "flex", alignItems: "center", gap: 1, p: 1, fontSize: "0.8125rem" } as const;
