import { useEffect, useEffectEvent } from "react";
import type { Connection } from "./useConnection.ts";

/** Rows before the end at which the next ones are asked for: about a screen. */
const ahead = 20;

/** Whether one is about to see the last of the rows that are loaded. */
export const nearEnd = (lastShown = 0, loaded: number): boolean => lastShown >= loaded - ahead;

/** Reads the next page by itself while more is wanted; after a failure only a person asks again. */
export function useReadOn<Node>(list: Connection<Node>, wanted: boolean): void {
  const { nodes, hasMore, loadingMore, moreFailed } = list;
  const loadMore = useEffectEvent(() => list.loadMore());
  // biome-ignore lint/correctness/useExhaustiveDependencies: each page that came may leave more to be wanted
  useEffect(() => {
    if (wanted && hasMore && !loadingMore && !moreFailed) loadMore();
  }, [wanted, nodes?.length, hasMore, loadingMore, moreFailed]);
}
