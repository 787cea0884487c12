import { useEffect } from "react";
import type { ClientList } from "./useClientList.ts";

const loadAhead = 20;

/** Asks for the list's next page, once, when the last row that exists comes near the end of those loaded. */
export function useMoreNearEnd(list: ClientList, loaded: number, lastIndex: number) {
  const wantsMore = lastIndex >= loaded - loadAhead && list.hasMore && !list.loadingMore && !list.moreFailed;
  const { loadMore } = list;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a page is asked for when the end comes near, once
  useEffect(() => {
    if (wantsMore) void loadMore();
  }, [wantsMore, loaded]);
}
