import { useTranslation } from "react-i18next";
import { useDateFilterText } from "../../components/DateFilterChip.tsx";
import { usePeople } from "../../hooks/usePeople.ts";
import { useTags } from "../../hooks/useTags.ts";
import type { ClientFilterKey, ClientListState } from "./listState.ts";

/** Each filter of the list as a person reads it, `Estado: Prospecto`; null where it is not set. */
export function useFilterSentences(state: ClientListState): Record<ClientFilterKey, string | null> {
  const { t } = useTranslation();
  const dateText = useDateFilterText();
  const { tags } = useTags();
  const { users } = usePeople();
  const names = (ids: string[], from: readonly { id: string; name: string }[]) =>
    ids.map((id) => from.find((each) => each.id === id)?.name ?? "…").join(", ");
  const sentence = (value: string, say: (value: string) => string) => (value ? say(value) : null);
  return {
    search: sentence(state.search.trim(), (value) => t("clientPages.filter.searchIs", { value })),
    status: sentence(state.status.map((status) => t(`clients.status.${status}`)).join(", "), (value) =>
      t("clientPages.filter.statusIs", { value }),
    ),
    tagIds: sentence(names(state.tagIds, tags), (value) => t("clientPages.filter.tagsAre", { value })),
    ownerIds: sentence(names(state.ownerIds, users), (value) => t("clientPages.filter.ownersAre", { value })),
    created: state.created && t("clientPages.filter.createdIs", { value: dateText(state.created) }),
  };
}
