import { pageSize } from "@clientela/shared/paging";
import {
  type ASTNode,
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isIntrospectionType,
  isListType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValidationRule,
} from "graphql";
import { type ComplexityEstimator, getComplexity } from "graphql-query-complexity";
import { AppError, badInput } from "./errors.ts";
import { isConnection } from "./read/page.ts";

export const MAX_TOKENS = 1000;
const MAX_DEPTH = 12;
const MAX_ALIASES = 15;
const MAX_COST = 5000;
/** More would need more tokens, were it not for fragments. */
const MAX_FIELDS = 1000;
const ASSUMED_LIST = 10;

const refuse = (message: string, nodes?: ASTNode) =>
  new GraphQLError(message, { nodes, extensions: { code: "GRAPHQL_VALIDATION_FAILED", http: { status: 400 } } });

/**
 * Refuses documents that nest deeper than 12 fields, use more than 15 aliases or select more than 1,000 fields. Every
 * fragment counts written out. Introspection may nest as its tools do.
 */
export const shapeLimits: ValidationRule = (context) => ({
  OperationDefinition(operation) {
    const measured = new Map<string, Measure>();
    const ofFragment = (name: string): Measure => {
      const known = measured.get(name);
      if (known) return known;
      // Stands for the fragment inside itself: a circle is refused by another rule.
      measured.set(name, NOTHING);
      const measure = measureOf(context.getFragment(name)?.selectionSet, ofFragment);
      measured.set(name, measure);
      return measure;
    };
    const { depth, aliases, fields } = measureOf(operation.selectionSet, ofFragment);
    const report = (found: string, max: number) =>
      context.reportError(refuse(`The query ${found}; at most ${max} are served.`, operation));
    if (depth > MAX_DEPTH) report(`nests ${depth} levels deep`, MAX_DEPTH);
    if (aliases > MAX_ALIASES) report(`uses ${aliases} aliases`, MAX_ALIASES);
    if (fields > MAX_FIELDS) report(`selects ${fields} fields`, MAX_FIELDS);
  },
});

interface Measure {
  depth: number;
  aliases: number;
  fields: number;
}
const NOTHING: Measure = { depth: 0, aliases: 0, fields: 0 };

/** Each fragment is measured once: a hundred that each name the next one twice would be 2^100 written out. */
function measureOf(set: SelectionSetNode | undefined, ofFragment: (name: string) => Measure): Measure {
  const total = { ...NOTHING };
  for (const selection of set?.selections ?? []) {
    const inner =
      selection.kind === Kind.FRAGMENT_SPREAD
        ? ofFragment(selection.name.value)
        : measureOf(selection.selectionSet, ofFragment);
    const isField = selection.kind === Kind.FIELD;
    const isIntrospection = isField && selection.name.value.startsWith("__");
    total.depth = Math.max(total.depth, isIntrospection ? 0 : inner.depth + (isField ? 1 : 0));
    total.aliases += inner.aliases + (isField && selection.alias ? 1 : 0);
    total.fields += inner.fields + (isField ? 1 : 0);
  }
  return total;
}

/**
 * Each object of the answer costs one. A page counts its size times the cost of one record, a list without a size ten
 * times.
 */
const cost: ComplexityEstimator = ({ type: parent, field, args, childComplexity }) => {
  const type = getNamedType(field.type);
  if (!isCompositeType(type) || isIntrospectionType(type)) return 0;
  if (!isConnection(type)) {
    const isPlainList = isListType(getNullableType(field.type)) && !isConnection(parent);
    return (isPlainList ? ASSUMED_LIST : 1) * (1 + childComplexity);
  }
  for (const name of ["first", "last"]) {
    const size = args[name] as number | null | undefined;
    if (size != null && (size < 0 || size > pageSize.most)) {
      const error = badInput({ path: name, key: "errors.pageSize", params: { max: pageSize.most } });
      error.extensions.http = { status: 400 };
      throw error;
    }
  }
  return 1 + ((args.first ?? args.last ?? pageSize.usual) as number) * childComplexity;
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
  const key = countsOf(variables);
  let total = known.get(operation)?.get(key);
  if (total === undefined) {
    try {
      total = getComplexity({ schema, query, variables, operationName: operation.name?.value, estimators: [cost] });
    } catch (error) {
      if (error instanceof AppError) throw error;
      // Variables that do not fit their types: execution refuses them with their place.
      return;
    }
    remember(operation, key, total);
  }
  if (total > MAX_COST) {
    throw refuse(`The query may answer ${total} objects; at most ${MAX_COST} are served. Ask for smaller pages.`);
  }
}

/** Costs of operations that come again, by the values that they depend on. */
const known = new WeakMap<OperationDefinitionNode, Map<string, number>>();
const MAX_KNOWN = 100;

/** Only page sizes, booleans in `@skip` and `@include`, and nulls in place of a default change what an operation costs. */
const countsOf = (variables: Record<string, unknown>): string =>
  JSON.stringify(variables, (key, value) =>
    key === "" || value === null || typeof value === "number" || typeof value === "boolean" ? value : undefined,
  );

function remember(operation: OperationDefinitionNode, key: string, total: number): void {
  const totals = known.get(operation) ?? new Map<string, number>();
  if (totals.size >= MAX_KNOWN) totals.clear();
  known.set(operation, totals.set(key, total));
}
