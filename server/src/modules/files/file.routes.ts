import { may } from "@clientela/shared/permissions";
import express, { type ErrorRequestHandler, type Response, Router } from "express";
import { type Context, type Core, viewerOf } from "../../context.ts";
import { AppError, badInput, type ErrorCode, forbidden, isStorageFull, notFound } from "../../core/errors.ts";
import { presentError } from "../../core/present-error.ts";
import type { ContextFor } from "../../module.ts";
import { knownClient } from "../access/known-client.ts";
import { findAvatar, removeAvatar, setAvatar } from "./avatar.service.ts";
import { clientFileRoutes } from "./client-file.routes.ts";

const MAX_MEGABYTES = 5;
/** A page of another origin cannot send it without asking, and is never allowed to: the cookie alone moves nothing. */
const HEADER = "X-Requested-With";

const statusOf: Partial<Record<ErrorCode, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  BAD_USER_INPUT: 400,
};
const body = express.raw({ type: () => true, limit: MAX_MEGABYTES << 20, inflate: false });
const contextOf = ({ locals }: Response) => locals.context as Context;

/**
 * Files as plain HTTP, beside GraphQL: `PUT` and `DELETE /files/avatars/:clientId`, and `GET /files/:id`; those of
 * clients in client-file.routes.ts.
 * @param contextFor who asks, from a request's credential
 */
export function fileRoutes(_core: Core, contextFor: ContextFor): Router {
  const router = Router();
  router.use(async (request, response, next) => {
    response.locals.context = await contextFor(request, response);
    next();
  });
  router.use((request, _response, next) => {
    if (request.method !== "GET" && request.method !== "HEAD" && !request.get(HEADER)) {
      throw forbidden("errors.customHeader");
    }
    next();
  });
  router.use(clientFileRoutes());
  router
    .route("/avatars/:clientId")
    .all(async (request, response, next) => {
      const context = contextOf(response);
      if (!may(viewerOf(context).role, "clients.write")) throw forbidden();
      await knownClient(context.core.db, viewerOf(context), request.params.clientId);
      next();
    })
    .put(body, async (request, response) => {
      const picture: unknown = request.body;
      const bytes = Buffer.isBuffer(picture) ? picture : Buffer.alloc(0);
      const id = await setAvatar(contextOf(response), request.params.clientId, bytes);
      response.json({ avatarUrl: `/files/${id}` });
    })
    .delete(async (request, response) => {
      await removeAvatar(contextOf(response), request.params.clientId);
      response.json({ avatarUrl: null });
    });
  router.get("/:id", async (request, response) => {
    const file = await findAvatar(contextOf(response), request.params.id);
    if (!file) throw notFound();
    response
      .set("Content-Type", file.mime)
      // Kept, but asked for each time: a cache shows nothing after signing out, or once the client is no longer
      // visible.
      .set("Cache-Control", "private, no-cache")
      .set("Content-Security-Policy", "default-src 'none'; sandbox")
      .set("X-Content-Type-Options", "nosniff")
      .set("ETag", `"${file.sha256}"`)
      .send(file.bytes);
  });
  router.use(() => {
    throw notFound();
  });
  router.use(tell);
  return router;
}

/** Errors in the form that GraphQL gives them, with the status that HTTP has for them. */
const tell: ErrorRequestHandler = (error: { type?: string; status?: number }, request, response, next) => {
  const context = response.locals.context as Context | undefined;
  if (response.headersSent || !context) return next(error);
  // Broken off: nobody waits for an answer.
  if (response.destroyed) return;
  const tooLarge = error.type === "entity.too.large";
  const known = tooLarge
    ? badInput({ path: "file", key: "errors.fileTooLarge", params: { max: MAX_MEGABYTES } })
    : // Compressed, or not as long as it said.
      (error.status ?? 500) < 500
      ? badInput({ path: "file", key: "errors.notAnImage" })
      : error;
  const large = known instanceof AppError && known.fields.some(({ key }) => key === "errors.fileTooLarge");
  const unexpected = isStorageFull(known) ? 507 : 500;
  const status = large ? 413 : known instanceof AppError ? (statusOf[known.code] ?? 400) : unexpected;
  const shown = presentError(known, { message: "" }, context.translate, context.log);
  // Unread bytes would be taken for the connection's next request.
  request.resume();
  response.status(status).json({ errors: [{ message: shown.message, extensions: shown.extensions }] });
};
