import { useSearchParams } from "react-router";
import { type ClientListState, readListState, writeListState } from "./listState.ts";

/** The list's state from the URL, and a way to change it; what is typed replaces the entry in the history. */
export function useListState() {
  const [params, setParams] = useSearchParams();
  const setState = (state: ClientListState, { replace = false }: { replace?: boolean } = {}) => {
    setParams((current) => writeListState(current, state), { replace, preventScrollReset: true });
    window.scrollTo(0, 0);
  };
  return [readListState(params), setState] as const;
}

export type SetListState = ReturnType<typeof useListState>[1];
