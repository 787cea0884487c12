import { useApolloClient } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { saveOnLatest } from "../../form/saveOnLatest.ts";
import { useConflictChoice } from "../../form/useConflictChoice.tsx";
import type { TimelineStage } from "../../generated/schema.ts";
import { useActivityKinds } from "../../hooks/useActivityKinds.ts";
import { changesOf, differingFields, draftOf, type EntryDraft, type ManualEntryData } from "./entryDraft.ts";
import { textOfHtml } from "./richText.ts";
import { EditedEntryDocument, useUpdateTimelineEntryMutation } from "./timeline.generated.ts";

const SHOWN = 300;

/** Saves what was changed of an entry; where somebody else changed the same meanwhile, `dialog` asks. */
export function useSaveEntry() {
  const { t } = useTranslation();
  const apollo = useApolloClient();
  const kinds = useActivityKinds();
  const [update] = useUpdateTimelineEntryMutation();
  const { ask, dialog } = useConflictChoice();

  const names = {
    kind: [
      t("timeline.page.kind"),
      ({ kind, customKindId }: EntryDraft) =>
        kinds.find(({ id }) => id === customKindId)?.label ?? t(`timeline.kind.${kind}`),
    ],
    title: [t("timeline.history.heading"), ({ title }: EntryDraft) => title],
    description: [t("timeline.page.textLabel.NOTE"), ({ html }: EntryDraft) => textOfHtml(html).slice(0, SHOWN)],
    stage: [
      t("timeline.page.stage"),
      ({ stage }: EntryDraft) => (stage ? t(`timeline.stage.${stage satisfies TimelineStage}`) : ""),
    ],
    contactId: [t("timeline.page.contact"), ({ contact }: EntryDraft) => contact?.name ?? ""],
    tagIds: [t("timeline.page.tags"), ({ tags }: EntryDraft) => tags.map(({ name }) => name).join(", ")],
    fileIds: [t("timeline.files.label"), ({ files }: EntryDraft) => files.map(({ name }) => name).join(", ")],
  } as const satisfies Record<string, readonly [string, (draft: EntryDraft) => string]>;

  const save = (entry: ManualEntryData, draft: EntryDraft) =>
    saveOnLatest(entry, changesOf(draft, entry), {
      send: ({ id, version }, input) => update({ variables: { id, input, expectedVersion: version } }),
      reread: async () => {
        const variables = { id: entry.id };
        const { data } = await apollo.query({ query: EditedEntryDocument, variables, fetchPolicy: "network-only" });
        const now = data?.timelineEntry;
        return now?.__typename === "ManualEntry" ? now : null;
      },
      differing: differingFields,
      ask: async (theirs, fields) => {
        const shown = fields.filter((field): field is keyof typeof names => field in names);
        const kept = await ask(
          shown.map((key) => {
            const [label, textOf] = names[key];
            return { key, label, theirs: textOf(draftOf(theirs)), mine: textOf(draft) };
          }),
        );
        // A kind goes with which of the business's own it is.
        return kept?.includes("kind") ? [...kept, "customKindId"] : kept;
      },
    });
  return { save, dialog };
}
