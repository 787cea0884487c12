import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import compression from "compression";
import type { RequestHandler } from "express";
import helmet from "helmet";
import type { Logger } from "pino";

/** Smaller answers fit a packet as they are. */
export const COMPRESSED_BYTES = 1024;
export const compress = compression({ level: 1, threshold: COMPRESSED_BYTES }) as (
  request: IncomingMessage,
  response: ServerResponse,
  next: () => void,
) => void;

/** Headers that keep the admin from being framed, sniffed, or made to load what is not ours. */
export function securityHeaders(publicUrl: string): Map<string, string> {
  const https = publicUrl.startsWith("https:");
  const set = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        workerSrc: ["'self'", "blob:"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        fontSrc: ["'self'", "data:"],
        imgSrc: ["'self'", "data:", "blob:"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    referrerPolicy: { policy: "no-referrer" },
    strictTransportSecurity: https,
  });
  // They are the same for every response, and helmet would write the policy anew each time.
  const request = new IncomingMessage(new Socket());
  const sample = new ServerResponse(request);
  set(request, sample, () => undefined);
  return new Map(Object.entries(sample.getHeaders() as Record<string, string>));
}

/** Warns once of a proxy that is not configured: the limits per address would take everybody behind it for one. */
export function noticeProxy(trustProxy: number, log: Logger): (request: IncomingMessage) => void {
  let silent = trustProxy > 0;
  return ({ headers }) => {
    if (!silent && headers["x-forwarded-for"] !== undefined) {
      silent = true;
      log.warn(
        "X-Forwarded-For arrives and TRUST_PROXY is 0: whoever comes through the proxy counts as one address, and a few who fail to sign in can lock new browsers out for all. Set TRUST_PROXY to the number of proxies in front.",
      );
    }
  };
}

/** In a page whose path begins with two slashes, links and the router take what follows for another host. */
export const oneSlash: RequestHandler = ({ originalUrl }, response, next) => {
  if (!/^[/\\]{2}/.test(originalUrl)) return next();
  response.redirect(308, originalUrl.replace(/^[/\\]+/, "/"));
};

/** The caller's address, as the proxies say that are ours. */
export function addressOf({ headers, socket }: IncomingMessage, trustProxy: number): string {
  const forwarded = String(headers["x-forwarded-for"] ?? "")
    .split(/\s*,\s*/)
    .filter(Boolean);
  return (trustProxy > 0 && forwarded.slice(-trustProxy)[0]) || socket.remoteAddress || "";
}

export function sendJson(response: ServerResponse, status: number, body: object): void {
  const headers = { "Content-Type": "application/json; charset=utf-8", "Cache-Control": "no-store" };
  response.writeHead(status, headers).end(JSON.stringify(body));
}

/** Errors before GraphQL sees a request, such as a body that is no JSON or too large. */
export const jsonErrors =
  (log: Logger) =>
  (error: unknown, response: ServerResponse): void => {
    if (response.headersSent) return void response.destroy();
    const { status = 500 } = error as { status?: number };
    if (status >= 500) log.error({ err: error }, "unexpected error");
    const message =
      status >= 500
        ? "Internal error"
        : status === 413
          ? "The request is too large."
          : "The request is not valid JSON.";
    const code = status >= 500 ? "INTERNAL" : "BAD_REQUEST";
    sendJson(response, status, { errors: [{ message, extensions: { code } }] });
  };
