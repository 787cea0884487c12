import { paths } from "@clientela/shared/paths";

/** The sign-in page, coming back to `next` (a path of this admin) afterwards. */
export const signInPath = (next?: string): string =>
  next && next !== paths.home ? `${paths.signIn}?next=${encodeURIComponent(next)}` : paths.signIn;

/**
 * Where a sign-in page leads on to: `?next=` where it is a path of this admin, so that no link leads elsewhere. A browser
 * leaves out tabs and line breaks, takes `\` for `/`, and `//` for the beginning of another host.
 */
export function nextPath(search: URLSearchParams): string {
  const next = search.get("next") ?? paths.home;
  if (!/^\/(?!\/)[^\s\\\p{Cc}]*$/u.test(next)) return paths.home;
  const { pathname, search: query } = new URL(next, location.origin);
  return pathname.startsWith("//") ? paths.home : pathname + query;
}
