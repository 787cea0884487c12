import FilterList from "@mui/icons-material/FilterList";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { SearchBox } from "../../../components/SearchBox.tsx";
import { SidePanel } from "../../../components/SidePanel.tsx";
import { activeFilters, type ClientListState, withoutFilter } from "../listState.ts";
import type { SetListState } from "../useListState.ts";
import { FilterChips } from "./FilterChips.tsx";

interface ClientFiltersProps {
  state: ClientListState;
  onChange: SetListState;
  narrow: boolean;
}

/** Search and filters over the list: chips that act at once, or on a phone a panel that is applied [F58][F73][F74]. */
export function ClientFilters({ state, onChange, narrow }: ClientFiltersProps) {
  const { t } = useTranslation();
  const set = activeFilters(state).filter((key) => key !== "search");
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
      {narrow ? (
        <PanelOfFilters state={state} onChange={onChange} count={set.length} />
      ) : (
        <>
          <FilterChips state={state} onChange={onChange} />
          {set.length > 1 && (
            <Button onClick={() => onChange(set.reduce(withoutFilter, state))}>{t("clientPages.filter.clear")}</Button>
          )}
        </>
      )}
    </>
  );
}

function PanelOfFilters({ state, onChange, count }: { state: ClientListState; onChange: SetListState; count: number }) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<ClientListState | null>(null);
  const close = () => setDraft(null);
  const cleared = (from: ClientListState) =>
    activeFilters(from)
      .filter((key) => key !== "search")
      .reduce(withoutFilter, from);
  return (
    <>
      <Button
        variant="outlined"
        color="inherit"
        aria-haspopup="dialog"
        startIcon={<FilterList />}
        onClick={() => setDraft(state)}
        sx={{ minHeight: 44 }}
      >
        {count > 0 ? t("clientPages.filter.allCount", { count }) : t("clientPages.filter.all")}
      </Button>
      {draft && (
        <SidePanel open title={t("clientPages.filter.all")} onClose={close}>
          <Box sx={{ p: 2.5, flex: 1, display: "flex", flexWrap: "wrap", gap: 1.5, alignContent: "flex-start" }}>
            <FilterChips state={draft} onChange={setDraft} />
          </Box>
          <Box sx={footSx}>
            <Button
              variant="contained"
              onClick={() => {
                close();
                onChange(draft);
              }}
            >
              {t("filters.apply")}
            </Button>
            <Button onClick={() => setDraft(cleared(draft))}>{t("clientPages.filter.clear")}</Button>
          </Box>
        </SidePanel>
      )}
    </>
  );
}

const footSx = {
  position: "sticky",
  bottom: 0,
  display: "flex",
  gap: 1,
  px: 2.5,
  py: 1.5,
  bgcolor: "background.paper",
  borderTop: 1,
  borderColor: "divider",
} as const;
