import { useSyncExternalStore } from "react";

const minute = 60_000;
let now = Date.now();
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    now = Date.now();
    for (const each of listeners) each();
  }, minute);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** The time in milliseconds, at most a minute old: one clock for everything that reads "5 minutes ago". */
export const useNow = (): number =>
  useSyncExternalStore(subscribe, () => {
    if (Date.now() - now >= minute) now = Date.now();
    return now;
  });
