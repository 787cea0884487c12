import { useApolloClient } from "@apollo/client/react";
import Box from "@mui/material/Box";
import useMediaQuery from "@mui/material/useMediaQuery";
import { lazy, Suspense, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { useShortcuts } from "../../../frame/shortcuts.ts";
import { useStore } from "../../../hooks/createStore.ts";
import { useCounted } from "../../../lists/useCounted.ts";
import { narrowWidth } from "../../../theme.ts";
import { rememberView } from "../paths.ts";
import { bulkRuns, recallRuns, undoableRuns } from "./bulk/bulkRuns.ts";
import { isSelected } from "./bulk/selection.ts";
import { useSelection } from "./bulk/useSelection.ts";
import { ClientRows } from "./ClientRows.tsx";
import { ClientRowsSkeleton } from "./ClientRowsSkeleton.tsx";
import { ClientTiles } from "./ClientTiles.tsx";
import { ColumnsControl } from "./columns/ColumnsControl.tsx";
import { cardColumns } from "./columns/columns.ts";
import { useColumns } from "./columns/useColumns.ts";
import { ClientFilters } from "./filters/ClientFilters.tsx";
import { useFilterSentences } from "./filters/useFilterSentences.ts";
import { ListBar } from "./ListBar.tsx";
import { activeFilters, filterOf } from "./listState.ts";
import { SavedFilterControl } from "./savedFilters/SavedFilterControl.tsx";
import { useClientList } from "./useClientList.ts";
import { useListState } from "./useListState.ts";

const SelectionBar = lazy(() =>
  import("./bulk/SelectionBar.tsx").then(({ SelectionBar }) => ({ default: SelectionBar })),
);
const BulkPanel = lazy(() => import("./bulk/BulkPanel.tsx").then(({ BulkPanel }) => ({ default: BulkPanel })));
const UndoableRuns = lazy(() =>
  import("./bulk/UndoableRuns.tsx").then(({ UndoableRuns }) => ({ default: UndoableRuns })),
);
const SortControl = lazy(() => import("./SortControl.tsx").then(({ SortControl }) => ({ default: SortControl })));
// In place of rows: most visits never see one of them.
const messages = () => import("./ClientListMessages.tsx");
const ListFailed = lazy(() => messages().then(({ ListFailed }) => ({ default: ListFailed })));
const NoClients = lazy(() => messages().then(({ NoClients }) => ({ default: NoClients })));
const NoMatches = lazy(() => messages().then(({ NoMatches }) => ({ default: NoMatches })));

/** `/clients`: everyone the viewer may see, searched, filtered and sorted by the URL [F55]. */
export function ClientListPage() {
  const { t } = useTranslation();
  const counted = useCounted();
  const [params] = useSearchParams();
  const [state, setState] = useListState();
  useEffect(() => rememberView(params), [params]);
  const narrow = useMediaQuery(`(max-width: ${narrowWidth - 0.02}px)`, { noSsr: true });
  const columns = useColumns();
  const list = useClientList(state, narrow ? cardColumns : columns.map(({ key }) => key));
  const selection = useSelection(filterOf(state), list.nodes);
  const selecting = selection.count > 0 || (selection.selected.all && list.totalCount !== 0);
  useShortcuts([
    { keys: "/", label: t("clientPages.list.searchShort") },
    { keys: "↑ ↓ ↵", label: t("clientPages.list.keysHint") },
    { keys: "x", label: t("bulk.toggleKey") },
    { keys: "Esc", label: t("bulk.clearKey"), key: "Escape", run: selection.clear },
  ]);
  const apollo = useApolloClient();
  // Operations from before a reload, or of the person who signed in before.
  useEffect(() => void recallRuns(apollo).catch(() => undefined), [apollo]);
  const running = useStore(bulkRuns).length > 0;
  const undoable = useStore(undoableRuns).length > 0;
  const { nodes: clients, totalCount, shownCount = 0 } = list;
  const emailSortable = clients?.every(({ viewerCan }) => viewerCan.seeContactData) ?? true;
  const ordered = state.order.field === "NAME" || columns.some(({ order }) => order === state.order.field);
  const sentences = useFilterSentences(state);
  const among =
    activeFilters(state)
      .map((key) => sentences[key])
      .join(" · ") || null;
  const onOrder = (order: typeof state.order) => setState({ ...state, order });
  const count = (
    <Box role="status" className="tabular" sx={countSx}>
      {shownCount > 0 && !list.error && t("clientPages.list.count", counted(shownCount))}
    </Box>
  );
  return (
    <Box sx={pageSx}>
      <Box
        sx={{
          px: { xs: 2, md: 2.5 },
          pt: 2,
          display: "grid",
          gridTemplateColumns: { xs: "minmax(0, 1fr)", md: "minmax(0, 1fr) repeat(3, auto)" },
          alignItems: "end",
          gap: 1,
        }}
      >
        <ClientTiles state={state} onChange={setState} />
        {!narrow && count}
        <Suspense>{!narrow && undoable && <UndoableRuns />}</Suspense>
        {!narrow && <ColumnsControl />}
      </Box>
      <ListBar
        selecting={selecting}
        narrow={narrow}
        bar={
          <Suspense>
            <SelectionBar
              selection={selection}
              filter={filterOf(state)}
              totalCount={totalCount}
              among={among}
              deletable={
                clients?.every(({ id, viewerCan }) => viewerCan.delete || !isSelected(selection.selected, id)) ?? false
              }
            />
          </Suspense>
        }
      >
        <ClientFilters state={state} onChange={setState} narrow={narrow} />
        <SavedFilterControl state={state} />
        {narrow && count}
        <Suspense>{narrow && undoable && <UndoableRuns />}</Suspense>
        <Suspense>
          {(narrow || !ordered) && <SortControl order={state.order} onOrder={onOrder} emailSortable={emailSortable} />}
        </Suspense>
      </ListBar>
      <Suspense>
        {list.error ? (
          <ListFailed error={list.error} state={state} onChange={setState} onRetry={list.refetch} />
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
            selection={selection}
          />
        ) : filterOf(state) ? (
          <NoMatches state={state} onChange={setState} />
        ) : (
          <NoClients />
        )}
      </Suspense>
      <Suspense>{running && <BulkPanel />}</Suspense>
    </Box>
  );
}

/** Wide, the table scrolls under what is above it; narrow, the page does. */
const pageSx = {
  display: "flex",
  flexDirection: "column",
  minWidth: 0,
  height: { md: "calc(100dvh - 48px)" },
} as const;
const countSx = {
  ml: "auto",
  lineHeight: "32px",
  whiteSpace: "nowrap",
  color: "text.secondary",
  fontSize: "0.8125rem",
} as const;
