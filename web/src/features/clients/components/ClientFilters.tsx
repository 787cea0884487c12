import { clientStatuses } from "@clientela/shared/clients/rules";
import Box from "@mui/material/Box";
import { useTranslation } from "react-i18next";
import { DateFilterChip } from "../../../components/DateFilterChip.tsx";
import { FilterChip } from "../../../components/FilterChip.tsx";
import { FilterOptions } from "../../../components/FilterOptions.tsx";
import { SearchBox } from "../../../components/SearchBox.tsx";
import { TagChip } from "../../../components/TagChip.tsx";
import { usePeople } from "../../../hooks/usePeople.ts";
import { useTags } from "../../../hooks/useTags.ts";
import type { ClientListState } from "../listState.ts";
import { useFilterSentences } from "../useFilterSentences.ts";
import type { SetListState } from "../useListState.ts";
import { StatusDot } from "./StatusDot.tsx";

interface ClientFiltersProps {
  state: ClientListState;
  onChange: SetListState;
}

/** Search and filters over the list; each filter is a chip that says what it does [F58][F61][F62][F69]. */
export function ClientFilters({ state, onChange }: ClientFiltersProps) {
  const { t } = useTranslation();
  const sentences = useFilterSentences(state);
  const { tags } = useTags();
  const { users } = usePeople();
  return (
    <>
      <SearchBox
        pageSearch
        value={state.search}
        onChange={(search) => onChange({ ...state, search }, { replace: true })}
        label={t("clientPages.list.search")}
        clearLabel={t("clientPages.list.clearSearch")}
        sx={{ flex: { xs: "1 1 100%", sm: "0 1 300px" } }}
      />
      <Box sx={chipsSx}>
        <FilterChip
          label={t("clientPages.filter.status")}
          sentence={sentences.status}
          onClear={() => onChange({ ...state, status: [] })}
        >
          {() => (
            <FilterOptions
              label={t("clientPages.filter.status")}
              options={clientStatuses.map((status) => ({
                value: status,
                text: t(`clients.status.${status}`),
                content: <StatusDot status={status} />,
              }))}
              chosen={state.status}
              onChange={(status) => onChange({ ...state, status })}
            />
          )}
        </FilterChip>
        <FilterChip
          label={t("clientPages.filter.tags")}
          sentence={sentences.tagIds}
          onClear={() => onChange({ ...state, tagIds: [] })}
        >
          {() => (
            <FilterOptions
              label={t("clientPages.filter.tags")}
              options={tags.map((tag) => ({ value: tag.id, text: tag.name, content: <TagChip tag={tag} /> }))}
              chosen={state.tagIds}
              onChange={(tagIds) => onChange({ ...state, tagIds })}
            />
          )}
        </FilterChip>
        <FilterChip
          label={t("clientPages.filter.owners")}
          sentence={sentences.ownerIds}
          onClear={() => onChange({ ...state, ownerIds: [] })}
        >
          {() => (
            <FilterOptions
              label={t("clientPages.filter.owners")}
              options={users.map(({ id, name }) => ({ value: id, text: name }))}
              chosen={state.ownerIds}
              onChange={(ownerIds) => onChange({ ...state, ownerIds })}
            />
          )}
        </FilterChip>
        <DateFilterChip
          label={t("clientPages.filter.created")}
          value={state.created}
          sentence={(value) => t("clientPages.filter.createdIs", { value })}
          onChange={(created) => onChange({ ...state, created })}
        />
      </Box>
    </>
  );
}

/** One line that scrolls sideways on a phone; there is no room for two. */
const chipsSx = {
  display: "flex",
  gap: 1,
  alignItems: "center",
  flexWrap: { xs: "nowrap", sm: "wrap" },
  overflowX: { xs: "auto", sm: "visible" },
  maxWidth: "100%",
  m: -0.5,
  p: 0.5,
  "& > *": { flexShrink: 0 },
} as const;
