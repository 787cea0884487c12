import Box from "@mui/material/Box";
import { useEffect, useState } from "react";
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
  const written = isWritten(draft);
  useEffect(() => {
    if (written) writeDraft(draftKey, { ...draft }, []);
    else clearDraft(draftKey);
  }, [draft, written, draftKey]);

  const reset = () => {
    clearDraft(draftKey);
    setDraft(({ kind, customKindId }) => ({ ...emptyDraft, kind, customKindId }));
    setOpen(false);
  };
  useUnsavedGuard(written, { discard: reset });

  const save = async () => {
    await addTimelineEntry({
      variables: { clientId: variables.clientId, input: inputOf(draft) },
      update: (cache, { data }) => {
        if (!data) return;
        if (!variables.filter) addEntry(cache, variables, data.addTimelineEntry);
        if (draft.files.length > 0) {
          cache.evict({
            id: cache.identify({ __typename: "Client", id: variables.clientId }) ?? "",
            fieldName: "files",
          });
        }
      },
    });
    if (variables.filter) void refetch();
    reset();
  };
  return (
    <Box onFocus={() => setOpen(true)} onClick={() => setOpen(true)}>
      <EntryForm
        clientId={variables.clientId}
        small={!open}
        autoFocus={open && !written}
        draft={draft}
        onChange={setDraft}
        onSave={save}
        onCancel={() => {
          if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
          if (!written) reset();
        }}
        label={t("timeline.page.compose")}
      />
    </Box>
  );
}
