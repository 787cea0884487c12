import type { IncomingMessage, ServerResponse } from "node:http";
import { type ApolloServer, HeaderMap } from "@apollo/server";
import { json } from "express";
import type { Context, Core } from "./context.ts";
import { presentError } from "./core/present-error.ts";
import type { Turns } from "./core/turns.ts";
import { caller } from "./database/call-off.ts";
import { COMPRESSED_BYTES, compress, sendJson } from "./http.ts";
import { requestContext } from "./request-context.ts";

interface Options {
  core: Core;
  apollo: ApolloServer<Context>;
  turns: Turns;
  fail(error: unknown, response: ServerResponse): void;
}
type Asked = IncomingMessage & { body?: unknown };

/**
 * GraphQL over HTTP, from a request's body to its answer. Not Apollo's own glue: `send` of express hashes every answer
 * for an ETag, and nobody may keep one.
 */
export function graphqlOverHttp({ core, apollo, turns, fail }: Options) {
  const readBody = json({ limit: "1mb" });

  async function answer(request: Asked, response: ServerResponse): Promise<void> {
    // Before Apollo, which would put its own words in front of what fails here.
    const context = await requestContext(core, request, response);
    if (!(await itsTurn(context, response))) return;
    const { status, headers, body } = await caller.run({ left: leftOf(response) }, () =>
      apollo.executeHTTPGraphQLRequest({
        httpGraphQLRequest: {
          method: request.method ?? "",
          headers: headersOf(request),
          search: /\?.*/s.exec(request.url ?? "")?.[0] ?? "",
          body: request.body,
        },
        context: async () => context,
      }),
    );
    if (body.kind !== "complete") throw new Error("The schema has nothing that is answered in parts");
    response.statusCode = status ?? 200;
    for (const [name, value] of headers) response.setHeader(name, value);
    send(request, response, body.string);
  }

  /** A signed-in viewer has only so many operations at once. Each counts until its answer has left, so slow readers wait. */
  async function itsTurn(context: Context, response: ServerResponse): Promise<boolean> {
    if (!context.viewer) return true;
    try {
      const done = await turns.take(context.viewer.userId);
      // A caller who left while waiting gets no answer.
      if (response.destroyed) done();
      else response.once("close", done);
      return !response.destroyed;
    } catch (error) {
      sendJson(response, 429, { errors: [presentError(error, { message: "" }, context.translate, context.log)] });
      return false;
    }
  }

  function send(request: IncomingMessage, response: ServerResponse, text: string): void {
    const bytes = Buffer.byteLength(text);
    response.setHeader("Content-Length", bytes).setHeader("Vary", "Accept-Encoding");
    if (bytes < COMPRESSED_BYTES || !request.headers["accept-encoding"]) response.end(text);
    else compress(request, response, () => response.end(text));
  }

  return (request: Asked, response: ServerResponse): void =>
    readBody(request, response, (error) => {
      if (error) fail(error, response);
      else answer(request, response).catch((thrown) => fail(thrown, response));
    });
}

/** Aborted when the connection closes before the answer has been written. */
function leftOf(response: ServerResponse): AbortSignal {
  const left = new AbortController();
  response.once("close", () => response.writableEnded || left.abort());
  return left.signal;
}

function headersOf({ headers }: IncomingMessage): HeaderMap {
  const map = new HeaderMap();
  for (const name in headers) map.set(name, String(headers[name]));
  return map;
}
