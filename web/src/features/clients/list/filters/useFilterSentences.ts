import { countryName, languageName } from "@clientela/shared/names";
import { useTranslation } from "react-i18next";
import { useDateFilterText } from "../../../../components/DateFilterChip.tsx";
import { usePeople } from "../../../../hooks/usePeople.ts";
import { useTags } from "../../../../hooks/useTags.ts";
import { useLists } from "../../useLists.ts";
import { activeFilters, type ClientFilterKey, type ClientListState, nobody } from "../listState.ts";
import { useConditionText } from "./useConditionText.ts";

/** Each filter of the list as a person reads it, `Estado: Prospecto`; null where it is not set. */
export function useFilterSentences(state: ClientListState): Record<ClientFilterKey, string | null> {
  const { t, i18n } = useTranslation();
  const dateText = useDateFilterText();
  const conditionText = useConditionText();
  const { tags } = useTags();
  const { users, teams } = usePeople();
  const { lists } = useLists({ skip: state.listIds.length === 0 });
  const active = new Set(activeFilters(state));
  const names = (ids: string[], from: readonly { id: string; name: string }[]) =>
    ids.map((id) => from.find((each) => each.id === id)?.name ?? "…");
  const isNobody = (ids: string[]) => ids.length === 1 && ids[0] === nobody;
  const namesOrNone = (ids: string[], from: readonly { id: string; name: string }[], none: string) =>
    names(ids, [{ id: nobody, name: none }, ...from]);
  const is = (key: keyof typeof filterLabels, values: string[]) =>
    active.has(key) ? t("clientPages.filter.is", { field: t(filterLabels[key]), value: values.join(", ") }) : null;
  return {
    search: active.has("search") ? t("clientPages.filter.searchIs", { value: state.search.trim() }) : null,
    status: is(
      "status",
      state.status.map((status) => t(`clients.status.${status}`)),
    ),
    tagIds: is("tagIds", names(state.tagIds, tags)),
    listIds: is("listIds", names(state.listIds, lists)),
    ownerIds: isNobody(state.ownerIds)
      ? t("clientPages.filter.withoutOwner")
      : is("ownerIds", namesOrNone(state.ownerIds, users, t("clientPages.filter.nobody"))),
    teamIds: isNobody(state.teamIds)
      ? t("clientPages.filter.withoutTeam")
      : is("teamIds", namesOrNone(state.teamIds, teams, t("clientPages.filter.noTeam"))),
    kind: is(
      "kind",
      state.kind.map((kind) => t(`clients.kind.${kind}`)),
    ),
    country: is(
      "country",
      state.country.map((code) => countryName(code, i18n.language)),
    ),
    region: is("region", state.region),
    city: is("city", state.city),
    postalCode: is("postalCode", state.postalCode),
    language: is(
      "language",
      state.language.map((code) => languageName(code, i18n.language)),
    ),
    channel: is(
      "channel",
      state.channel.map((channel) => t(`clients.channel.${channel}`)),
    ),
    newsletterStatus: is(
      "newsletterStatus",
      state.newsletterStatus.map((status) => t(`clients.newsletterStatus.${status}`)),
    ),
    created: state.created && t("clientPages.filter.createdIs", { value: dateText(state.created) }),
    customFields: active.has("customFields") ? state.customFields.map(conditionText).join(" · ") : null,
  };
}

/** What each filter is called, in the order the page shows them. */
export const filterLabels = {
  status: "clientPages.filter.status",
  tagIds: "clientPages.filter.tags",
  listIds: "clientPages.filter.lists",
  ownerIds: "clientPages.filter.owners",
  teamIds: "clientPages.filter.teams",
  kind: "clientPages.filter.kind",
  country: "clientPages.filter.country",
  region: "clientPages.filter.region",
  city: "clientPages.filter.city",
  postalCode: "clientPages.filter.postalCode",
  language: "clientPages.filter.language",
  channel: "clientPages.filter.channel",
  newsletterStatus: "clientPages.filter.newsletterStatus",
} as const;
