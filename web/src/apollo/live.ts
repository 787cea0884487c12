import { GraphQLWsLink } from "@apollo/client/link/subscriptions";
import { type Client, createClient } from "graphql-ws";
import { announceReconnected } from "./connection.ts";
import { SocketClosed } from "./errors.ts";

const longestWait = 10_000;

/** Live events over one WebSocket, opened by the first subscription and reopened whenever it breaks. */
export const liveClient = createClient({
  url: `${location.origin.replace(/^http/, "ws")}/graphql`,
  lazyCloseTimeout: 5_000,
  retryAttempts: Number.POSITIVE_INFINITY,
  shouldRetry: (reason) => (reason as { code?: number } | null)?.code !== 4403,
  retryWait: (attempt) =>
    new Promise((resolve) => {
      setTimeout(resolve, Math.min(300 * 2 ** attempt, longestWait) * (0.5 + Math.random() / 2));
    }),
  on: { connected: (_socket, _payload, wasRetry) => wasRetry && announceReconnected() },
});

/** Apollo's link keeps nothing of how a socket was closed, which decides what happens next. */
export const telling = (client: Client): Client => ({
  ...client,
  subscribe: (payload, sink) =>
    client.subscribe(payload, {
      ...sink,
      error: (cause) => sink.error(cause instanceof CloseEvent ? new SocketClosed(cause.code, cause.reason) : cause),
    }),
});

export const liveLink = new GraphQLWsLink(telling(liveClient));
