import type { CookieOptions, Request, Response } from "express";
import { SESSION_DAYS } from "./access.ts";

/** Behind https the browser itself guards that the cookie is ours (RFC 6265bis, 4.1.3.2). */
const nameOf = (publicUrl: string) => (publicUrl.startsWith("https:") ? "__Host-clientela" : "clientela");
const optionsOf = (publicUrl: string): CookieOptions => ({
  httpOnly: true,
  sameSite: "lax",
  secure: publicUrl.startsWith("https:"),
  path: "/",
});

export const setSessionCookie = (response: Response, publicUrl: string, token: string): void => {
  response.cookie(nameOf(publicUrl), token, { ...optionsOf(publicUrl), maxAge: SESSION_DAYS * 86_400_000 });
};

export const clearSessionCookie = (response: Response, publicUrl: string): void => {
  response.clearCookie(nameOf(publicUrl), optionsOf(publicUrl));
};

/** The session's token in a Cookie header, or undefined. */
export function sessionCookie({ headers }: Pick<Request, "headers">, publicUrl: string): string | undefined {
  const prefix = `${nameOf(publicUrl)}=`;
  return headers.cookie
    ?.split(/;\s*/)
    .find((pair) => pair.startsWith(prefix))
    ?.slice(prefix.length);
}
