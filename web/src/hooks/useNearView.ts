import { type RefCallback, useCallback, useState } from "react";

/** Things stay drawn up to so many pixels beyond the view: about two screens. */
const margin = 2000;

type Told = (entry: IntersectionObserverEntry) => void;
const told = new WeakMap<Element, Told>();
let shared: IntersectionObserver | undefined;

function observe(element: Element, tell: Told): () => void {
  shared ??= new IntersectionObserver(
    (entries) => {
      for (const entry of entries) told.get(entry.target)?.(entry);
    },
    { rootMargin: `${margin}px 0px` },
  );
  told.set(element, tell);
  shared.observe(element);
  return () => {
    told.delete(element);
    shared?.unobserve(element);
  };
}

/**
 * For a part of a long page. It is null while the part is drawn, or the height in pixels to leave empty while it is far
 * away. A drawn part is measured, so that nothing moves when it goes and comes back. A part with a form or the focus
 * stays.
 */
export function useNearView(): { ref: RefCallback<HTMLElement>; emptyHeight: number | null } {
  const [emptyHeight, setEmptyHeight] = useState<number | null>(null);
  const ref = useCallback((element: HTMLElement | null) => {
    if (!element) return;
    return observe(element, ({ isIntersecting, boundingClientRect: { height } }) => {
      if (isIntersecting) setEmptyHeight(null);
      else if (!element.querySelector("form") && !element.contains(document.activeElement)) {
        setEmptyHeight((known) => known ?? height);
      }
    });
  }, []);
  return { ref, emptyHeight };
}
