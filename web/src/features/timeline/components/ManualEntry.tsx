import CallOutlined from "@mui/icons-material/CallOutlined";
import GroupsOutlined from "@mui/icons-material/GroupsOutlined";
import StickyNote2Outlined from "@mui/icons-material/StickyNote2Outlined";
import Box from "@mui/material/Box";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { RowMenu } from "../../../components/RowMenu.tsx";
import { TagChip } from "../../../components/TagChip.tsx";
import { useFormats } from "../../../i18n/format.ts";
import { draftOf, type EntryDraft, inputOf } from "../entryDraft.ts";
import { useUpdateTimelineEntryMutation } from "../timeline.generated.ts";
import { useDeleteEntry } from "../useDeleteEntry.ts";
import type { Entry } from "../useTimeline.ts";
import { EntryForm } from "./EntryForm.tsx";
import { EntryShell } from "./EntryShell.tsx";
import { RichText } from "./RichText.tsx";

const icons = {
  NOTE: StickyNote2Outlined,
  CALL: CallOutlined,
  MEETING: GroupsOutlined,
  CUSTOM: StickyNote2Outlined,
} as const;

/** A note, a call or a meeting that somebody wrote down; its author may edit and delete it [F106][F107]. */
export function ManualEntry({ entry, fresh }: { entry: Entry; fresh: boolean }) {
  const { t } = useTranslation();
  const { exact } = useFormats();
  const [draft, setDraft] = useState<EntryDraft | null>(null);
  const [updateTimelineEntry] = useUpdateTimelineEntryMutation();
  const deleteEntry = useDeleteEntry();
  const kind = entry.kind as keyof typeof icons;
  if (draft) {
    return (
      <Box sx={{ py: 1 }}>
        <EntryForm
          autoFocus
          draft={draft}
          onChange={setDraft}
          onCancel={() => setDraft(null)}
          onSave={async () => {
            await updateTimelineEntry({ variables: { id: entry.id, input: inputOf(draft) } });
            setDraft(null);
          }}
          label={t("timeline.page.edit")}
        />
      </Box>
    );
  }
  const menu = entry.viewerCanEdit && (
    <RowMenu
      label={t("timeline.page.menu")}
      actions={[
        { label: t("timeline.page.edit"), run: () => setDraft(draftOf(entry)) },
        { label: t("timeline.page.delete"), run: () => void deleteEntry(entry), danger: true },
      ]}
    />
  );
  return (
    <EntryShell
      entry={entry}
      icon={icons[kind] ?? StickyNote2Outlined}
      fresh={fresh}
      menu={menu}
      headline={<strong>{entry.title ?? t(`timeline.kind.${entry.kind}`)}</strong>}
    >
      <Box sx={textSx}>
        <RichText html={entry.description ?? ""} />
      </Box>
      {(entry.stage || entry.tags.length > 0 || entry.editedAt) && (
        <Box
          sx={{ display: "flex", flexWrap: "wrap", gap: 0.75, alignItems: "center", mt: 0.75, color: "text.secondary" }}
        >
          {entry.stage && <span>{t(`timeline.stage.${entry.stage}`)}</span>}
          {entry.tags.map((tag) => (
            <TagChip key={tag.id} tag={tag} />
          ))}
          {entry.editedAt && (
            <Box
              component="span"
              sx={{ fontSize: "0.75rem" }}
              title={t("timeline.page.editedAt", { moment: exact(entry.editedAt) })}
            >
              {t("timeline.page.edited")}
            </Box>
          )}
        </Box>
      )}
    </EntryShell>
  );
}

const textSx = {
  fontSize: "0.875rem",
  overflowWrap: "anywhere",
  maxWidth: "72ch",
  "& > *": { my: 0.5 },
  "& > :first-of-type": { mt: 0 },
  "& ul, & ol": { pl: 2.5 },
  "& pre": { whiteSpace: "pre-wrap" },
  "& blockquote": { mx: 0, pl: 1.5, borderLeft: 2, borderColor: "divider" },
} as const;
