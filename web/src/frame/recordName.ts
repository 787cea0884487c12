import { useEffect } from "react";
import { createStore } from "../hooks/createStore.ts";

/** What the record on screen is called, for the bar; null on other pages. */
export const recordName = createStore<string | null>(null);

/** Names the record one is on in the frame's bar while it is on screen. */
export function useRecordName(name: string | null): void {
  useEffect(() => {
    recordName.set(name);
    return () => recordName.set(null);
  }, [name]);
}
