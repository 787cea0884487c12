import type { ErrorRequestHandler, RequestHandler } from "express";
import helmet from "helmet";
import type { Logger } from "pino";

/** Headers that keep the admin from being framed, sniffed, or made to load what is not ours. */
export const securityHeaders = (publicUrl: string): RequestHandler => {
  const https = publicUrl.startsWith("https:");
  return helmet({
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
};

/** What fails before GraphQL sees it, such as a body that is no JSON or too large. */
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
