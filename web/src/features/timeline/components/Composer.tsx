import Box from "@mui/material/Box";
import { useEffect, useRef, useState } from "react";
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

  const box = useRef<HTMLDivElement>(null);
  /** How many were written here: each begins in a form of its own. */
  const [count, setCount] = useState(0);
  const reset = (goOn = false) => {
    clearDraft(draftKey);
    setDraft(({ kind, customKindId }) => ({ ...emptyDraft, kind, customKindId }));
    setCount((before) => before + 1);
    setOpen(goOn);
  };
  useUnsavedGuard(written, { discard: () => reset() });

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
    // With a keyboard the next entry can be typed at once; on a touch screen the on-screen keyboard goes.
    reset(box.current?.contains(document.activeElement) && !matchMedia("(hover: none)").matches);
  };
  return (
    <Box
      ref={box}
      tabIndex={-1}
      onFocus={({ target, currentTarget }) => target !== currentTarget && setOpen(true)}
      onClick={() => setOpen(true)}
      sx={{ outline: "none" }}
    >
      <EntryForm
        key={count}
        clientId={variables.clientId}
        small={!open}
        autoFocus={open && !written}
        draft={draft}
        onChange={setDraft}
        onSave={save}
        onCancel={() => {
          box.current?.focus({ preventScroll: true });
          if (!written) reset();
        }}
        label={t("timeline.page.compose")}
      />
    </Box>
  );
}
