import { type SetUrlState, useUrlState } from "../../../lists/useUrlState.ts";
import { type ClientListState, listState } from "./listState.ts";

export type SetListState = SetUrlState<ClientListState>;

/** The list's state, and a way to change it; other rows are seen from the first one on. */
export function useListState(): [ClientListState, SetListState] {
  const [state, set] = useUrlState(listState);
  return [
    state,
    (next, options) => {
      set(next, options);
      window.scrollTo(0, 0);
    },
  ];
}
