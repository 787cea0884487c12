import { type RefObject, useEffect, useRef } from "react";
import { useLocation } from "react-router";

/** Frames that a list has to appear in, about a second. */
const patience = 60;

/**
 * After moving to another page the focus goes to its content, as with a page load; the first page keeps its own. Coming
 * back to a list, the focus goes to the link of the page one left: the row one had opened.
 */
export function useArrival(main: RefObject<HTMLElement | null>): void {
  const { pathname } = useLocation();
  const arrivedAt = useRef(pathname);
  useEffect(() => {
    const from = arrivedAt.current;
    if (from === pathname) return;
    arrivedAt.current = pathname;
    if (!main.current?.contains(document.activeElement)) main.current?.focus({ preventScroll: true });
    let frame = 0;
    const lookFor = (framesLeft: number) => {
      if (!main.current || framesLeft === 0) return;
      const { activeElement } = document;
      if (activeElement !== main.current && activeElement !== document.body) return;
      const link = [...main.current.querySelectorAll("a")].find((each) => each.pathname === from);
      if (link) link.focus({ preventScroll: true });
      else frame = requestAnimationFrame(() => lookFor(framesLeft - 1));
    };
    lookFor(patience);
    return () => cancelAnimationFrame(frame);
  }, [pathname, main]);
}
