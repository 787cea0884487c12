import { useCallback, useEffect, useMemo, useRef } from "react";
import type { Location } from "react-router";

/** Work that would be lost by going from one address to another. */
export interface Guard {
  active: boolean;
  /** Whether going there leaves the work behind; another page does by itself. */
  leaves(from: Location, to: Location): boolean;
  /** The person chose to give the work up. */
  discard(): void;
}

const guards = new Set<Guard>();

/** The unsaved work that going there would lose. */
export const guardsAgainst = (from: Location, to: Location): Guard[] =>
  [...guards].filter((guard) => guard.active && guard.leaves(from, to));

/** Whether there is unsaved work anywhere. */
export const hasUnsavedWork = (): boolean => [...guards].some((guard) => guard.active);

const leavesPage: Guard["leaves"] = (from, to) => from.pathname !== to.pathname;

/** For a form that an address's parameter opens (`?new=1`): dropping the parameter leaves it too. */
export const leavesParameter =
  (name: string): Guard["leaves"] =>
  (from, to) =>
    leavesPage(from, to) || new URLSearchParams(from.search).get(name) !== new URLSearchParams(to.search).get(name);

/**
 * Asks before unsaved work is left.
 * @returns a function that lets go at once, for leaving right after saving.
 */
export function useUnsavedGuard(
  unsaved: boolean,
  options: { leaves?: Guard["leaves"] | undefined; discard?: (() => void) | undefined } = {},
): () => void {
  const latest = useRef(options);
  latest.current = options;
  const guard = useMemo<Guard>(
    () => ({
      active: false,
      leaves: (from, to) => (latest.current.leaves ?? leavesPage)(from, to),
      discard: () => latest.current.discard?.(),
    }),
    [],
  );
  useEffect(() => {
    guard.active = unsaved;
    guards.add(guard);
    return () => {
      guards.delete(guard);
    };
  }, [guard, unsaved]);
  return useCallback(() => {
    guard.active = false;
  }, [guard]);
}
