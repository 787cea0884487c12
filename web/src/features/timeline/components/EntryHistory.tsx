import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import { diffWordsWithSpace } from "diff";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { ChangeList } from "../../../components/Changes.tsx";
import { Loaded } from "../../../components/Loaded.tsx";
import { RelativeTime } from "../../../components/RelativeTime.tsx";
import { TableSkeleton } from "../../../components/TableSkeleton.tsx";
import { useFormats } from "../../../i18n/format.ts";
import { type Revision, stepsOf, type Version } from "../entryHistory.ts";
import { textOfHtml } from "../richText.ts";
import { useEntryHistoryQuery } from "../timeline.generated.ts";

interface EntryHistoryProps {
  entryId: string;
  onClose: () => void;
}

/** What an activity said before each of its changes, the latest first, with what was changed marked [F106]. */
export function EntryHistory({ entryId, onClose }: EntryHistoryProps) {
  const { t } = useTranslation();
  const id = useId();
  const query = useEntryHistoryQuery({ variables: { id: entryId }, fetchPolicy: "network-only" });
  return (
    <Dialog open onClose={onClose} aria-labelledby={id} fullWidth maxWidth="sm">
      <DialogTitle id={id}>{t("timeline.history.title")}</DialogTitle>
      <DialogContent>
        <Loaded query={query} skeleton={<TableSkeleton rows={3} height={64} />}>
          {({ timelineEntry }) => (
            <Box component="ol" sx={{ listStyle: "none", m: 0, p: 0 }}>
              {timelineEntry?.__typename === "ManualEntry" &&
                stepsOf(timelineEntry).map(({ revision, after }) => (
                  <Step key={revision.id} revision={revision} after={after} />
                ))}
            </Box>
          )}
        </Loaded>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t("common.close")}</Button>
      </DialogActions>
    </Dialog>
  );
}

function Step({ revision, after }: { revision: Revision; after: Version }) {
  const { t } = useTranslation();
  const changes = useChanges(revision, after);
  const [before, now] = [revision, after].map(({ description }) =>
    textOfHtml(description ?? "").replace(/\n+/g, "\n"),
  ) as [string, string];
  const formatted = before === now && revision.description !== after.description;
  return (
    <Box component="li" sx={{ py: 1.5, borderTop: 1, borderColor: "divider", fontSize: "0.8125rem" }}>
      <Box sx={{ color: "text.secondary", mb: 0.5 }}>
        {t(`timeline.history.change.${revision.change}`, { name: revision.actor?.name ?? t("timeline.page.system") })} ·{" "}
        <RelativeTime value={revision.changedAt} />
      </Box>
      {before !== now && (
        <Box sx={{ whiteSpace: "pre-line", overflowWrap: "anywhere", fontSize: "0.875rem" }}>
          <TextDifference before={before} after={now} />
        </Box>
      )}
      {formatted && <div>{t("timeline.history.formatted")}</div>}
      {changes.length > 0 && <ChangeList changes={changes} />}
    </Box>
  );
}

/** A text with what was taken out struck through and what was put in marked. */
function TextDifference({ before, after }: { before: string; after: string }) {
  let place = 0;
  return diffWordsWithSpace(before, after).map(({ value, added, removed }) => {
    place += 1;
    if (added) {
      return (
        <Box key={place} component="ins" sx={insertedSx}>
          {value}
        </Box>
      );
    }
    if (removed) {
      return (
        <Box key={place} component="del" sx={{ color: "text.secondary" }}>
          {value}
        </Box>
      );
    }
    return <span key={place}>{value}</span>;
  });
}

const insertedSx = {
  textDecoration: "none",
  fontWeight: 600,
  background: "color-mix(in srgb, var(--mui-palette-success-main) 18%, transparent)",
} as const;

/** Everything but the text that one change changed, as a person reads it. */
function useChanges(before: Version, after: Version) {
  const { t } = useTranslation();
  const { exact } = useFormats();
  const kindOf = ({ kind, customKind }: Version) => customKind?.label ?? t(`timeline.kind.${kind}`);
  const stageOf = ({ stage }: Version) => (stage ? t(`timeline.stage.${stage}`) : null);
  const fields = [
    { field: "title", label: t("timeline.history.heading"), read: (version: Version) => version.title },
    { field: "kind", label: t("timeline.filter.kinds"), read: kindOf },
    { field: "stage", label: t("timeline.page.stage"), read: stageOf },
    { field: "contact", label: t("timeline.page.contact"), read: (version: Version) => version.contact },
    { field: "tags", label: t("timeline.page.tags"), read: ({ tags }: Version) => tags.join(", ") },
    { field: "files", label: t("timeline.files.label"), read: ({ files }: Version) => files.join(", ") },
    { field: "moment", label: t("timeline.filter.date"), read: ({ occurredAt }: Version) => exact(occurredAt) },
  ];
  return fields.flatMap(({ field, label, read }) => {
    const [was, is] = [read(before) || null, read(after) || null];
    return was === is ? [] : [{ field, label, before: was, after: is }];
  });
}
