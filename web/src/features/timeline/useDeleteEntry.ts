import { useApolloClient } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { toastProblem } from "../../feedback/problem.ts";
import { toast } from "../../feedback/toast.ts";
import { forgetEntry, showEntryAgain } from "./entryCache.ts";
import { DeleteTimelineEntryDocument, RestoreTimelineEntryDocument } from "./timeline.generated.ts";
import type { Entry } from "./useTimeline.ts";

/** Deletes a manual entry, and offers to put it back. */
export function useDeleteEntry(clientId: string): (entry: Entry) => Promise<void> {
  const { t } = useTranslation();
  const apollo = useApolloClient();
  const restore = async (id: string) => {
    try {
      await apollo.mutate({
        mutation: RestoreTimelineEntryDocument,
        variables: { id },
        update: (cache, { data }) => data && showEntryAgain(cache, clientId, data.restoreTimelineEntry),
      });
    } catch (error) {
      toastProblem(error, () => void restore(id));
    }
  };
  return async (entry) => {
    try {
      await apollo.mutate({
        mutation: DeleteTimelineEntryDocument,
        variables: { id: entry.id },
        update: (cache) => forgetEntry(cache, entry),
      });
      toast(t("timeline.page.deleted"), { action: { label: t("common.undo"), run: () => void restore(entry.id) } });
    } catch (error) {
      toastProblem(error);
    }
  };
}
