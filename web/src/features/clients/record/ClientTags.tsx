import Add from "@mui/icons-material/Add";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import IconButton from "@mui/material/IconButton";
import Popover from "@mui/material/Popover";
import useMediaQuery from "@mui/material/useMediaQuery";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { TagChip } from "../../../components/TagChip.tsx";
import { TagPicker } from "../../../components/TagPicker.tsx";
import { visuallyHidden } from "../../../components/visuallyHidden.ts";
import { ConflictLeft, toastProblem } from "../../../feedback/problem.ts";
import type { TagOption } from "../../../hooks/useTags.ts";
import { narrowWidth } from "../../../theme.ts";
import { type ClientRecord, withValue } from "../clientValues.ts";
import { tagsInHead } from "./recordLook.ts";
import { useSaveClient } from "./saveClient.ts";

/** The client's tags, added and taken away from the record [F112]. */
export function ClientTags({ client }: { client: ClientRecord }) {
  const { t } = useTranslation();
  const saveClient = useSaveClient();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [all, setAll] = useState(false);
  const narrow = useMediaQuery(`(max-width: ${narrowWidth - 0.02}px)`, { noSsr: true });
  const inHead = useMediaQuery("(min-width: 1200px)", { noSsr: true });
  const few = narrow ? 4 : inHead ? tagsInHead : 10;
  // One more than that is shown: the button would take its place.
  const folds = client.tags.length > few + 1;
  const editable = client.viewerCan.edit;
  const save = async (tags: TagOption[]) => {
    try {
      await saveClient(client, withValue(client, "tags", tags));
    } catch (error) {
      if (!(error instanceof ConflictLeft)) toastProblem(error);
    }
  };
  return (
    <Box
      sx={{
        display: "flex",
        alignItems: "center",
        flexWrap: { xs: "wrap", lg: all ? "wrap" : "nowrap" },
        gap: 0.5,
        minWidth: 0,
        // In the head a long name gives way, and tags at most share the room with it.
        flexShrink: { lg: 0 },
        maxWidth: { lg: "40%" },
        maxHeight: { lg: 160 },
        overflow: { lg: "auto" },
      }}
    >
      {(folds && !all ? client.tags.slice(0, few) : client.tags).map((tag) => (
        <TagChip
          key={tag.id}
          tag={tag}
          {...(editable && {
            onRemove: () => void save(client.tags.filter(({ id }) => id !== tag.id)),
            removeLabel: t("tags.remove", { name: tag.name }),
          })}
        />
      ))}
      {folds && (
        <Button
          color="inherit"
          aria-expanded={all}
          onClick={() => setAll(!all)}
          sx={{ minWidth: 0, minHeight: 24, py: 0, px: 0.75, fontSize: "0.75rem", color: "text.secondary" }}
        >
          {all ? (
            t("clientPages.record.fewerTags")
          ) : (
            <>
              +{client.tags.length - few} <span style={visuallyHidden}>{t("clientPages.record.moreTags")}</span>
            </>
          )}
        </Button>
      )}
      {editable && (
        <IconButton
          aria-label={t("clientPages.record.addTag")}
          title={t("clientPages.record.addTag")}
          aria-haspopup="dialog"
          onClick={(event) => setAnchor(event.currentTarget)}
          sx={{ minWidth: 24, minHeight: 24, p: 0.25 }}
        >
          <Add sx={{ fontSize: 18, color: "text.secondary" }} />
        </IconButton>
      )}
      <Popover
        open={Boolean(anchor)}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        // The list of tags opens at once and is placed by where the field is: the field may not be moving.
        transitionDuration={0}
        anchorOrigin={{ vertical: "bottom", horizontal: "left" }}
        slotProps={{
          paper: {
            role: "dialog",
            "aria-label": t("clientPages.record.addTag"),
            sx: {
              mt: 0.5,
              p: 1,
              width: 280,
              border: 1,
              borderColor: "divider",
              boxShadow: "0 8px 24px rgba(0,0,0,0.18)",
            },
          },
        }}
      >
        <TagPicker
          hideLabel
          autoFocus
          label={t("clientPages.record.addTag")}
          value={client.tags}
          onChange={(tags) => void save(tags)}
        />
      </Popover>
    </Box>
  );
}
