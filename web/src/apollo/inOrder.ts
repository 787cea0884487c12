import { ApolloLink } from "@apollo/client";
import { OperationTypeNode } from "graphql";
import { defer, finalize, from, type Observable, switchMap } from "rxjs";

/** By what it is about, the last write that is on its way or waits for those before it. */
const last = new Map<string, Promise<void>>();

/**
 * Writes about one thing reach the server in the order in which they were made, each after the answer to the one before:
 * side by side the earlier could come last and undo what a quick person did after it.
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
