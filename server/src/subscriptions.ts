import type { IncomingMessage, Server } from "node:http";
import { type ExecutionArgs, execute, GraphQLError, type GraphQLSchema, getOperationAST } from "graphql";
import { CloseCode, makeServer } from "graphql-ws";
import { type Context, type Core, viewerOf } from "./context.ts";
import { Documents } from "./core/documents.ts";
import { AppError } from "./core/errors.ts";
import { refuseCostly } from "./core/limits.ts";
import { presentError } from "./core/present-error.ts";
import type { Turns } from "./core/turns.ts";
import type { Credential } from "./core/viewer.ts";
import { FanOut, type Subscription } from "./fan-out.ts";
import { addressOf } from "./http.ts";
import { accessOf } from "./modules/access/access.ts";
import { credentialOf, socketContext } from "./request-context.ts";
import { type SocketExtra, serveSockets, socketLimits, TRY_AGAIN, TRY_LATER } from "./sockets.ts";

interface Options {
  http: Server;
  schema: GraphQLSchema;
  core: Core;
  turns: Turns;
  trustProxy: number;
}
interface Admitted {
  credential: Credential;
  viewer: string;
  /** Looks again when the credential is about to expire. */
  timer?: NodeJS.Timeout;
}

/** `setTimeout` knows no longer time than 24 days. */
const LONGEST_WAIT_MS = 12 * 3_600_000;
const SHORTEST_WAIT_MS = 200;
const RETRY_MS = 1000;

