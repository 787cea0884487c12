import CallOutlined from "@mui/icons-material/CallOutlined";
import GroupsOutlined from "@mui/icons-material/GroupsOutlined";
import StickyNote2Outlined from "@mui/icons-material/StickyNote2Outlined";
import Box from "@mui/material/Box";
import Link from "@mui/material/Link";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link as RouterLink, useSearchParams } from "react-router";
import { activityIconOf } from "../../../components/activityIcons.ts";
import { RowMenu } from "../../../components/RowMenu.tsx";
import { TagChip } from "../../../components/TagChip.tsx";
import { EntryShell } from "../../../entries/EntryShell.tsx";
import { useFormats } from "../../../i18n/format.ts";
import type { ManualEntryData } from "../entryDraft.ts";
import { timelineOfContact } from "../paths.ts";
import { useDeleteEntry } from "../useDeleteEntry.ts";
import { useEditedEntry } from "../useEditedEntry.ts";
import { useSaveEntry } from "../useSaveEntry.ts";
import { EntryFiles } from "./EntryFiles.tsx";
import { EntryForm } from "./EntryForm.tsx";
import { formattedTextSx, RichText } from "./RichText.tsx";

const EntryHistory = lazy(() => import("./EntryHistory.tsx").then((module) => ({ default: module.EntryHistory })));

const icons = { NOTE: StickyNote2Outlined, CALL: CallOutlined, MEETING: GroupsOutlined } as const;

interface ManualEntryProps {
  clientId: string;
  entry: ManualEntryData;
  fresh: boolean;
}

/** An activity that somebody wrote down; its author may edit and delete it, and see what it said before [F106][F107]. */
export function ManualEntry({ clientId, entry, fresh }: ManualEntryProps) {
  const { t } = useTranslation();
  const { draft, restored, begin, change, end } = useEditedEntry(entry);
  const save = useSaveEntry();
  const [historyOpen, setHistoryOpen] = useState(false);
  const deleteEntry = useDeleteEntry(clientId);
  const { customKind } = entry;
  if (draft) {
    return (
      <Box sx={{ py: 1 }}>
        <EntryForm
          // An entry that is scrolled back into view takes no focus.
          autoFocus={!restored}
          clientId={clientId}
          draft={draft.now}
          onChange={change}
          onCancel={end}
          onSave={async () => {
            await save(draft.of, draft.now);
            end();
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
        { label: t("timeline.page.edit"), run: begin },
        ...(entry.editedAt ? [{ label: t("timeline.history.open"), run: () => setHistoryOpen(true) }] : []),
        { label: t("timeline.page.delete"), run: () => void deleteEntry(entry), danger: true as const },
      ]}
    />
  );
  return (
    <EntryShell
      entry={entry}
      icon={
        customKind ? activityIconOf(customKind.icon) : (icons[entry.kind as keyof typeof icons] ?? StickyNote2Outlined)
      }
      {...(customKind && { color: customKind.color })}
      fresh={fresh}
      menu={menu}
      headline={<strong>{entry.title ?? customKind?.label ?? t(`timeline.kind.${entry.kind}`)}</strong>}
    >
      <Box sx={formattedTextSx}>
        <RichText html={entry.description ?? ""} mentions={entry.mentions} />
      </Box>
      <EntryFiles files={entry.files} />
      <Marks entry={entry} onHistory={() => setHistoryOpen(true)} />
      {historyOpen && (
        <Suspense>
          <EntryHistory entryId={entry.id} onClose={() => setHistoryOpen(false)} />
        </Suspense>
      )}
    </EntryShell>
  );
}

/** What is said of an activity below its text. */
function Marks({ entry, onHistory }: { entry: ManualEntryData; onHistory: () => void }) {
  const { t } = useTranslation();
  const { exact } = useFormats();
  const [params] = useSearchParams();
  const { stage, withContact: contact, tags, editedAt, title, customKind, kind } = entry;
  if (!stage && !contact && tags.length === 0 && !editedAt && !(title && kind !== "NOTE")) return null;
  const edited = editedAt ? t("timeline.page.editedAt", { moment: exact(editedAt) }) : undefined;
  return (
    <Box sx={marksSx}>
      {title && kind !== "NOTE" && <span>{customKind?.label ?? t(`timeline.kind.${kind}`)}</span>}
      {contact && (
        <Link
          component={RouterLink}
          to={{ search: timelineOfContact(params, contact.id).toString() }}
          preventScrollReset
          color="inherit"
          underline="hover"
          sx={{ minHeight: 24, display: "inline-flex", alignItems: "center" }}
        >
          {t("timeline.page.withContact", {
            name: contact.active ? contact.name : t("timeline.page.inactive", { name: contact.name }),
          })}
        </Link>
      )}
      {stage && <span>{t(`timeline.stage.${stage}`)}</span>}
      {tags.map((tag) => (
        <TagChip key={tag.id} tag={tag} />
      ))}
      {editedAt &&
        (entry.viewerCanEdit ? (
          <Link component="button" type="button" title={edited} onClick={onHistory} sx={editedSx}>
            {t("timeline.page.edited")}
          </Link>
        ) : (
          <Box component="span" sx={editedSx} title={edited}>
            {t("timeline.page.edited")}
          </Box>
        ))}
    </Box>
  );
}

const editedSx = { fontSize: "0.75rem", color: "text.secondary", minHeight: 24 } as const;
const marksSx = {
  display: "flex",
  flexWrap: "wrap",
  columnGap: 1.25,
  rowGap: 0.5,
  alignItems: "center",
  mt: 0.75,
  color: "text.secondary",
} as const;
