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
