import { useApolloClient } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { confirm } from "../../feedback/confirm.ts";
import { toastProblem } from "../../feedback/problem.ts";
import { toast } from "../../feedback/toast.ts";
import { forgetEntry } from "./entryCache.ts";
import { DeleteTimelineEntryDocument } from "./timeline.generated.ts";
import type { Entry } from "./useTimeline.ts";

/** Asks, deletes a manual entry, and says so. */
export function useDeleteEntry(): (entry: Entry) => Promise<void> {
  const { t } = useTranslation();
  const apollo = useApolloClient();
  return async (entry) => {
    const sure = await confirm({
      title: t("timeline.page.deleteTitle"),
      text: t("timeline.page.deleteText"),
      confirmLabel: t("timeline.page.delete"),
      danger: true,
    });
    if (!sure) return;
    try {
      await apollo.mutate({
        mutation: DeleteTimelineEntryDocument,
        variables: { id: entry.id },
        update: (cache) => forgetEntry(cache, entry),
      });
      toast(t("timeline.page.deleted"));
    } catch (error) {
      toastProblem(error);
    }
  };
}
