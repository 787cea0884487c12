import type { ApolloServerPlugin } from "@apollo/server";
import { type DocumentNode, type GraphQLFormattedError, type GraphQLSchema, OperationTypeNode, visit } from "graphql";
import type { Context } from "./context.ts";
import { type AppError, unauthenticated } from "./core/errors.ts";
import { refuseCostly } from "./core/limits.ts";
import { presentError } from "./core/present-error.ts";
import { caller } from "./database/call-off.ts";

/**
 * Surrounds every operation over HTTP. Before it: may the caller ask about the schema, and is its cost allowed? After
 * it: errors in the reader's language, and one log line. ADR 21 says what signed-out callers are not told.
 */
export const operationPlugin = (schema: GraphQLSchema): ApolloServerPlugin<Context> => ({
  async requestDidStart() {
    const began = performance.now();
    return {
      async didResolveOperation({ contextValue, document, operation, request }) {
        if (!contextValue.viewer && asksForSchema(document)) throw withStatus(unauthenticated(), 401);
        const asking = caller.getStore();
        // A write is done to the end, with every field after the first.
        if (asking && operation?.operation === OperationTypeNode.MUTATION) asking.left = null;
        if (operation) refuseCostly(schema, document, operation, request.variables ?? {});
      },
      async willSendResponse({ response, errors, contextValue, operationName, operation }) {
        const { body } = response;
        if (body.kind === "single" && body.singleResult.errors) {
          const formatted = body.singleResult.errors;
          const present = (error: GraphQLFormattedError, i: number) =>
            presentError(
              errors?.[i] ?? error,
              contextValue.viewer ? error : withoutSuggestion(error),
              contextValue.translate,
              contextValue.log,
            );
          body.singleResult.errors = formatted.map(present);
        }
        const ms = Math.round(performance.now() - began);
        const codes =
          body.kind === "single" ? body.singleResult.errors?.map(({ extensions }) => extensions?.code) : undefined;
        contextValue.log.info({ operation: operationName, type: operation?.operation, ms, codes }, "operation");
      },
    };
  },
});

/** Of what is refused before it runs Apollo would say that the server failed. */
function withStatus(error: AppError, status: number): AppError {
  error.extensions.http = { status };
  return error;
}

/** `__typename` tells nothing that the query does not say itself. */
function asksForSchema(document: DocumentNode): boolean {
  let asks = false;
  visit(document, {
    Field({ name }) {
      asks ||= name.value === "__schema" || name.value === "__type";
    },
  });
  return asks;
}

/** graphql-js ends a message with the names that it takes for those meant. */
const withoutSuggestion = (error: GraphQLFormattedError): GraphQLFormattedError => ({
  ...error,
  message: error.message.replace(/ ?Did you mean .+\?$/s, ""),
});
