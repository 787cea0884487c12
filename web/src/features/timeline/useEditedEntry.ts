import { useEffect, useState } from "react";
import { clearDraft, readDraft, writeDraft } from "../../form/draft.ts";
import { useUnsavedGuard } from "../../form/unsaved.ts";
import { type ChangeDraft, draftOf, type EntryDraft, type ManualEntryData } from "./entryDraft.ts";

interface Draft {
  /** The entry when editing began, whatever arrives meanwhile. */
  of: ManualEntryData;
  now: EntryDraft;
}

/**
 * An entry while it is edited. The typed text is kept as a draft, for the entry's row may go: by scrolling, by another
 * tab, or to another day. When the row is back, it goes on with the draft.
 */
export function useEditedEntry(entry: ManualEntryData) {
  const key = `entry.${entry.id}`;
  const [kept] = useState(() => readDraft(key) as unknown as Draft | undefined);
  const [draft, setDraft] = useState<Draft | null>(kept ?? null);
  const [restored, setRestored] = useState(kept !== undefined);
  const changed = draft !== null && JSON.stringify(draft.now) !== JSON.stringify(draftOf(draft.of));
  useEffect(() => {
    if (changed) writeDraft(key, { ...draft }, []);
    else if (draft) clearDraft(key);
  }, [changed, draft, key]);
  const end = () => {
    clearDraft(key);
    release();
    setDraft(null);
  };
  const release = useUnsavedGuard(changed, { discard: end });
  const change: ChangeDraft = (changeOf) =>
    setDraft((current) => current && { ...current, now: changeOf(current.now) });
  return {
    draft,
    restored,
    change,
    end,
    begin: () => {
      setRestored(false);
      setDraft({ of: entry, now: draftOf(entry) });
    },
  };
}
