import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { ClientFilter, ClientSelection } from "../../../../generated/schema.ts";
import { createStore } from "../../../../hooks/createStore.ts";
import { apiSelection, nothingSelected, type Selected, toggleLoaded, toggleRow } from "./selection.ts";

/** What is ticked in a list, and the ways to change it. */
export interface ListSelection {
  selected: Selected;
  /** The number of rows ticked one by one; it says nothing while everything is selected. */
  count: number;
  /** Whether every loaded row is ticked. */
  loadedSelected: boolean;
  /** The same function while the list lives, so that rows need not render again. */
  toggle: (id: string, range: boolean) => void;
  toggleLoaded: () => void;
  selectAll: () => void;
  clear: () => void;
  /** What the API calls it. */
  forApi: () => ClientSelection;
}

/** What was ticked when the list was left, for coming back from a record. */
export const keptSelection = createStore<{ key: string; selected: Selected } | null>(null);

/**
 * The selection in a list. Another filter starts a new one, and a row that leaves the list is no longer selected. So
 * nobody changes clients that they do not see or did not choose.
 */
export function useSelection(filter: ClientFilter | undefined, clients: readonly { id: string }[] = []): ListSelection {
  const key = JSON.stringify(filter ?? null);
  const [state, setState] = useState(() => keptSelection.get() ?? { key, selected: nothingSelected });
  useEffect(() => keptSelection.set(state), [state]);
  const rows = useMemo(() => clients.map(({ id }) => id), [clients]);
  const known = state.key === key ? state.selected : nothingSelected;
  const selected = useMemo(() => {
    const there = new Set(rows);
    return { ...known, ids: new Set([...known.ids].filter((id) => there.has(id))) };
  }, [known, rows]);
  const latest = useRef({ key, selected, rows });
  latest.current = { key, selected, rows };
  const set = useCallback((change: (current: Selected, rows: readonly string[]) => Selected) => {
    const { key: current, selected: before, rows: loaded } = latest.current;
    setState({ key: current, selected: change(before, loaded) });
  }, []);
  return {
    selected,
    count: selected.ids.size,
    loadedSelected: rows.length > 0 && (selected.all || selected.ids.size === rows.length),
    toggle: useCallback((id, range) => set((current, loaded) => toggleRow(current, loaded, id, range)), [set]),
    toggleLoaded: () => set(toggleLoaded),
    selectAll: () => set((current) => ({ ...current, all: true })),
    clear: () => set(() => nothingSelected),
    forApi: () => apiSelection(selected, filter),
  };
}
