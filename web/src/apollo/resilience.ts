import { ApolloLink } from "@apollo/client";
import { OperationTypeNode } from "graphql";
import { fromEvent, merge, type Observable, retry, take, tap, throwError, timer } from "rxjs";
import { announceReconnected, connection } from "./connection.ts";
import { isInterrupted, isUnreachable } from "./errors.ts";

const firstWait = 500;
const longestWait = 10_000;
const longestWaitForEvents = 60_000;

const waitBefore = (attempt: number, longest: number) => timer(Math.min(firstWait * 2 ** (attempt - 1), longest));

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
  if (operation.operationType === OperationTypeNode.SUBSCRIPTION) return untilItFlows(watched);
  if (operation.operationType !== OperationTypeNode.QUERY) return watched;
  return watched.pipe(
    retry({
      delay: (error, attempt) =>
        isUnreachable(error)
          ? merge(waitBefore(attempt, longestWait), fromEvent(window, "online")).pipe(take(1))
          : throwError(() => error),
    }),
  );
});

/** Live events that broke off are asked for again, less and less often; events missed meanwhile are fetched. */
const untilItFlows = (events: Observable<ApolloLink.Result>) =>
  events.pipe(
    retry({
      resetOnSuccess: true,
      delay: (error, attempt) =>
        isInterrupted(error)
          ? waitBefore(attempt, longestWaitForEvents).pipe(tap(announceReconnected))
          : throwError(() => error),
    }),
  );
