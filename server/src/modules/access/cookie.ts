import type { IncomingMessage, ServerResponse } from "node:http";
import { SESSION_DAYS } from "./access.ts";

const DAY_MS = 86_400_000;
const SESSION = "clientela";
const BROWSER = "clientela-browser";
/** As long as browsers keep a cookie at most. */
export const KNOWN_DAYS = 400;

/** Behind https the browser itself guards that the cookie is ours (RFC 6265bis, 4.1.3.2). */
const nameOf = (name: string, publicUrl: string) => (publicUrl.startsWith("https:") ? `__Host-${name}` : name);

export const setSessionCookie = (response: ServerResponse, publicUrl: string, token: string): void =>
  setCookie(response, publicUrl, SESSION, token, SESSION_DAYS);

export const clearSessionCookie = (response: ServerResponse, publicUrl: string): void =>
  setCookie(response, publicUrl, SESSION, "", 0);

/** Stays when the session ends: it opens nothing, and tells a browser from any other. */
export const setBrowserCookie = (response: ServerResponse, publicUrl: string, token: string): void =>
  setCookie(response, publicUrl, BROWSER, token, KNOWN_DAYS);

/** @param days 0 takes it away */
function setCookie(response: ServerResponse, publicUrl: string, name: string, token: string, days: number): void {
  const age = days ? `Max-Age=${(days * DAY_MS) / 1000}; ` : "";
  const end = new Date(days && Date.now() + days * DAY_MS).toUTCString();
  const secure = publicUrl.startsWith("https:") ? "; Secure" : "";
  response.appendHeader(
    "Set-Cookie",
    `${nameOf(name, publicUrl)}=${token}; ${age}Path=/; Expires=${end}; HttpOnly${secure}; SameSite=Lax`,
  );
}

/** The session's token in a Cookie header, or undefined. */
export const sessionCookie = (request: Pick<IncomingMessage, "headers">, publicUrl: string): string | undefined =>
  cookie(request, nameOf(SESSION, publicUrl));

/** What a browser is known by, or undefined. */
export const browserCookie = (request: Pick<IncomingMessage, "headers">, publicUrl: string): string | undefined =>
  cookie(request, nameOf(BROWSER, publicUrl));

function cookie({ headers }: Pick<IncomingMessage, "headers">, name: string): string | undefined {
  const prefix = `${name}=`;
  const found = headers.cookie?.split(/;\s*/).find((pair) => pair.startsWith(prefix));
  return found?.slice(prefix.length) || undefined;
}
