import { manualKinds, timelineEntryRules } from "@clientela/shared/timeline/rules";
import { problemsOf } from "@clientela/shared/validation";
import type { TimelineEntryInput, TimelineStage } from "../../generated/schema.ts";
import type { TagOption } from "../../hooks/useTags.ts";
import { textOf } from "../../i18n/i18n.ts";
import { htmlOfText, textOfHtml } from "./richText.ts";
import type { Entry } from "./useTimeline.ts";

export type ManualKind = (typeof manualKinds)[number];

/** A manual entry while it is written. */
export interface EntryDraft {
  kind: ManualKind;
  title: string;
  text: string;
  stage: TimelineStage | null;
  tags: TagOption[];
}

export const emptyDraft: EntryDraft = { kind: "NOTE", title: "", text: "", stage: null, tags: [] };

/** Whether anything was typed that would be a pity to lose. */
export const isWritten = (draft: EntryDraft): boolean => Boolean(draft.text.trim() || draft.title.trim());

/** An entry as it is edited. */
export const draftOf = (entry: Entry): EntryDraft => ({
  kind: manualKinds.find((kind) => kind === entry.kind) ?? "NOTE",
  title: entry.title ?? "",
  text: textOfHtml(entry.description ?? ""),
  stage: entry.stage ?? null,
  tags: entry.tags,
});

/** The API's input of a draft. */
export const inputOf = ({ kind, title, text, stage, tags }: EntryDraft): TimelineEntryInput => ({
  kind,
  title: title.trim() || null,
  description: htmlOfText(text),
  stage,
  tagIds: tags.map(({ id }) => id),
});

/** What is wrong with a draft, in the person's words, by `title` and `description`; null where nothing is. */
export function problemsOfDraft(draft: EntryDraft): Record<string, string> | null {
  const parsed = timelineEntryRules.safeParse(inputOf(draft));
  if (parsed.success) return null;
  return Object.fromEntries(problemsOf(parsed.error).map((problem) => [problem.path, textOf(problem)]));
}
