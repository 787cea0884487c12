import type { ExecutionResult } from "graphql";
import { createClient } from "graphql-ws";
import WebSocket from "ws";

/** A connection of graphql-transport-ws that is not opened again once closed. */
export interface Socket {
  /** Starts an operation; its results are kept in the order they came. */
  subscribe<T = Record<string, unknown>>(query: string, variables?: object): Promise<Results<T>>;
  /** The code and reason with which it was closed. */
  closed: Promise<{ code: number; reason: string }>;
  close(): Promise<void>;
}

/** What an operation has answered so far. */
export interface Results<T> {
  all: ExecutionResult<T>[];
  /** Resolves with what ended it: nothing when it completed, errors otherwise. */
  ended: Promise<unknown>;
  unsubscribe(): void;
}

/** Opens a socket at a server, lazily. */
export function openSocket(url: string, headers: Record<string, string>): Socket {
  class WithHeaders extends WebSocket {
    constructor(address: string, protocols: string[]) {
      super(address, protocols, { headers });
    }
  }
  const { promise: closed, resolve: close } = Promise.withResolvers<{ code: number; reason: string }>();
  const client = createClient({
    url: `${url.replace("http", "ws")}/graphql`,
    webSocketImpl: WithHeaders,
    retryAttempts: 0,
    lazy: true,
    lazyCloseTimeout: 60_000,
    on: {
      closed: (event) => {
        const { code, reason } = event as { code: number; reason: string };
        close({ code, reason });
      },
    },
  });
  return {
    closed,
    async subscribe<T>(query: string, variables: object = {}) {
      const { promise: ended, resolve: end } = Promise.withResolvers<unknown>();
      const all: ExecutionResult<T>[] = [];
      const unsubscribe = client.subscribe<T>(
        { query, variables: variables as Record<string, unknown> },
        {
          next: (result) => all.push(result as ExecutionResult<T>),
          error: (error) => end(error),
          complete: () => end(undefined),
        },
      );
      return { all, ended, unsubscribe };
    },
    close: async () => {
      await client.dispose();
    },
  };
}