/** Serves `graphql-transport-ws` on /graphql, to signed-in callers, under the same limits as HTTP. */
export function serveSubscriptions({ http, schema, core, turns, trustProxy }: Options) {
  const open = new Map<SocketExtra, Admitted>();
  /** How often what callers may do has changed. */
  let changes = 0;
  const documents = new Documents(schema);
  const fanOut = new FanOut(present);
  /** By the message that asked, which is what every later step is given. */
  const contexts = new WeakMap<object, Context>();
  const presentTo = (asked: object, errors: readonly GraphQLError[]) => {
    const context = contexts.get(asked);
    return context ? present(errors, context) : [];
  };
  /** By socket: the messages that asked for what is open over it. */
  const operations = new WeakMap<SocketExtra, Record<string, unknown>>();
  const operationsOf = (extra: SocketExtra) => Object.keys(operations.get(extra) ?? {}).length;

  const protocol = makeServer<Record<string, unknown> | undefined, SocketExtra>({
    schema,
    async onConnect({ extra, connectionParams }) {
      const authorization = connectionParams?.Authorization ?? connectionParams?.authorization;
      const headers =
        typeof authorization === "string" ? { ...extra.request.headers, authorization } : extra.request.headers;
      const credential = credentialOf({ headers }, core.publicUrl);
      const admission = credential && (await admit(credential));
      if (!credential || !admission) {
        extra.close(CloseCode.Unauthorized, "Unauthorized");
        return false;
      }
      const { userId } = admission.viewer;
      if (sockets.of(userId).length >= socketLimits.socketsOfPerson) {
        extra.close(TRY_LATER, "Too many connections");
        return false;
      }
      extra.userId = userId;
      const admitted: Admitted = { credential, viewer: JSON.stringify(admission.viewer) };
      open.set(extra, admitted);
      lookAgainAt(extra, admitted, admission.expiresAt);
      return true;
    },
    onClose({ extra }) {
      clearTimeout(open.get(extra)?.timer);
      open.delete(extra);
    },
    async onSubscribe({ extra, subscriptions }, id, payload) {
      operations.set(extra, subscriptions);
      const tooMany = boundOf(extra);
      const ip = extra.address;
      const contextValue = await socketContext(core, extra.request, ip, open.get(extra)?.credential as Credential);
      contexts.set(payload, contextValue);
      if (tooMany) return [new AppError("RATE_LIMITED", { key: "errors.tooManyOpen", params: { max: tooMany } })];
      try {
        const { query, operationName, variables } = payload;
        const { document, errors } = documents.get(query);
        if (errors.length > 0) return errors.map((error) => coded(error, "GRAPHQL_VALIDATION_FAILED"));
        const operation = getOperationAST(document, operationName);
        if (operation) refuseCostly(schema, document, operation, variables ?? {});
        const tell = (answer: string) => extra.send(`{"id":${JSON.stringify(id)},"type":"next","payload":${answer}}`);
        return { schema, document, operationName, variableValues: variables, contextValue, tell };
      } catch (error) {
        return [coded(error as GraphQLError, "GRAPHQL_PARSE_FAILED")];
      }
    },
    subscribe: (args) => fanOut.subscribe(args as Subscription),
    execute: (args: ExecutionArgs) =>
      turns.run(viewerOf(args.contextValue as Context).userId, async () => execute(args)),
    onNext: (_socket, _id, payload, _args, result) =>
      result.errors && { ...result, errors: presentTo(payload, result.errors) },
    onError: (_socket, _id, payload, errors) => presentTo(payload, errors),
  });
  const sockets = serveSockets({
    http,
    path: "/graphql",
    log: core.log,
    protocol,
    mayOpen: (request) => sameOrigin(request, core.publicUrl),
    addressOf: (request) => addressOf(request, trustProxy),
  });

  /** The bound that one more operation would pass, if any. */
  function boundOf(extra: SocketExtra): number | undefined {
    const { operationsOfSocket, operationsOfPerson } = socketLimits;
    if (operationsOf(extra) > operationsOfSocket) return operationsOfSocket;
    const ofPerson = sockets.of(extra.userId as string).reduce((sum, one) => sum + operationsOf(one), 0);
    return ofPerson > operationsOfPerson ? operationsOfPerson : undefined;
  }

  /** What was found out while something changed is found out again. */
  async function admit(credential: Credential) {
    for (;;) {
      const before = changes;
      const admission = await accessOf(core).admit(credential);
      if (before === changes) return admission;
    }
  }

  function lookAgainAt(extra: SocketExtra, admitted: Admitted, expiresAt: number | null): void {
    clearTimeout(admitted.timer);
    if (expiresAt === null) return;
    const wait = Math.max(SHORTEST_WAIT_MS, Math.min(expiresAt - Date.now(), LONGEST_WAIT_MS));
    admitted.timer = setTimeout(() => void check([[extra, admitted]], "keep"), wait);
  }

  /** Closes the sockets of whom the database no longer admits; those whose rights changed connect anew. */
  async function check(asked: [SocketExtra, Admitted][], onFailure: "keep" | "close"): Promise<void> {
    try {
      const admissions = await accessOf(core).admitAll(asked.map(([, { credential }]) => credential));
      for (const [index, [extra, admitted]] of asked.entries()) {
        const admission = admissions[index];
        if (!admission) extra.close(CloseCode.Unauthorized, "Unauthorized");
        else if (JSON.stringify(admission.viewer) !== admitted.viewer) extra.close(TRY_AGAIN, "Rights changed");
        else if (open.has(extra)) lookAgainAt(extra, admitted, admission.expiresAt);
      }
    } catch (err) {
      core.log.error({ err, sockets: asked.length, onFailure }, "who is behind the open sockets cannot be looked up");
      for (const [extra, admitted] of asked) {
        // Something is known to have changed, so nobody is told anything before they have shown anew who they are.
        if (onFailure === "close") extra.close(TRY_AGAIN, "Try again");
        else if (open.has(extra)) lookAgainAt(extra, admitted, Date.now() + RETRY_MS);
      }
    }
  }
  const everyMinute = setInterval(() => void check([...open], "keep"), 60_000);

  return {
    /** Resolves when viewers who lost their rights are told nothing more. */
    admitAgain(): Promise<void> {
      changes++;
      return check([...open], "close");
    },
    async close() {
      clearInterval(everyMinute);
      await sockets.close();
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
