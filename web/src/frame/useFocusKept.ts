import { type RefObject, useEffect } from "react";

/**
 * A closed panel, dialog or menu may leave nothing to take the focus: its opener is gone, or a key opened it. The focus
 * then goes back to its last place in the page, or to the page itself, so that the next key acts there.
 */
export function useFocusKept(main: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    let last: HTMLElement | null = null;
    const remember = ({ target }: FocusEvent) => {
      if (target instanceof HTMLElement && main.current?.contains(target)) last = target;
    };
    // Panels, dialogs and menus hang on the body itself.
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
