import { useEffect, useRef } from "react";
import { createStore } from "../hooks/createStore.ts";

/** A key of a page. `keys` is how it is written (`n`, `↑ ↓`); with `run` it acts when `key` is pressed. */
export interface Shortcut {
  keys: string;
  label: string;
  /** The KeyboardEvent's `key`. */
  key?: string;
  run?: () => void;
}

/** The keys of what is on screen, for the list that `?` shows. */
export const pageShortcuts = createStore<readonly Shortcut[]>([]);

/** Whether a key was meant for a field or a dialog, not for the page. */
export function isTyping(event: KeyboardEvent): boolean {
  const target = event.target as HTMLElement;
  return (
    target.isContentEditable ||
    // Nothing is typed into a tick box: in a list of them its keys go on working.
    target.matches('input:not([type="checkbox"]), textarea, select') ||
    document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]') !== null
  );
}

/** Offers a page's keys while it is on screen and lists them under `?`; keys typed into a field stay the field's. */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const latest = useRef(shortcuts);
  latest.current = shortcuts;
  const listed = shortcuts.map(({ keys, label }) => `${keys}\t${label}`).join("\n");
  useEffect(() => {
    const mine = listed
      .split("\n")
      .filter(Boolean)
      .map((line) => line.split("\t"))
      .map(([keys = "", label = ""]) => ({ keys, label }));
    pageShortcuts.set((current) => [...current, ...mine]);
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event)) return;
      const pressed = latest.current.find(({ key, run }) => run && key === event.key);
      if (!pressed?.run) return;
      event.preventDefault();
      pressed.run();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => {
      document.removeEventListener("keydown", onKeyDown);
      pageShortcuts.set((current) => current.filter((each) => !mine.includes(each)));
    };
  }, [listed]);
}
