import { type RefObject, useEffect } from "react";

/**
 * When a panel, dialog or menu goes with what had opened it, or was opened by a key while nothing had the focus, the focus
 * goes back to where it last was in the page, or to the page itself: the next key acts where one is.
 */
export function useFocusKept(main: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    let last: HTMLElement | null = null;
    const remember = ({ target }: FocusEvent) => {
      if (target instanceof HTMLElement && main.current?.contains(target)) last = target;
    };
    // What floats hangs on the body itself.
    const observer = new MutationObserver((changes) => {
      if (changes.every(({ removedNodes }) => removedNodes.length === 0)) return;
      requestAnimationFrame(() => {
        if (document.activeElement !== document.body) return;
        if (last?.isConnected) last.focus({ preventScroll: true });
        if (document.activeElement === document.body) main.current?.focus({ preventScroll: true });
      });
    });
    document.addEventListener("focusin", remember);
    observer.observe(document.body, { childList: true });
    return () => {
      document.removeEventListener("focusin", remember);
      observer.disconnect();
    };
  }, [main]);
}
