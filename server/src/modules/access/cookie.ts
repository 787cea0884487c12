import type { CookieOptions, Request, Response } from "express";
import { SESSION_DAYS } from "./access.ts";

const DAY_MS = 86_400_000;
const SESSION = "clientela";
const BROWSER = "clientela-browser";
/** As long as browsers keep a cookie at most. */
export const KNOWN_DAYS = 400;

/** Behind https the browser itself guards that the cookie is ours (RFC 6265bis, 4.1.3.2). */
const nameOf = (name: string, publicUrl: string) => (publicUrl.startsWith("https:") ? `__Host-${name}` : name);
const optionsOf = (publicUrl: string): CookieOptions => ({
  httpOnly: true,
  sameSite: "lax",
  secure: publicUrl.startsWith("https:"),
  path: "/",
});

export const setSessionCookie = (response: Response, publicUrl: string, token: string): void => {
  response.cookie(nameOf(SESSION, publicUrl), token, { ...optionsOf(publicUrl), maxAge: SESSION_DAYS * DAY_MS });
};

export const clearSessionCookie = (response: Response, publicUrl: string): void => {
  response.clearCookie(nameOf(SESSION, publicUrl), optionsOf(publicUrl));
};

/** Stays when the session ends: it opens nothing, and tells a browser from any other. */
export const setBrowserCookie = (response: Response, publicUrl: string, token: string): void => {
  response.cookie(nameOf(BROWSER, publicUrl), token, { ...optionsOf(publicUrl), maxAge: KNOWN_DAYS * DAY_MS });
};

/** The session's token in a Cookie header, or undefined. */
export const sessionCookie = (request: Pick<Request, "headers">, publicUrl: string): string | undefined =>
  cookie(request, nameOf(SESSION, publicUrl));

/** What a browser is known by, or undefined. */
export const browserCookie = (request: Pick<Request, "headers">, publicUrl: string): string | undefined =>
  cookie(request, nameOf(BROWSER, publicUrl));

function cookie({ headers }: Pick<Request, "headers">, name: string): string | undefined {
  const prefix = `${name}=`;
  const found = headers.cookie?.split(/;\s*/).find((pair) => pair.startsWith(prefix));
  return found?.slice(prefix.length) || undefined;
}
