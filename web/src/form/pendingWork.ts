import { createContext, useCallback, useContext, useEffect, useEffectEvent, useMemo, useRef, useState } from "react";

interface PendingWork {
  /** Makes the form wait for this before it saves; if it fails the form does not save. */
  track(work: Promise<unknown>): void;
  /** Whether saving waits for it now. */
  waiting: boolean;
}

/** Given by the form around its fields; outside a form nothing waits. */
export const PendingWorkContext = createContext<PendingWork>({ track: () => undefined, waiting: false });

/** For a field that makes something on the server before it has a value, such as a new tag. */
export const usePendingWork = (): PendingWork => useContext(PendingWorkContext);

/**
 * Lets a form wait for its fields. The form asks `mustWait` before it saves; `save` runs once all fields have their
 * value.
 */
export function usePendingWorkOfFields(save: () => void) {
  const works = useRef(new Set<Promise<unknown>>());
  const [count, setCount] = useState(0);
  const [waiting, setWaiting] = useState(false);
  const track = useCallback((work: Promise<unknown>) => {
    const { current } = works;
    current.add(work);
    setCount(current.size);
    work
      .catch(() => setWaiting(false))
      .finally(() => {
        current.delete(work);
        setCount(current.size);
      });
  }, []);
  const resume = useEffectEvent(save);
  // An effect, so that the values the work has brought are rendered by then.
  useEffect(() => {
    if (!waiting || count > 0) return;
    setWaiting(false);
    resume();
  }, [waiting, count]);
  const context = useMemo(() => ({ track, waiting }), [track, waiting]);
  return {
    context,
    mustWait: (): boolean => {
      if (works.current.size > 0) setWaiting(true);
      return works.current.size > 0;
    },
  };
}
