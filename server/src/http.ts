import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import type { ErrorRequestHandler, RequestHandler } from "express";
import helmet from "helmet";
import type { Logger } from "pino";
import type { Context } from "./context.ts";
import { presentError } from "./core/present-error.ts";
import type { Turns } from "./core/turns.ts";

/** Headers that keep the admin from being framed, sniffed, or made to load what is not ours. */
export const securityHeaders = (publicUrl: string): RequestHandler => {
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
  const headers = new Map(Object.entries(sample.getHeaders() as Record<string, string>));
  return (_request, response, next) => {
    response.setHeaders(headers);
    next();
  };
};

/** Warns once of a proxy that is not configured: the limits per address would take everybody behind it for one. */
export function noticeProxy(trustProxy: number, log: Logger): RequestHandler {
  let silent = trustProxy > 0;
  return ({ headers }, _response, next) => {
    if (!silent && headers["x-forwarded-for"] !== undefined) {
      silent = true;
      log.warn(
        "X-Forwarded-For arrives and TRUST_PROXY is 0: whoever comes through the proxy counts as one address, and a few who fail to sign in can lock new browsers out for all. Set TRUST_PROXY to the number of proxies in front.",
      );
    }
    next();
  };
}

/** In a page whose path begins with two slashes, links and the router take what follows for another host. */
export const oneSlash: RequestHandler = ({ originalUrl }, response, next) => {
  if (!/^[/\\]{2}/.test(originalUrl)) return next();
  response.redirect(308, originalUrl.replace(/^[/\\]+/, "/"));
};

/**
 * A signed-in viewer has only so many operations at once. Each counts until its answer has left, so slow readers wait.
 */
export function inTurn(turns: Turns): RequestHandler {
  return async (_request, response, next) => {
    const { viewer, translate, log } = response.locals.context as Context;
    if (!viewer) return next();
    try {
      const done = await turns.take(viewer.userId);
      // A caller who left while waiting gets no answer.
      if (response.destroyed) return done();
      response.once("close", done);
    } catch (error) {
      const shown = presentError(error, { message: "" }, translate, log);
      return void response.status(429).json({ errors: [shown] });
    }
    next();
  };
}

/** Errors before GraphQL sees a request, such as a body that is no JSON or too large. */
export const jsonErrors =
  (log: Logger): ErrorRequestHandler =>
  (error: { status?: number; type?: string }, _request, response, next) => {
    if (response.headersSent) return next(error);
    const status = error.status ?? 500;
    if (status >= 500) log.error({ err: error }, "unexpected error");
    const message =
      status >= 500
        ? "Internal error"
        : status === 413
          ? "The request is too large."
          : "The request is not valid JSON.";
    response
      .status(status)
      .json({ errors: [{ message, extensions: { code: status >= 500 ? "INTERNAL" : "BAD_REQUEST" } }] });
  };
