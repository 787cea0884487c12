import { useSearchParams } from "react-router";
import type { UrlState } from "./urlState.ts";

/** Changes a state; with `replace`, as while one types, without a step in the history. */
export type SetUrlState<S> = (state: S, options?: { replace?: boolean }) => void;

/** A state from the address, and a way to change it. */
export function useUrlState<S>({ read, write }: UrlState<S>): [state: S, set: SetUrlState<S>] {
  const [params, setParams] = useSearchParams();
  return [
    read(params),
    (state, { replace = false } = {}) =>
      setParams((current) => write(current, state), { replace, preventScrollReset: true }),
  ];
}
