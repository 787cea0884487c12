import { ApolloLink } from "@apollo/client";
import { catchError, filter, Observable, of, switchMap, take, throwError } from "rxjs";
import { createStore } from "../hooks/createStore.ts";

/** Whether the session ended under the person's hands, and the sign-in dialog waits over the page. */
export const sessionEnded = createStore(false);

/** Operations that say by UNAUTHENTICATED that the password was wrong, not that the session ended. */
const ownAffair = new Set(["SignInAgain"]);

const signedInAgain = new Observable<boolean>((observer) => {
  observer.next(sessionEnded.get());
  return sessionEnded.subscribe(() => observer.next(sessionEnded.get()));
}).pipe(
  filter((ended) => !ended),
  take(1),
);

/**
 * Holds what a lost session refused until the person has signed in again, and then sends it once more: the page stays
 * as it is, with everything typed into it.
 */
export const reSignInLink = new ApolloLink((operation, forward) => {
  if (ownAffair.has(operation.operationName ?? "")) return forward(operation);
  const attempt = (): Observable<ApolloLink.Result> =>
    forward(operation).pipe(
      switchMap((result) => (isUnauthenticated(result) ? afterSignIn() : of(result))),
      catchError((error) => (isRefusedSocket(error) ? afterSignIn() : throwError(() => error))),
    );
  const afterSignIn = () => {
    sessionEnded.set(true);
    return signedInAgain.pipe(switchMap(attempt));
  };
  return attempt();
});

const isUnauthenticated = ({ errors }: ApolloLink.Result): boolean =>
  errors?.[0]?.extensions?.code === "UNAUTHENTICATED";

/** The close codes of graphql-transport-ws for a socket without a session. */
const isRefusedSocket = (error: unknown): boolean => {
  const code = (error as { code?: number } | null)?.code;
  return code === 4401 || code === 4403;
};
