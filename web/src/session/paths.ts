/** The sign-in page, coming back to `next` (a path of this admin) afterwards. */
export const signInPath = (next?: string): string =>
  next && next !== "/" ? `/sign-in?next=${encodeURIComponent(next)}` : "/sign-in";

/** Where a sign-in page leads on to: `?next=` where it is a path of this admin, so that no link leads elsewhere. */
export function nextPath(search: URLSearchParams): string {
  const next = search.get("next") ?? "/";
  const target = new URL(next, location.origin);
  return next.startsWith("/") && target.origin === location.origin ? target.pathname + target.search : "/";
}
