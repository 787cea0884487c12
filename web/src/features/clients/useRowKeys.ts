import { useEffect, useEffectEvent } from "react";

/**
 * Moves the focus between the rows of a virtual list by ↑ and ↓, as in mail; ↵ follows the focused row's link.
 * @param scrollTo brings a row into the window, so that it exists.
 */
export function useRowKeys(count: number, scrollTo: (index: number) => void) {
  const focusRow = (index: number) => {
    if (index < 0 || index >= count) return;
    const link = () => document.querySelector<HTMLElement>(`[data-row="${index}"]`);
    scrollTo(index);
    if (link()) link()?.focus({ preventScroll: true });
    else requestAnimationFrame(() => requestAnimationFrame(() => link()?.focus({ preventScroll: true })));
  };
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const { activeElement } = document;
    const row = Number((activeElement as HTMLElement | null)?.dataset.row ?? Number.NaN);
    if (
      Number.isNaN(row) &&
      activeElement !== document.body &&
      activeElement?.id !== "content" &&
      !isPageSearch(activeElement)
    )
      return;
    if (Number.isNaN(row) && event.key === "ArrowUp") return;
    event.preventDefault();
    focusRow(Number.isNaN(row) ? 0 : row + (event.key === "ArrowDown" ? 1 : -1));
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event);
    addEventListener("keydown", listener);
    return () => removeEventListener("keydown", listener);
  }, []);
}

const isPageSearch = (element: Element | null) => element instanceof HTMLInputElement && element.type === "search";
