import { useEffect, useEffectEvent } from "react";

interface RowKeys {
  /** Rows in the list. */
  count: number;
  /** The first row in view, with which ↓ begins. */
  first: () => number;
  /** Brings a row into the window, so that it exists. */
  scrollTo: (index: number) => void;
  /** Ticks a row or unticks it. */
  onToggle: (index: number) => void;
}

/** Keys of a virtual list, as in mail: ↑ and ↓ move the focus between rows, x ticks one, ↵ follows its link. */
export function useRowKeys({ count, first, scrollTo, onToggle }: RowKeys) {
  const focusRow = (index: number) => {
    if (index < 0 || index >= count) return;
    const link = () => document.querySelector<HTMLElement>(`[data-row="${index}"]`);
    scrollTo(index);
    if (link()) link()?.focus({ preventScroll: true });
    else requestAnimationFrame(() => requestAnimationFrame(() => link()?.focus({ preventScroll: true })));
  };
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    const { activeElement } = document;
    const row = rowOf(activeElement);
    if (event.key === "x" && !Number.isNaN(row)) {
      event.preventDefault();
      return onToggle(row);
    }
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    if (
      Number.isNaN(row) &&
      activeElement !== document.body &&
      activeElement?.id !== "content" &&
      !isPageSearch(activeElement)
    )
      return;
    if (Number.isNaN(row) && event.key === "ArrowUp") return;
    event.preventDefault();
    focusRow(Number.isNaN(row) ? first() : row + (event.key === "ArrowDown" ? 1 : -1));
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event);
    addEventListener("keydown", listener);
    return () => removeEventListener("keydown", listener);
  }, []);
}

/** The row that has the focus, be it on its link or on its tick box; NaN outside the rows. */
function rowOf(element: Element | null): number {
  const own = element instanceof HTMLElement ? element.dataset.row : undefined;
  const around = element?.matches('input[type="checkbox"]') ? element.closest("tr, li") : null;
  return Number(own ?? around?.querySelector<HTMLElement>("[data-row]")?.dataset.row ?? Number.NaN);
}

const isPageSearch = (element: Element | null) => element instanceof HTMLInputElement && element.type === "search";
