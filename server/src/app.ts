import "reflect-metadata";
import { existsSync } from "node:fs";
import type { RequestListener, Server } from "node:http";
import { join } from "node:path";
import { ApolloServer } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from "@apollo/server/plugin/disabled";
import express, { type ErrorRequestHandler, type Express } from "express";
import type { Logger } from "pino";
import type { Context, Core } from "./context.ts";
import { Jobs } from "./core/jobs.ts";
import { MAX_TOKENS, shapeLimits } from "./core/limits.ts";
import { Live } from "./core/live/live.ts";
import { executorOf } from "./core/read/execute.ts";
import { Reader } from "./core/read/reader.ts";
import { referenceFeed } from "./core/read/references.ts";
import { StatementCache } from "./core/read/statements.ts";
import { openStorage } from "./core/storage/open.ts";
import { Turns } from "./core/turns.ts";
import { crashRoutes } from "./crashes.ts";
import { callingOff } from "./database/call-off.ts";
import { migrate } from "./database/migrate.ts";
import { openDatabase } from "./database/orm.ts";
import type { Env } from "./env.ts";
import { graphqlOverHttp } from "./graphql-over-http.ts";
import { compress, jsonErrors, noticeProxy, oneSlash, securityHeaders } from "./http.ts";
import { accessOf, accessTopics } from "./modules/access/access.ts";
import { declareClientColumns } from "./modules/merges/merge.columns.ts";
import { declareKinds } from "./modules/operations/operation.kinds.ts";
import {
  clientColumns,
  entities,
  jobs,
  operationKinds,
  recurringJobs,
  references,
  routes,
} from "./modules/registry.ts";
import { loadDemo } from "./modules/set-up/demo/demo.ts";
import { newSetUpLink, setUpFromEnvironment } from "./modules/set-up/set-up.service.ts";
import { operationPlugin } from "./operation-plugin.ts";
import { requestContext } from "./request-context.ts";
import { createSchema } from "./schema.ts";
import { serveSubscriptions } from "./subscriptions.ts";

export interface AppOptions {
  env: Env;
  databaseUrl: string;
  /** Without a slash at the end. */
  publicUrl: string;
  log: Logger;
  /** Already listening; sockets are taken from it. */
  http: Server;
  /** The built admin; absent in development, where Vite serves it. */
  webRoot?: string;
}

export interface App {
  core: Core;
  handler: RequestListener;
  /** Requests that only wait for something answer at once: the process is to stop. */
  leave(): void;
  stop(): Promise<void>;
  /** Null when the business is set up. */
  setUpLink(): Promise<string | null>;
  loadDemo(): Promise<void>;
  /** For monitoring. */
  health(): object;
}

