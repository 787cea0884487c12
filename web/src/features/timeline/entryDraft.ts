import { manualKinds, timelineEntryRules } from "@clientela/shared/timeline/rules";
import { problemsOf } from "@clientela/shared/validation";
import { differingKeys } from "../../form/saveOnLatest.ts";
import type { TimelineEntryInput, TimelineStage } from "../../generated/schema.ts";
import type { UploadedFile } from "../../hooks/uploadFile.ts";
import type { TagOption } from "../../hooks/useTags.ts";
import { textOf } from "../../i18n/i18n.ts";
import { textOfHtml } from "./richText.ts";
import type { Entry } from "./useTimeline.ts";

export type ManualKind = (typeof manualKinds)[number];
export type ManualEntryData = Extract<Entry, { __typename: "ManualEntry" }>;

/** A manual entry while it is written. */
export interface EntryDraft {
  kind: ManualKind;
  /** Which of the business's own kinds, where `kind` is CUSTOM. */
  customKindId: string | null;
  title: string;
  html: string;
  stage: TimelineStage | null;
  /** Which of the client's people it was with. */
  contact: { id: string; name: string } | null;
  tags: TagOption[];
  files: UploadedFile[];
}

/** Makes one draft of another; what is typed and what is uploaded meanwhile do not undo each other. */
export type ChangeDraft = (change: (draft: EntryDraft) => EntryDraft) => void;

export const emptyDraft: EntryDraft = {
  kind: "NOTE",
  customKindId: null,
  title: "",
  html: "",
  stage: null,
  contact: null,
  tags: [],
  files: [],
};

/** Whether anything was typed or attached that would be a pity to lose. */
export const isWritten = ({ html, title, files }: EntryDraft): boolean =>
  Boolean(textOfHtml(html) || title.trim() || files.length > 0);

/** An entry as it is edited. */
export const draftOf = (entry: ManualEntryData): EntryDraft => ({
  kind: manualKinds.find((kind) => kind === entry.kind) ?? "NOTE",
  customKindId: entry.customKind?.id ?? null,
  title: entry.title ?? "",
  html: entry.description ?? "",
  stage: entry.stage ?? null,
  contact: entry.withContact,
  tags: entry.tags,
  files: entry.files,
});

/** The API's input of a draft. */
export const inputOf = ({
  kind,
  customKindId,
  title,
  html,
  stage,
  contact,
  tags,
  files,
}: EntryDraft): TimelineEntryInput => ({
  kind,
  customKindId: kind === "CUSTOM" ? customKindId : null,
  title: title.trim() || null,
  description: textOfHtml(html) ? html : "",
  stage,
  contactId: contact?.id ?? null,
  tagIds: tags.map(({ id }) => id),
  fileIds: files.map(({ id }) => id),
});

/** What a draft changes of an entry, by the names of the API; a kind goes with which of the business's own it is. */
export function changesOf(draft: EntryDraft, entry: ManualEntryData): TimelineEntryInput {
  const [input, before] = [inputOf(draft), inputOf(draftOf(entry))];
  const keys = differingKeys(input, before);
  const both = keys.includes("kind") || keys.includes("customKindId") ? [...keys, "kind", "customKindId"] : keys;
  return Object.fromEntries(Object.entries(input).filter(([key]) => both.includes(key)));
}

/** The names of what two versions of an entry hold differently. */
export function differingFields(one: ManualEntryData, other: ManualEntryData): string[] {
  const keys = differingKeys(inputOf(draftOf(one)), inputOf(draftOf(other)));
  return keys.includes("kind") || keys.includes("customKindId") ? [...keys, "kind", "customKindId"] : keys;
}

/** What is wrong with a draft, in the person's words, by `title` and `description`; null where nothing is. */
export function problemsOfDraft(draft: EntryDraft): Record<string, string> | null {
  const parsed = timelineEntryRules.safeParse(inputOf(draft));
  if (parsed.success) return null;
  return Object.fromEntries(problemsOf(parsed.error).map((problem) => [problem.path, textOf(problem)]));
}
