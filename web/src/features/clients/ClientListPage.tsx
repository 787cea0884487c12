import Box from "@mui/material/Box";
import useMediaQuery from "@mui/material/useMediaQuery";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { useShortcuts } from "../../frame/shortcuts.ts";
import { useFormats } from "../../i18n/format.ts";
import { narrowWidth } from "../../theme.ts";
import { ClientFilters } from "./components/ClientFilters.tsx";
import { ListFailed, NoClients, NoMatches } from "./components/ClientListMessages.tsx";
import { ClientRows } from "./components/ClientRows.tsx";
import { ClientRowsSkeleton } from "./components/ClientRowsSkeleton.tsx";
import { ClientTiles } from "./components/ClientTiles.tsx";
import { SortControl } from "./components/SortControl.tsx";
import { filterOf } from "./listState.ts";
import { useClientList } from "./useClientList.ts";
import { useListState } from "./useListState.ts";

const NewClientPanel = lazy(() =>
  import("./components/NewClientPanel.tsx").then(({ NewClientPanel }) => ({ default: NewClientPanel })),
);
const countedUpTo = 10_000;

/** `/clients`: everyone the viewer may see, searched, filtered and sorted by the URL [F55]. */
export function ClientListPage() {
  const { t } = useTranslation();
  const { number } = useFormats();
  const [params] = useSearchParams();
  const [state, setState] = useListState();
  const list = useClientList(state);
  const narrow = useMediaQuery(`(max-width: ${narrowWidth - 0.02}px)`, { noSsr: true });
  useShortcuts([
    { keys: "/", label: t("clientPages.list.searchShort") },
    { keys: "↑ ↓ ↵", label: t("clientPages.list.keysHint") },
  ]);
  const { clients, totalCount } = list;
  const emailSortable = clients?.every(({ viewerCan }) => viewerCan.seeContactData) ?? true;
  const formatted = totalCount > countedUpTo ? `${number(countedUpTo)}+` : number(totalCount);
  const onOrder = (order: typeof state.order) => setState({ ...state, order });
  return (
    <>
      <Box
        sx={{
          px: { xs: 2, md: 2.5 },
          pt: 2,
          pb: 1.5,
          display: "grid",
          gridTemplateColumns: "minmax(0, 1fr)",
          gap: 1.5,
        }}
      >
        <ClientTiles state={state} onChange={setState} />
        <Box sx={{ display: "flex", flexWrap: "wrap", gap: 1, alignItems: "center" }}>
          <ClientFilters state={state} onChange={setState} />
          <Box role="status" className="tabular" sx={countSx}>
            {totalCount > 0 && !list.error && t("clientPages.list.count", { count: totalCount, formatted })}
          </Box>
          <SortControl order={state.order} onOrder={onOrder} emailSortable={emailSortable} />
        </Box>
      </Box>
      {list.error ? (
        <ListFailed error={list.error} state={state} onChange={setState} onRetry={() => void list.refetch()} />
      ) : !clients ? (
        <ClientRowsSkeleton narrow={narrow} order={state.order} />
      ) : clients.length > 0 ? (
        <ClientRows
          list={list}
          clients={clients}
          narrow={narrow}
          order={state.order}
          onOrder={onOrder}
          emailSortable={emailSortable}
        />
      ) : filterOf(state) ? (
        <NoMatches state={state} onChange={setState} />
      ) : (
        <NoClients />
      )}
      <Suspense>{params.get("new") === "1" && <NewClientPanel />}</Suspense>
    </>
  );
}

const countSx = {
  ml: { sm: "auto" },
  flex: { xs: "1 0 120px", sm: "none" },
  minHeight: 20,
  color: "text.secondary",
  fontSize: "0.8125rem",
} as const;
