import type { EntryHistoryQuery } from "./timeline.generated.ts";

type HistoryEntry = Extract<NonNullable<EntryHistoryQuery["timelineEntry"]>, { __typename: "ManualEntry" }>;
export type Revision = HistoryEntry["revisions"][number];
/** What an activity says, or said. */
export type Version = Pick<
  Revision,
  "kind" | "customKind" | "title" | "description" | "stage" | "contact" | "tags" | "files" | "occurredAt"
>;

/** Each change of an activity, the latest first: what it said before it, and after it. */
export function stepsOf(entry: HistoryEntry): { revision: Revision; after: Version }[] {
  const now: Version = {
    ...entry,
    tags: entry.tags.map(({ name }) => name).sort((a, b) => a.localeCompare(b)),
    contact: entry.withContact?.name ?? null,
    files: entry.files.map(({ name }) => name),
  };
  return entry.revisions.map((revision, index) => ({ revision, after: entry.revisions[index - 1] ?? now }));
}