/** Composes the whole server on a database, which it migrates. */
export async function createApp({ env, databaseUrl, publicUrl, log, http, webRoot }: AppOptions): Promise<App> {
  await migrate(databaseUrl);
  const { em, pool, prepared, planning, ofOnePerson, db, close } = await openDatabase(
    databaseUrl,
    entities,
    env.connections,
  );
  const live = new Live(databaseUrl, log);
  const leaving = new AbortController();
  const core: Core = {
    em,
    db,
    pool,
    live,
    log,
    env,
    publicUrl,
    leaving: leaving.signal,
    reader: new Reader(callingOff(pool), new StatementCache(prepared), callingOff(planning), ofOnePerson),
    storage: await openStorage(env),
  };
  declareKinds(core, operationKinds);
  declareClientColumns(core, clientColumns);
  const schema = await createSchema();
  const turns = new Turns(OPERATIONS_AT_ONCE);
  const sockets = serveSubscriptions({ http, schema, core, turns, trustProxy: env.trustProxy });
  await keepCurrent(core, () => sockets.admitAgain());
  if (env.owner) await setUpFromEnvironment(core, env.owner);
  const work = new Jobs({ databaseUrl, log, world: core, jobs, recurring: recurringJobs });
  await work.start();

  const executeOperation = executorOf(schema);
  const apollo = new ApolloServer<Context>({
    // Where Apollo lets another than graphql-js execute; of a real gateway there is nothing here.
    gateway: {
      onSchemaLoadOrUpdate(loaded) {
        loaded({ apiSchema: schema, coreSupergraphSdl: "" });
        return () => {};
      },
      load: async () => ({
        executor: ({ document, request, context }) =>
          executeOperation({
            schema,
            document,
            contextValue: context,
            variableValues: request.variables,
            operationName: request.operationName,
          }),
      }),
      stop: async () => {},
    },
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    stopOnTerminationSignals: false,
    includeStacktraceInErrorResponses: false,
    // Apollo would go by NODE_ENV; who may is up to operationPlugin.
    introspection: true,
    parseOptions: { maxTokens: MAX_TOKENS },
    validationRules: [shapeLimits],
    logger: log,
    plugins: [
      operationPlugin(schema),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      // An APOLLO_KEY of the machine would send our operations to somebody else.
      ApolloServerPluginUsageReportingDisabled(),
    ],
  });
  await apollo.start();

  const notice = noticeProxy(env.trustProxy, log);
  const headers = securityHeaders(publicUrl);
  const app = express();
  app.disable("x-powered-by");
  app.use(compress);
  if (webRoot && existsSync(webRoot)) servePlayground(app, webRoot);
  const fail = jsonErrors(log);
  const graphql = graphqlOverHttp({ core, apollo, turns, fail });
  app.use("/graphql", graphql);
  for (const [path, routesOf] of Object.entries(routes)) {
    app.use(
      path,
      routesOf(core, (request, response) => requestContext(core, request, response)),
    );
  }
  app.use("/crashes", crashRoutes(log));
  app.use(((error, _request, response, _next) => fail(error, response)) satisfies ErrorRequestHandler);
  if (webRoot && existsSync(webRoot)) serveAdmin(app, webRoot);

  return {
    core,
    handler(request, response) {
      notice(request);
      response.setHeaders(headers);
      // Nearly every request: express around it would cost a fifth more.
      if (request.method === "POST" && request.url === "/graphql") graphql(request, response);
      else app(request, response);
    },
    setUpLink: () => newSetUpLink(core),
    loadDemo: () => loadDemo(core),
    health: () => ({ news: live.health, jobs: work.health }),
    leave: () => leaving.abort(),
    async stop() {
      const idle = work.stop();
      await sockets.close();
      await apollo.stop();
      await idle;
      await live.stop();
      await close();
    },
  };
}

/** Operations of one person that are answered at once, until the answer has left; the next ones wait. */
const OPERATIONS_AT_ONCE = 16;

/** Reads what is kept in memory now and whenever the ledger tells of a change. */
async function keepCurrent(core: Core, accessChanged: () => Promise<void>): Promise<void> {
  const { live } = core;
  const access = accessOf(core);
  for (const topic of new Set([...references.map((kept) => kept.topic), ...accessTopics])) {
    const changed = references.filter((kept) => kept.topic === topic);
    live.attend(referenceFeed, topic, async () => {
      const decides = accessTopics.includes(topic);
      if (decides) access.forget();
      const refreshed = await Promise.allSettled(changed.map((kept) => kept(core).refresh()));
      if (decides) {
        access.forget();
        await accessChanged();
      }
      for (const result of refreshed) if (result.status === "rejected") throw result.reason;
    });
  }
  await live.start();
  await Promise.all(references.map((kept) => kept(core).refresh()));
}

/** A browser that opens the API gets the playground. */
function servePlayground(app: Express, webRoot: string): void {
  app.get("/graphql", (request, response, next) => {
    if (request.accepts(["json", "html"]) !== "html") return next();
    response.set("Cache-Control", "no-cache").sendFile("graphiql.html", { root: webRoot });
  });
}

function serveAdmin(app: Express, webRoot: string): void {
  app.use(oneSlash);
  app.use("/assets", express.static(join(webRoot, "assets"), { immutable: true, maxAge: "1y", fallthrough: false }));
  app.use(express.static(webRoot, { index: false }));
  app.get("/{*path}", (_request, response) => {
    response.set("Cache-Control", "no-cache").sendFile("index.html", { root: webRoot });
  });
}
