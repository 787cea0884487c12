import { ApolloLink } from "@apollo/client";
import { OperationTypeNode } from "graphql";
import { defer, finalize, from, type Observable, switchMap } from "rxjs";

/** The last write about each thing that is on its way, or waits for those before it. */
const last = new Map<string, Promise<void>>();

/**
 * Writes about one thing reach the server in order, each after the answer to the one before. Side by side, an earlier
 * one could arrive last and undo a later one.
 */
export const inOrderLink = new ApolloLink((operation, forward): Observable<ApolloLink.Result> => {
  if (operation.operationType !== OperationTypeNode.MUTATION) return forward(operation);
  const { id, clientId } = operation.variables as { id?: string; clientId?: string };
  const about = id ?? clientId ?? String(operation.operationName);
  return defer(() => {
    const before = last.get(about);
    const { promise: answered, resolve: end } = Promise.withResolvers<void>();
    const turn = Promise.all([before, answered]).then(() => undefined);
    last.set(about, turn);
    turn.then(() => last.get(about) === turn && last.delete(about));
    const sent = before ? from(before).pipe(switchMap(() => forward(operation))) : forward(operation);
    return sent.pipe(finalize(end));
  });
});
