import { createStore } from "../hooks/createStore.ts";

/** Whether the server answers: `lost` from the first failed request to the next answer. */
export const connection = createStore<"ok" | "lost">(navigator.onLine ? "ok" : "lost");

addEventListener("offline", () => connection.set("lost"));

const listeners = new Set<() => void>();

/** Calls back when live events flow again after an interruption, so that the missed ones can be fetched. */
export function onReconnected(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Tells all followers of live events that some may have been missed. */
export function announceReconnected(): void {
  for (const listener of listeners) listener();
}
