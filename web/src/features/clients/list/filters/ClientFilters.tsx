import FilterList from "@mui/icons-material/FilterList";
import Button from "@mui/material/Button";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { SearchBox } from "../../../../components/SearchBox.tsx";
import { activeFilters, type ClientListState, withoutFilter } from "../listState.ts";
import type { SetListState } from "../useListState.ts";
import { FilterChips } from "./FilterChips.tsx";

const FilterSheet = lazy(() => import("./FilterSheet.tsx").then(({ FilterSheet }) => ({ default: FilterSheet })));

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
        sx={{ flex: { xs: "1 1 100%", sm: "0 1 260px" } }}
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
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="outlined"
        color="inherit"
        aria-haspopup="dialog"
        startIcon={<FilterList />}
        onClick={() => setOpen(true)}
        sx={{ minHeight: 44 }}
      >
        {count > 0 ? t("clientPages.filter.allCount", { count }) : t("clientPages.filter.all")}
      </Button>
      <Suspense>{open && <FilterSheet state={state} onApply={onChange} onClose={() => setOpen(false)} />}</Suspense>
    </>
  );
}
