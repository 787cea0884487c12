import { manualKinds, timelineEntryRules } from "@clientela/shared/timeline/rules";
import { problemsOf } from "@clientela/shared/validation";
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

/** Makes one draft of another, so that typing and uploads at the same time do not undo each other. */
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

/**
 * The changeable values of an entry, by the names of the question. The kind and the business's own kind are one value.
 */
export interface EntryValues extends Omit<EntryDraft, "kind" | "customKindId"> {
  kind: Pick<EntryDraft, "kind" | "customKindId">;
}
export const valuesOfDraft = ({ kind, customKindId, ...draft }: EntryDraft): EntryValues => ({
  ...draft,
  kind: { kind, customKindId },
});

const inputsOf = {
  kind: ["kind", "customKindId"],
  title: ["title"],
  html: ["description"],
  stage: ["stage"],
  contact: ["contactId"],
  tags: ["tagIds"],
  files: ["fileIds"],
} as const satisfies Record<keyof EntryValues, readonly (keyof TimelineEntryInput)[]>;

/** The API's input of an entry's changed values. */
export function inputOfChanged(entry: ManualEntryData, { kind, ...changed }: Partial<EntryValues>): TimelineEntryInput {
  const input = inputOf({ ...draftOf(entry), ...changed, ...kind });
  const names = Object.keys({ ...changed, ...(kind && { kind }) }) as (keyof EntryValues)[];
  return Object.fromEntries(names.flatMap((name) => inputsOf[name].map((key) => [key, input[key]])));
}

/** The errors of a draft, in the person's words, by `title` and `description`; null if there are none. */
export function problemsOfDraft(draft: EntryDraft): Record<string, string> | null {
  const parsed = timelineEntryRules.safeParse(inputOf(draft));
  if (parsed.success) return null;
  return Object.fromEntries(problemsOf(parsed.error).map((problem) => [problem.path, textOf(problem)]));
}
