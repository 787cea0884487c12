/** One error of a GraphQL answer, as the server wrote it for people. */
export interface Refusal {
  message: string;
  extensions?: { code?: string; [key: string]: unknown } | undefined;
}

/**
 * The errors of a GraphQL answer that an operation failed with, or undefined where it failed otherwise. Read by shape,
 * so that the pages before sign-in, which do without Apollo, share everything that shows problems.
 */
export const refusalsOf = (error: unknown): readonly Refusal[] | undefined =>
  error instanceof Error && "errors" in error && Array.isArray(error.errors) ? error.errors : undefined;

/** The code of a refusal (`NOT_FOUND`, `DUPLICATE_CLIENT`, …), or undefined. */
export const codeOf = (error: unknown): string | undefined => refusalsOf(error)?.[0]?.extensions?.code;

/** What Chromium, Firefox and Safari call a request that got no answer; a bug in our own code is a TypeError too. */
const fetchFailed = /failed to fetch|networkerror|load failed/i;

/** Whether an error says that the server could not be reached or is starting or stopping, not that it refused. */
export const isUnreachable = (error: unknown): boolean =>
  (error instanceof TypeError && fetchFailed.test(error.message)) ||
  (error instanceof Error && "statusCode" in error && [502, 503, 504].includes(error.statusCode as number));

/** The end of the socket of live events, for a reason that trying again does not mend by itself. */
export class SocketClosed extends Error {
  constructor(
    /** Of WebSocket, or of graphql-transport-ws from 4400. */
    readonly code: number,
    reason: string,
  ) {
    super(`The socket was closed with ${code} ${reason}`);
  }

  /** Without a session; the server's other reasons are not the person's affair. */
  get unauthenticated(): boolean {
    return this.code === 4401 || this.code === 4403;
  }
}

/** Whether live events ended by something that passes, and not because they may not be had. */
export const isInterrupted = (error: unknown): boolean =>
  error instanceof SocketClosed
    ? !error.unauthenticated
    : ["INTERNAL", "RATE_LIMITED", "SERVICE_UNAVAILABLE"].includes(codeOf(error) ?? "");
