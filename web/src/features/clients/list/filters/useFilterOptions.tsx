import { channels, clientKinds, clientStatuses } from "@clientela/shared/clients/words";
import { newsletterStatuses } from "@clientela/shared/lists/words";
import { countryName, languageName } from "@clientela/shared/names";
import { useTranslation } from "react-i18next";
import type { FilterOption } from "../../../../components/FilterOptions.tsx";
import { TagChip } from "../../../../components/TagChip.tsx";
import { usePeople } from "../../../../hooks/usePeople.ts";
import { useTags } from "../../../../hooks/useTags.ts";
import { StatusDot } from "../../StatusDot.tsx";
import { useLists } from "../../useLists.ts";
import { nobody, type ValuesKey } from "../listState.ts";
import { useClientFacetsQuery } from "./filters.generated.ts";

const ofPlace: readonly ValuesKey[] = ["country", "region", "city", "language"];

/** What a filter of the list offers; places and languages are those that clients have, the most frequent first. */
export function useFilterOptions(key: ValuesKey, chosen: readonly string[]): FilterOption<string>[] {
  const { t, i18n } = useTranslation();
  const { tags } = useTags({ skip: key !== "tagIds" });
  const { lists } = useLists({ skip: key !== "listIds" });
  const { users, teams } = usePeople({ skip: key !== "ownerIds" && key !== "teamIds" });
  const facets = useClientFacetsQuery({ skip: !ofPlace.includes(key) }).data?.clientFacets;
  const named = ({ id, name }: { id: string; name: string }) => ({ value: id, text: name });
  const values = (known: readonly { value: string }[] = [], text = (value: string) => value) =>
    [...new Set([...chosen, ...known.map(({ value }) => value)])].map((value) => ({ value, text: text(value) }));
  switch (key) {
    case "status":
      return clientStatuses.map((status) => ({
        value: status,
        text: t(`clients.status.${status}`),
        content: <StatusDot status={status} />,
      }));
    case "tagIds":
      return tags.map((tag) => ({ value: tag.id, text: tag.name, content: <TagChip tag={tag} /> }));
    case "listIds":
      return lists.map(named);
    case "ownerIds":
      return [{ value: nobody, text: t("clientPages.filter.withoutOwner") }, ...users.map(named)];
    case "teamIds":
      return [{ value: nobody, text: t("clientPages.filter.withoutTeam") }, ...teams.map(named)];
    case "kind":
      return clientKinds.map((value) => ({ value, text: t(`clients.kind.${value}`) }));
    case "channel":
      return channels.map((value) => ({ value, text: t(`clients.channel.${value}`) }));
    case "newsletterStatus":
      return newsletterStatuses.map((value) => ({ value, text: t(`clients.newsletterStatus.${value}`) }));
    case "country":
      return values(facets?.countries, (code) => countryName(code, i18n.language));
    case "language":
      return values(facets?.languages, (code) => languageName(code, i18n.language));
    case "region":
      return values(facets?.regions);
    case "city":
      return values(facets?.cities);
    case "postalCode":
      return values();
  }
}
