import { ApolloLink } from "@apollo/client";
import { catchError, filter, Observable, of, switchMap, take, tap, throwError, timer } from "rxjs";
import { createStore } from "../hooks/createStore.ts";
import { announceReconnected } from "./connection.ts";
import { codeOf, SocketClosed } from "./errors.ts";

/** Whether the session ended under the person's hands, and the sign-in dialog waits over the page. */
export const sessionEnded = createStore(false);

/** Operations that say by UNAUTHENTICATED that the password was wrong, not that the session ended. */
const ownAffair = new Set(["SignInAgain"]);

/** A socket keeps the session that it began with: it also ends when this page has replaced that session. */
const socketWaits = [1_000, 3_000];

const signedInAgain = new Observable<boolean>((observer) => {
  observer.next(sessionEnded.get());
  return sessionEnded.subscribe(() => observer.next(sessionEnded.get()));
}).pipe(
  filter((ended) => !ended),
  take(1),
);

/**
 * Holds operations that a lost session refused until the person has signed in again, then sends them once more. The
 * page stays as it is, with everything typed into it.
 */
export const reSignInLink = new ApolloLink((operation, forward) => {
  if (ownAffair.has(operation.operationName ?? "")) return forward(operation);
  let refusals = 0;
  const attempt = (): Observable<ApolloLink.Result> =>
    forward(operation).pipe(
      tap(() => {
        refusals = 0;
      }),
      switchMap((result) => (isUnauthenticated(result) ? afterSignIn() : of(result))),
      catchError((error) => {
        if (!isWithoutSession(error)) return throwError(() => error);
        const wait = socketWaits[refusals++];
        // Reads that follow it find out first whether there is a session.
        return wait === undefined ? afterSignIn() : timer(wait).pipe(tap(announceReconnected), switchMap(attempt));
      }),
    );
  const afterSignIn = () => {
    sessionEnded.set(true);
    return signedInAgain.pipe(switchMap(attempt));
  };
  return attempt();
});

const isUnauthenticated = ({ errors }: ApolloLink.Result): boolean =>
  errors?.[0]?.extensions?.code === "UNAUTHENTICATED";

/** Over a socket: the code of its closing, or the answer to a subscription. */
const isWithoutSession = (error: unknown): boolean =>
  error instanceof SocketClosed ? error.unauthenticated : codeOf(error) === "UNAUTHENTICATED";
