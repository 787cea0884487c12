import { useSearchParams } from "react-router";
import { readTimelineState, type TimelineState, writeTimelineState } from "./timelineState.ts";

/** The timeline's filters from the URL, and a way to change them; what is typed replaces the entry in the history. */
export function useTimelineState() {
  const [params, setParams] = useSearchParams();
  const setState = (state: TimelineState, { replace = false }: { replace?: boolean } = {}) =>
    setParams((current) => writeTimelineState(current, state), { replace, preventScrollReset: true });
  return [readTimelineState(params), setState] as const;
}

export type SetTimelineState = ReturnType<typeof useTimelineState>[1];
