import { useApolloClient } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { ActivityKindsDocument } from "../../hooks/reference.generated.ts";
import { saveVersioned, type Versioned } from "../../records/saveVersioned.ts";
import {
  draftOf,
  type EntryDraft,
  type EntryValues,
  inputOfChanged,
  type ManualEntryData,
  valuesOfDraft,
} from "./entryDraft.ts";
import { textOfHtml } from "./richText.ts";
import { EditedEntryDocument, UpdateTimelineEntryDocument } from "./timeline.generated.ts";

/** Characters of a text that a question shows: enough to know it by. */
const SHOWN = 300;
const labels = {
  kind: "timeline.page.kind",
  title: "timeline.history.heading",
  html: "timeline.page.textLabel.NOTE",
  stage: "timeline.page.stage",
  contact: "timeline.page.contact",
  tags: "timeline.page.tags",
  files: "timeline.files.label",
} as const satisfies Record<keyof EntryValues, string>;

/** Saves changed values of an entry on top of others' changes. */
export function useSaveEntry() {
  const { t } = useTranslation();
  const apollo = useApolloClient();
  const kind: Versioned<ManualEntryData, EntryValues> = {
    valuesOf: (entry) => valuesOfDraft(draftOf(entry)),
    send: async (base, changed) => {
      const input = inputOfChanged(base, changed);
      await apollo.mutate({
        mutation: UpdateTimelineEntryDocument,
        variables: { id: base.id, input, expectedVersion: base.version },
      });
      return base;
    },
    reread: async ({ id }) => {
      const variables = { id };
      const { data } = await apollo.query({ query: EditedEntryDocument, variables, fetchPolicy: "network-only" });
      return data?.timelineEntry?.__typename === "ManualEntry" ? data.timelineEntry : null;
    },
    labelOf: (name) => t(labels[name]),
    textOf: (name, values) => {
      if (name === "kind" && values.kind) {
        const { kind, customKindId } = values.kind;
        // The form in which the kind was chosen has read them. Each row of a timeline would read them again.
        const own = apollo.readQuery({ query: ActivityKindsDocument })?.activityKinds;
        return own?.find(({ id }) => id === customKindId)?.label ?? t(`timeline.kind.${kind}`);
      }
      if (name === "html") return textOfHtml(values.html ?? "").slice(0, SHOWN);
      if (name === "stage") return values.stage ? t(`timeline.stage.${values.stage}`) : "";
      if (name === "contact") return values.contact?.name ?? "";
      if (name === "tags" || name === "files") return (values[name] ?? []).map((each) => each.name).join(", ");
      return values.title ?? "";
    },
  };
  return (entry: ManualEntryData, draft: EntryDraft) => saveVersioned(kind, entry, valuesOfDraft(draft));
}
