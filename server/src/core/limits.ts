import {
  type ASTNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isIntrospectionType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValidationRule,
} from "graphql";
import { type ComplexityEstimator, getComplexity } from "graphql-query-complexity";
import { AppError, badInput } from "./errors.ts";

export const MAX_TOKENS = 1000;
const MAX_DEPTH = 12;
const MAX_ALIASES = 15;
const MAX_COST = 5000;
const MAX_PAGE = 100;
const DEFAULT_PAGE = 50;

const refuse = (message: string, nodes?: ASTNode) =>
  new GraphQLError(message, { nodes, extensions: { code: "GRAPHQL_VALIDATION_FAILED", http: { status: 400 } } });

/** Refuses documents that nest deeper than 12 fields or use more than 15 aliases. Introspection may nest as its tools do. */
export const shapeLimits: ValidationRule = (context) => ({
  OperationDefinition(operation) {
    const fragments = (name: string) => context.getFragment(name);
    const { depth, aliases } = measure(operation.selectionSet, fragments, new Set());
    if (depth > MAX_DEPTH)
      context.reportError(refuse(`The query nests ${depth} levels deep; at most ${MAX_DEPTH} are served.`, operation));
    if (aliases > MAX_ALIASES)
      context.reportError(refuse(`The query uses ${aliases} aliases; at most ${MAX_ALIASES} are served.`, operation));
  },
});

interface Measure {
  depth: number;
  aliases: number;
}

function measure(
  set: SelectionSetNode | undefined,
  fragment: (name: string) => FragmentDefinitionNode | null | undefined,
  open: Set<string>,
): Measure {
  let [depth, aliases] = [0, 0];
  for (const selection of set?.selections ?? []) {
    let inner: Measure = { depth: 0, aliases: 0 };
    if (selection.kind === Kind.FIELD) {
      if (selection.name.value.startsWith("__")) continue;
      const below = measure(selection.selectionSet, fragment, open);
      inner = { depth: below.depth + 1, aliases: below.aliases + (selection.alias ? 1 : 0) };
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      inner = measure(selection.selectionSet, fragment, open);
    } else if (!open.has(selection.name.value)) {
      inner = measure(fragment(selection.name.value)?.selectionSet, fragment, new Set([...open, selection.name.value]));
    }
    depth = Math.max(depth, inner.depth);
    aliases += inner.aliases;
  }
  return { depth, aliases };
}

/** One for each object that may be answered: a page counts its size times what one of its records costs. */
const cost: ComplexityEstimator = ({ field, args, childComplexity }) => {
  const type = getNamedType(field.type);
  if (!isCompositeType(type) || isIntrospectionType(type)) return 0;
  if (!isObjectType(type) || !type.name.endsWith("Connection")) return 1 + childComplexity;
  for (const name of ["first", "last"]) {
    const size = args[name] as number | null | undefined;
    if (size != null && (size < 0 || size > MAX_PAGE)) {
      const error = badInput({ path: name, key: "errors.pageSize", params: { max: MAX_PAGE } });
      error.extensions.http = { status: 400 };
      throw error;
    }
  }
  return 1 + ((args.first ?? args.last ?? DEFAULT_PAGE) as number) * childComplexity;
};

/**
 * Refuses an operation that costs more than 5,000 objects, before anything of it runs.
 * @throws GraphQLError with status 400; BAD_USER_INPUT for a page larger than 100
 */
export function refuseCostly(
  schema: GraphQLSchema,
  query: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Record<string, unknown>,
): void {
  let total = 0;
  try {
    total = getComplexity({ schema, query, variables, operationName: operation.name?.value, estimators: [cost] });
  } catch (error) {
    if (error instanceof AppError) throw error;
    // Variables that do not fit their types: execution refuses them with their place.
    return;
  }
  if (total > MAX_COST) {
    throw refuse(`The query may answer ${total} objects; at most ${MAX_COST} are served. Ask for smaller pages.`);
  }
}
