import Box from "@mui/material/Box";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { clearDraft, readDraft, writeDraft } from "../../../form/draft.ts";
import { useUnsavedGuard } from "../../../form/unsaved.ts";
import { addEntry } from "../entryCache.ts";
import { type EntryDraft, emptyDraft, inputOf, isWritten } from "../entryDraft.ts";
import { useAddTimelineEntryMutation } from "../timeline.generated.ts";
import type { TimelineVariables } from "../useTimeline.ts";
import { EntryForm } from "./EntryForm.tsx";

interface ComposerProps {
  variables: TimelineVariables;
  refetch: () => unknown;
}

/** Where a new activity is written; what is typed survives a crash, a sign-out and leaving by mistake. */
export function Composer({ variables, refetch }: ComposerProps) {
  const { t } = useTranslation();
  const draftKey = `timeline.${variables.clientId}`;
  const [draft, setDraft] = useState<EntryDraft>(() => ({ ...emptyDraft, ...readDraft(draftKey) }));
  const [open, setOpen] = useState(() => isWritten(draft));
  const [addTimelineEntry] = useAddTimelineEntryMutation();

  const reset = () => {
    clearDraft(draftKey);
    setDraft({ ...emptyDraft, kind: draft.kind });
    setOpen(false);
  };
  useUnsavedGuard(isWritten(draft), { discard: reset });

  const save = async () => {
    await addTimelineEntry({
      variables: { clientId: variables.clientId, input: inputOf(draft) },
      update: (cache, { data }) => data && !variables.filter && addEntry(cache, variables, data.addTimelineEntry),
    });
    if (variables.filter) void refetch();
    reset();
  };
  return (
    <Box onFocus={() => setOpen(true)} onClick={() => setOpen(true)}>
      <EntryForm
        small={!open}
        draft={draft}
        onChange={(next) => {
          setDraft(next);
          writeDraft(draftKey, { ...next }, []);
        }}
        onSave={save}
        onCancel={() => {
          if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
          if (isWritten(draft)) return;
          reset();
        }}
        label={t("timeline.page.compose")}
      />
    </Box>
  );
}
