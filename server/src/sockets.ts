import type { IncomingMessage, Server } from "node:http";
import { CloseCode, handleProtocols, type Server as Protocol } from "graphql-ws";
import type { Logger } from "pino";
import { RateLimiterMemory } from "rate-limiter-flexible";
import { type RawData, type WebSocket, WebSocketServer } from "ws";

/** What one caller may hold open and send; README says what for. */
export const socketLimits = {
  bytesOfMessage: 128 << 10,
  messagesIn10Seconds: 600,
  socketsOfAddress: 2_000,
  /** Of one address, before it is known who they are. */
  unknownSockets: 100,
  socketsOfPerson: 100,
  operationsOfSocket: 100,
  operationsOfPerson: 500,
  /** Sent, and not yet taken by the other end. */
  unreadBytesOfPerson: 16 << 20,
};

/** Smaller ones on their own hold nothing worth counting. */
const LARGE_MESSAGE = 64 << 10;

/** Both are tried again by graphql-ws' client by itself; of the registered codes only few are. */
export const TRY_AGAIN = 1012;
export const TRY_LATER = 1013;

/** After which a socket that does not answer our ping, or our goodbye, is cut. */
const PING_MS = 12_000;
const GOODBYE_MS = 1_000;

/** An open socket: whose it is decides which bounds it counts for. */
export interface SocketExtra extends Record<PropertyKey, unknown> {
  request: IncomingMessage;
  address: string;
  userId?: string;
  /** Resolves when it was taken, or when there is nobody to take it. */
  send(data: string): Promise<void>;
  close(code: number, reason: string): void;
  /** Bytes that were sent and not yet taken. */
  unread(): number;
}

interface Options {
  http: Server;
  path: string;
  log: Pick<Logger, "error" | "debug">;
  protocol: Protocol<SocketExtra>;
  mayOpen(request: IncomingMessage): boolean;
  addressOf(request: IncomingMessage): string;
}

/**
 * Speaks graphql-ws' protocol over `ws`. Its own glue has no bounds, and writes to the console what any stranger sends.
 */
export function serveSockets({ http, path, log, protocol, mayOpen, addressOf }: Options) {
  const all = new Set<SocketExtra>();
  const rate = new RateLimiterMemory({ points: socketLimits.messagesIn10Seconds, duration: 10 });
  const server = new WebSocketServer({
    server: http,
    path,
    maxPayload: socketLimits.bytesOfMessage,
    handleProtocols,
    verifyClient({ req }: { req: IncomingMessage }, done) {
      if (!mayOpen(req)) return done(false, 401);
      const address = addressOf(req);
      const there = [...all].filter((one) => one.address === address);
      const unknown = there.filter(({ userId }) => userId === undefined);
      const { socketsOfAddress, unknownSockets } = socketLimits;
      if (there.length >= socketsOfAddress || unknown.length >= unknownSockets) return done(false, 429);
      done(true);
    },
  });
  server.on("connection", (socket, request) => {
    const extra: SocketExtra = {
      request,
      address: addressOf(request),
      send: (data) => send(socket, extra, data),
      close: (code, reason) => close(socket, code, reason),
      unread: () => socket.bufferedAmount,
    };
    all.add(extra);
    const stopPinging = keepAlive(socket);
    // `ws` itself closes with the code that is for it.
    socket.on("error", ({ code }: NodeJS.ErrnoException) => log.debug({ code }, "a socket broke off"));
    const closed = protocol.opened(
      {
        protocol: socket.protocol,
        send: extra.send,
        close: extra.close,
        onMessage: (handle) => {
          socket.on("message", (data) => void receive(socket, extra, data, handle));
        },
      },
      extra,
    );
    socket.once("close", (code, reason) => {
      all.delete(extra);
      stopPinging();
      closed(code, String(reason))?.catch((err: unknown) => log.error({ err }, "a socket was not left cleanly"));
    });
  });

  const unreadOf = ({ userId }: SocketExtra) =>
    [...all].reduce((sum, one) => sum + (one.userId === userId ? one.unread() : 0), 0);

  const send = (socket: WebSocket, extra: SocketExtra, data: string) =>
    new Promise<void>((resolve) => {
      if (socket.readyState !== socket.OPEN) return resolve();
      const backlog = socket.bufferedAmount > 0 || data.length > LARGE_MESSAGE;
      if (backlog && unreadOf(extra) > socketLimits.unreadBytesOfPerson) {
        close(socket, TRY_LATER, "Too much unread");
        return resolve();
      }
      // That it did not arrive is told by the socket's own end.
      socket.send(data, () => resolve());
    });

  async function receive(
    socket: WebSocket,
    extra: SocketExtra,
    data: RawData,
    handle: (data: string) => Promise<void>,
  ) {
    // What comes after our goodbye is not heard.
    if (socket.readyState !== socket.OPEN) return;
    try {
      await rate.consume(extra.userId ?? extra.address);
    } catch {
      return close(socket, TRY_LATER, "Too many messages");
    }
    try {
      await handle(String(data));
    } catch (err) {
      if (socket.readyState !== socket.OPEN) return;
      // A kind of message that only servers send.
      if (String(err).includes("Unexpected message of type")) return close(socket, CloseCode.BadRequest, "Bad request");
      log.error({ err }, "a message over a socket could not be handled");
      close(socket, TRY_AGAIN, "Try again");
    }
  }

  return {
    /** All sockets of a person. */
    of: (userId: string): SocketExtra[] => [...all].filter((one) => one.userId === userId),
    async close(): Promise<void> {
      for (const socket of server.clients) close(socket, 1001, "Going away");
      server.removeAllListeners();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

/** Says goodbye, and does not wait for an answer for ever. */
function close(socket: WebSocket, code?: number, reason?: string): void {
  if (socket.readyState !== socket.OPEN) return;
  socket.close(code, reason);
  const cut = setTimeout(() => socket.terminate(), GOODBYE_MS);
  socket.once("close", () => clearTimeout(cut));
}

/** Cuts a socket whose other end is gone without a word. */
function keepAlive(socket: WebSocket): () => void {
  let heard = true;
  socket.on("pong", () => {
    heard = true;
  });
  const pinging = setInterval(() => {
    if (!heard) return socket.terminate();
    heard = false;
    if (socket.readyState === socket.OPEN) socket.ping();
  }, PING_MS);
  return () => clearInterval(pinging);
}
