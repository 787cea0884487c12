import { timelineKinds, timelineStages } from "@clientela/shared/timeline/rules";
import FilterList from "@mui/icons-material/FilterList";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { DateFilterChip } from "../../../components/DateFilterChip.tsx";
import { FilterChip } from "../../../components/FilterChip.tsx";
import { FilterOptions } from "../../../components/FilterOptions.tsx";
import { SearchBox } from "../../../components/SearchBox.tsx";
import { TagChip } from "../../../components/TagChip.tsx";
import { useActivityKinds } from "../../../hooks/useActivityKinds.ts";
import { usePeople } from "../../../hooks/usePeople.ts";
import { useTags } from "../../../hooks/useTags.ts";
import type { SetUrlState } from "../../../lists/useUrlState.ts";
import { type Origin, type TimelineState, timelineFilterOf } from "../timelineState.ts";
import { ContactFilter } from "./ContactFilter.tsx";

interface TimelineFiltersProps {
  clientId: string;
  state: TimelineState;
  onChange: SetUrlState<TimelineState>;
}

const origins = ["manual", "automatic"] as const satisfies readonly Origin[];

/** Search in the timeline, and its filters as chips, unfolded when wanted or in use [F108][F109]. */
export function TimelineFilters({ clientId, state, onChange }: TimelineFiltersProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(() => timelineFilterOf({ ...state, search: "" }) !== null);
  const { tags } = useTags({ skip: !open });
  const ownKinds = useActivityKinds({ skip: !open });
  const { users } = usePeople({ skip: !open });
  const words = (label: string, values: string[]) => (values.length ? `${label}: ${values.join(", ")}` : null);
  const kinds = [
    ...timelineKinds.map((value) => ({ value: value as string, text: t(`timeline.kind.${value}`) })),
    ...ownKinds.map(({ id, label }) => ({ value: id, text: label })),
  ];
  const set = (part: Partial<TimelineState>) => onChange({ ...state, ...part });
  const tagNames = state.tagIds.map((id) => tags.find((tag) => tag.id === id)?.name ?? "…");
  return (
    <Box role="search" aria-label={t("timeline.filter.label")} sx={{ display: "flex", flexWrap: "wrap", gap: 1 }}>
      <SearchBox
        pageSearch
        value={state.search}
        onChange={(search) => onChange({ ...state, search }, { replace: true })}
        label={t("timeline.filter.search")}
        clearLabel={t("clientPages.list.clearSearch")}
        sx={{ flex: "1 1 200px", maxWidth: 320 }}
      />
      <Button color="inherit" startIcon={<FilterList />} aria-expanded={open} onClick={() => setOpen(!open)}>
        {t("timeline.filter.open")}
      </Button>
      {open && (
        <Box sx={{ display: "flex", flexWrap: "wrap", gap: 1, flexBasis: "100%" }}>
          <FilterChip
            label={t("timeline.filter.kinds")}
            sentence={words(
              t("timeline.filter.kinds"),
              state.kinds.map((kind) => kinds.find(({ value }) => value === kind)?.text ?? "…"),
            )}
            onClear={() => set({ kinds: [] })}
          >
            {() => (
              <FilterOptions<string>
                label={t("timeline.filter.kinds")}
                options={kinds.filter(({ value }) => value !== "CUSTOM")}
                chosen={state.kinds}
                onChange={(chosen) => set({ kinds: chosen })}
              />
            )}
          </FilterChip>
          <FilterChip
            label={t("timeline.filter.stages")}
            sentence={words(
              t("timeline.filter.stages"),
              state.stages.map((stage) => t(`timeline.stage.${stage}`)),
            )}
            onClear={() => set({ stages: [] })}
          >
            {() => (
              <FilterOptions
                label={t("timeline.filter.stages")}
                options={timelineStages.map((stage) => ({ value: stage, text: t(`timeline.stage.${stage}`) }))}
                chosen={state.stages}
                onChange={(stages) => set({ stages })}
              />
            )}
          </FilterChip>
          <FilterChip
            label={t("timeline.filter.tags")}
            sentence={words(t("timeline.filter.tags"), tagNames)}
            onClear={() => set({ tagIds: [] })}
          >
            {() => (
              <FilterOptions
                label={t("timeline.filter.tags")}
                options={tags.map((tag) => ({ value: tag.id, text: tag.name, content: <TagChip tag={tag} /> }))}
                chosen={state.tagIds}
                onChange={(tagIds) => set({ tagIds })}
              />
            )}
          </FilterChip>
          <ContactFilter clientId={clientId} chosen={state.contactIds} onChange={(contactIds) => set({ contactIds })} />
          <DateFilterChip
            label={t("timeline.filter.date")}
            value={state.occurred}
            sentence={(value) => `${t("timeline.filter.date")}: ${value}`}
            onChange={(occurred) => set({ occurred })}
          />
          <FilterChip
            label={t("timeline.filter.author")}
            sentence={words(
              t("timeline.filter.author"),
              state.actorIds.map((id) => users.find((user) => user.id === id)?.name ?? "…"),
            )}
            onClear={() => set({ actorIds: [] })}
          >
            {() => (
              <FilterOptions
                label={t("timeline.filter.author")}
                options={users.map(({ id, name }) => ({ value: id, text: name }))}
                chosen={state.actorIds}
                onChange={(actorIds) => set({ actorIds })}
              />
            )}
          </FilterChip>
          <FilterChip
            label={t("timeline.filter.who")}
            sentence={state.origin && t(`timeline.filter.${state.origin}`)}
            onClear={() => set({ origin: null })}
          >
            {() => (
              <FilterOptions
                label={t("timeline.filter.who")}
                options={origins.map((origin) => ({ value: origin, text: t(`timeline.filter.${origin}`) }))}
                chosen={state.origin ? [state.origin] : []}
                onChange={(chosen) => set({ origin: chosen.find((origin) => origin !== state.origin) ?? null })}
              />
            )}
          </FilterChip>
        </Box>
      )}
    </Box>
  );
}
