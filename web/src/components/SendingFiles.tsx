import Close from "@mui/icons-material/Close";
import Replay from "@mui/icons-material/Replay";
import Box from "@mui/material/Box";
import IconButton from "@mui/material/IconButton";
import LinearProgress from "@mui/material/LinearProgress";
import { useTranslation } from "react-i18next";
import type { Sending } from "../hooks/useUploads.ts";

/** A list's items for files on their way. Each has its progress and can be stopped or tried again. */
export function SendingFiles({ sending }: { sending: readonly Sending[] }) {
  const { t } = useTranslation();
  return (
    <>
      {sending.map(({ key, name, progress, problem, cancel, retry }) => (
        <Box component="li" key={key} sx={rowSx}>
          <Box sx={{ ...nameSx, flex: 1 }}>
            {name}
            {problem ? (
              <Box role="alert" sx={{ color: "error.main", fontSize: "0.75rem", whiteSpace: "normal" }}>
                {problem}
              </Box>
            ) : (
              <LinearProgress
                variant="determinate"
                value={progress * 100}
                aria-label={t("timeline.files.sending", { name })}
                sx={{ mt: 0.5 }}
              />
            )}
          </Box>
          {problem && (
            <IconButton aria-label={t("timeline.files.retry", { name })} onClick={retry}>
              <Replay sx={{ fontSize: 16 }} />
            </IconButton>
          )}
          <IconButton
            aria-label={problem ? t("timeline.files.remove", { name }) : t("timeline.files.cancel", { name })}
            onClick={cancel}
          >
            <Close sx={{ fontSize: 16 }} />
          </IconButton>
        </Box>
      ))}
    </>
  );
}

const rowSx = { display: "flex", alignItems: "center", gap: 1, minHeight: 36, px: 0.5, fontSize: "0.8125rem" } as const;
const nameSx = { minWidth: 0, overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" } as const;
