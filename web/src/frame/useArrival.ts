import { type RefObject, useEffect, useRef } from "react";
import { useLocation } from "react-router";

/** After moving to another page the focus goes to its content, as a page load would do; the first page keeps its own. */
export function useArrival(main: RefObject<HTMLElement | null>): void {
  const { pathname } = useLocation();
  const arrivedAt = useRef(pathname);
  useEffect(() => {
    if (arrivedAt.current === pathname) return;
    arrivedAt.current = pathname;
    if (!main.current?.contains(document.activeElement)) main.current?.focus({ preventScroll: true });
  }, [pathname, main]);
}
