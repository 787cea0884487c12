import type { FieldNode, GraphQLObjectType, GraphQLResolveInfo, SelectionSetNode } from "graphql";
import { collectSubfields } from "graphql/execution/collectFields.js";

/** What a document says beside a selection. */
export type Around = Pick<GraphQLResolveInfo, "schema" | "fragments" | "variableValues">;

/**
 * The fields selected of an object type by their response keys in the answer's order, fragments and directives applied.
 * The one place that leans on the inside of graphql-js.
 */
export const fieldsOf = (
  { schema, fragments, variableValues }: Around,
  type: GraphQLObjectType,
  selections: readonly { selectionSet?: SelectionSetNode | undefined }[],
): ReadonlyMap<string, readonly FieldNode[]> =>
  collectSubfields(schema, fragments, variableValues, type, selections as FieldNode[]);
