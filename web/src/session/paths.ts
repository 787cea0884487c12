/** The sign-in page, coming back to `next` (a path of this admin) afterwards. */
export const signInPath = (next?: string): string =>
  next && next !== "/" ? `/sign-in?next=${encodeURIComponent(next)}` : "/sign-in";

/**
 * Where a sign-in page leads on to: `?next=` where it is a path of this admin, so that no link leads elsewhere. A browser
 * leaves out tabs and line breaks, takes `\` for `/`, and `//` for the beginning of another host.
 */
export function nextPath(search: URLSearchParams): string {
  const next = search.get("next") ?? "/";
  if (!/^\/(?!\/)[^\s\\\p{Cc}]*$/u.test(next)) return "/";
  const { pathname, search: query } = new URL(next, location.origin);
  return pathname.startsWith("//") ? "/" : pathname + query;
}
