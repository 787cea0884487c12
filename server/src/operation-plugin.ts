import type { ApolloServerPlugin } from "@apollo/server";
import type { GraphQLFormattedError, GraphQLSchema } from "graphql";
import type { Context } from "./context.ts";
import { refuseCostly } from "./core/limits.ts";
import { presentError } from "./core/present-error.ts";

/** What surrounds every operation over HTTP: its cost before, its errors in the reader's language and one log line after. */
export const operationPlugin = (schema: GraphQLSchema): ApolloServerPlugin<Context> => ({
  async requestDidStart() {
    const began = performance.now();
    return {
      async didResolveOperation({ document, operation, request }) {
        if (operation) refuseCostly(schema, document, operation, request.variables ?? {});
      },
      async willSendResponse({ response, errors, contextValue, operationName, operation }) {
        const { body } = response;
        if (body.kind === "single" && body.singleResult.errors) {
          const formatted = body.singleResult.errors;
          const present = (error: GraphQLFormattedError, i: number) =>
            presentError(errors?.[i] ?? error, error, contextValue.translate, contextValue.log);
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
