import { ApolloLink } from "@apollo/client";
import { OperationTypeNode } from "graphql";
import { fromEvent, merge, type Observable, retry, take, tap, throwError, timer } from "rxjs";
import { connection } from "./connection.ts";
import { isUnreachable } from "./errors.ts";

const firstWait = 500;
const longestWait = 10_000;

/**
 * Reads wait out a lost connection and try again by themselves, sooner when the browser says it is online again.
 * Writes fail at once and stay where they were typed: nobody can know whether they arrived.
 */
export const resilienceLink = new ApolloLink((operation, forward): Observable<ApolloLink.Result> => {
  const watched = forward(operation).pipe(
    tap({
      next: () => connection.set("ok"),
      error: (error) => connection.set(isUnreachable(error) ? "lost" : "ok"),
    }),
  );
  if (operation.operationType !== OperationTypeNode.QUERY) return watched;
  return watched.pipe(
    retry({
      delay: (error, attempt) =>
        isUnreachable(error)
          ? merge(timer(Math.min(firstWait * 2 ** (attempt - 1), longestWait)), fromEvent(window, "online")).pipe(
              take(1),
            )
          : throwError(() => error),
    }),
  );
});
