import type { IncomingMessage, Server } from "node:http";
import { GraphQLError, type GraphQLSchema, getOperationAST } from "graphql";
import { CloseCode } from "graphql-ws";
import { useServer } from "graphql-ws/use/ws";
import { type WebSocket, WebSocketServer } from "ws";
import type { Context, Core } from "./context.ts";
import { Documents } from "./core/documents.ts";
import { refuseCostly } from "./core/limits.ts";
import { presentError } from "./core/present-error.ts";
import type { Credential } from "./modules/access/access.ts";
import { credentialOf, socketContext } from "./request-context.ts";

interface Options {
  http: Server;
  schema: GraphQLSchema;
  core: Core;
  trustProxy: number;
}
interface Admission {
  credential: Credential;
  admittedAs: string;
}
type Admitted = Partial<Admission> & Record<PropertyKey, unknown>;

/** Asks the client to connect again, which graphql-ws' client does by itself. */
const TRY_AGAIN = 1012;
const MAX_PAYLOAD = 1 << 20;

/** Serves `graphql-transport-ws` on /graphql, to signed-in callers, under the same limits as HTTP. */
export function serveSubscriptions({ http, schema, core, trustProxy }: Options) {
  const open = new Map<WebSocket, Admission>();
  const server = new WebSocketServer({
    server: http,
    path: "/graphql",
    maxPayload: MAX_PAYLOAD,
    verifyClient: ({ req }: { req: IncomingMessage }) => sameOrigin(req, core.publicUrl),
  });
  const documents = new Documents(schema);
  /** By the message that asked, which is what every later step is given. */
  const contexts = new WeakMap<object, Context>();
  const presentTo = (asked: object, errors: readonly GraphQLError[]) => {
    const context = contexts.get(asked);
    return context ? present(errors, context) : [];
  };

  const graphql = useServer<Record<string, unknown> | undefined, Admitted>(
    {
      schema,
      async onConnect({ extra, connectionParams }) {
        const authorization = connectionParams?.Authorization ?? connectionParams?.authorization;
        const headers =
          typeof authorization === "string" ? { ...extra.request.headers, authorization } : extra.request.headers;
        const credential = credentialOf({ headers }, core.publicUrl);
        const admission = credential && (await core.access.admit(credential));
        if (!credential || !admission) {
          extra.socket.close(CloseCode.Unauthorized, "Unauthorized");
          return false;
        }
        extra.credential = credential;
        const socket = extra.socket as WebSocket;
        open.set(socket, { credential, admittedAs: JSON.stringify(admission.viewer) });
        socket.once("close", () => open.delete(socket));
        return true;
      },
      async onSubscribe(socket, _id, payload) {
        const { request, credential } = socket.extra;
        const ip = addressOf(request, trustProxy);
        const contextValue = await socketContext(core, request, ip, credential as Credential);
        contexts.set(payload, contextValue);
        try {
          const { query, operationName, variables } = payload;
          const { document, errors } = documents.get(query);
          if (errors.length > 0) return errors.map((error) => coded(error, "GRAPHQL_VALIDATION_FAILED"));
          const operation = getOperationAST(document, operationName);
          if (operation) refuseCostly(schema, document, operation, variables ?? {});
          return { schema, document, operationName, variableValues: variables, contextValue };
        } catch (error) {
          return [coded(error as GraphQLError, "GRAPHQL_PARSE_FAILED")];
        }
      },
      onNext: (_socket, _id, payload, _args, result) =>
        result.errors && { ...result, errors: presentTo(payload, result.errors) },
      onError: (_socket, _id, payload, errors) => presentTo(payload, errors),
      // What fails outside of an operation is told to nobody but the log of the process.
      isProd: true,
    },
    server,
  );

  /** Closes the sockets of whom the news no longer admit; those whose rights changed connect anew. */
  async function admitAgain(): Promise<void> {
    const asked = [...open];
    const credentials = asked.map(([, { credential }]) => credential);
    const admissions = await core.access.admitAll(credentials).catch(() => credentials.map(() => null));
    for (const [index, [socket, { admittedAs }]] of asked.entries()) {
      const admission = admissions[index];
      if (!admission) socket.close(CloseCode.Unauthorized, "Unauthorized");
      else if (JSON.stringify(admission.viewer) !== admittedAs) socket.close(TRY_AGAIN, "Rights changed");
    }
  }
  const everyMinute = setInterval(() => void admitAgain(), 60_000);

  return {
    admitAgain: () => void admitAgain(),
    async close() {
      clearInterval(everyMinute);
      await graphql.dispose();
    },
  };
}

const present = (errors: readonly GraphQLError[], context: Context): GraphQLError[] =>
  errors.map((error) => {
    const shown = presentError(error, error.toJSON?.() ?? error, context.translate, context.log);
    return new GraphQLError(shown.message, { nodes: error.nodes, path: shown.path, extensions: shown.extensions });
  });

/** With the code that Apollo Server gives to it over HTTP, unless it has one of its own. */
function coded(error: GraphQLError, code: string): GraphQLError {
  error.extensions.code ??= code;
  return error;
}

/** A browser tells which page opens a socket; only ours may, for the cookie goes along. Programs send no Origin. */
function sameOrigin({ headers }: IncomingMessage, publicUrl: string): boolean {
  if (headers.origin === undefined) return true;
  return headers.origin === publicUrl || URL.parse(headers.origin)?.host === headers.host;
}

function addressOf({ headers, socket }: IncomingMessage, trustProxy: number): string {
  const forwarded = String(headers["x-forwarded-for"] ?? "")
    .split(/\s*,\s*/)
    .filter(Boolean);
  return (trustProxy > 0 && forwarded.at(-trustProxy)) || socket.remoteAddress || "";
}
