import { pipeline } from "node:stream/promises";
import { may } from "@clientela/shared/permissions";
import { type Request, type Response, Router } from "express";
import { type Context, viewerOf } from "../../context.ts";
import { forbidden, notFound } from "../../core/errors.ts";
import { knownClient } from "../access/known-client.ts";
import { findClientFile, uploadClientFile } from "./client-file.service.ts";
import { PREVIEW_MIME, tooLarge } from "./upload.ts";

const contextOf = ({ locals }: Response) => locals.context as Context;

/**
 * `PUT /clients/:id?name=…` adds a file to a client, or with `&waits` one that waits for its activity;
 * `GET /documents/:id` downloads it, `GET /documents/:id/preview` shows a picture.
 */
export function clientFileRoutes(): Router {
  const router = Router();
  router.put("/clients/:id", async (request, response) => {
    const context = contextOf(response);
    const { id } = request.params;
    if (!may(viewerOf(context).role, "timeline.write")) throw forbidden();
    await knownClient(context.core.db, viewerOf(context), id);
    const { maxFileBytes } = context.core.env;
    if (Number(request.get("Content-Length") ?? 0) > maxFileBytes) throw tooLarge(maxFileBytes);
    const { name, waits } = request.query;
    const file = { name: typeof name === "string" ? name : "", stream: request, kept: waits === undefined };
    response.status(201).json(await uploadClientFile(context, id, file));
  });
  router.get("/documents/:id", async (request, response) => {
    const file = await find(request, response);
    safe(response)
      .set("Content-Type", file.mime)
      .set("Content-Length", String(file.size))
      .set("Content-Disposition", attachment(file.name));
    await send(response, file.storage_key);
  });
  router.get("/documents/:id/preview", async (request, response) => {
    const file = await find(request, response);
    if (!file.preview_key) throw notFound();
    safe(response).set("Content-Type", PREVIEW_MIME).set("Content-Disposition", "inline");
    await send(response, file.preview_key);
  });
  return router;
}

async function find(request: Request<{ id: string }>, response: Response) {
  const file = await findClientFile(contextOf(response), request.params.id);
  if (!file?.storage_key) throw notFound();
  return { ...file, storage_key: file.storage_key };
}

/** A browser runs nothing of a file, and asks again whether it may still be seen. */
const safe = (response: Response) =>
  response
    .set("Cache-Control", "private, no-cache, no-transform")
    .set("Content-Security-Policy", "default-src 'none'; sandbox")
    .set("X-Content-Type-Options", "nosniff");

async function send(response: Response, key: string): Promise<void> {
  const bytes = await contextOf(response).core.storage.open(key);
  // A page closed while it loads is no error.
  await pipeline(bytes, response).catch((error: unknown) => {
    if (!response.destroyed) throw error;
  });
}

/** RFC 6266, with the name in the form of RFC 8187 and, for old programs, in plain letters. */
function attachment(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, "_");
  const encoded = encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
