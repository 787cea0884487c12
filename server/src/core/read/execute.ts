import {
  defaultFieldResolver,
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  type FieldNode,
  GraphQLError,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getArgumentValues,
  getOperationAST,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
} from "graphql";
import { type Making, NotCovered, type Show, showOf } from "./answer.ts";
import { type Around, fieldsOf } from "./fields.ts";

/** Of all plans together, about 20 MB: strangers too may think up queries, and what these skip and include. */
const MAX_FIELDS = 100_000;

/** How a query is answered; null where graphql-js is to do it. */
type Plan = { fragments: Around["fragments"]; fields: readonly RootField[] } | null;
interface RootField {
  key: string;
  nodes: readonly FieldNode[];
  field: GraphQLField<unknown, unknown>;
  show: Show;
}

/** What resolvers of root fields have given, by response key. */
class Given extends Map<string, Promise<unknown>> {}

/**
 * Executes like graphql-js, to the byte of the answer. Answers of queries are made by functions that are made once;
 * what these do not know, and any answer with something wrong in it, is left to graphql-js, which reads nothing anew.
 */
export function executorOf(
  schema: GraphQLSchema,
  maxFields = MAX_FIELDS,
): (args: ExecutionArgs) => Promise<ExecutionResult> {
  const query = schema.getQueryType() as GraphQLObjectType;
  /** Of an operation, by the choice of what it skips and includes. */
  let plans = new WeakMap<OperationDefinitionNode, Map<string, Plan>>();
  let fields = 0;
  for (const field of Object.values(query.getFields())) {
    const { resolve = defaultFieldResolver } = field;
    field.resolve = (root, args, context, info) => {
      const given = root instanceof Given && root.get(info.path.key as string);
      return given || resolve(root, args, context, info);
    };
  }

  return async (args) => {
    const operation = getOperationAST(args.document, args.operationName);
    if (operation?.operation !== "query") return execute(args);
    const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], args.variableValues ?? {});
    const plan = coerced && planOf(operation, coerced, args);
    if (!plan) return execute(args);
    const given = new Given();
    const { rootValue } = args;
    const around = { schema, fragments: plan.fragments, rootValue, operation, variableValues: coerced };
    const answers = plan.fields.map(async ({ key, nodes, field, show }) => {
      const path = { prev: undefined, key, typename: query.name };
      const info: GraphQLResolveInfo = {
        ...around,
        ...{ fieldName: field.name, fieldNodes: nodes, returnType: field.type, parentType: query, path },
      };
      const value = resolveField(field, args, info);
      given.set(key, value);
      return [key, show(await value, args.contextValue)];
    });
    try {
      return { data: Object.fromEntries(await Promise.all(answers)) };
    } catch {
      return execute({ ...args, rootValue: given });
    }
  };

  function planOf(operation: OperationDefinitionNode, values: Values, { document }: ExecutionArgs): Plan {
    // Nothing else of a request decides what is skipped, and a kept plan must hold nothing else of it.
    const choices = (operation.variableDefinitions ?? []).map(({ variable: { name } }) => {
      const value = values[name.value];
      return [name.value, typeof value === "boolean" ? value : null] as const;
    });
    const key = JSON.stringify(choices.map(([, choice]) => choice));
    const known = plans.get(operation)?.get(key);
    if (known !== undefined) return known;
    const fragments = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
    const making = {
      schema,
      fragments: Object.fromEntries(fragments.map((fragment) => [fragment.name.value, fragment])),
      variableValues: Object.fromEntries(choices.filter(([, choice]) => choice !== null)),
      fields: 1 + fragments.length,
    };
    const plan = makePlan(operation, making);
    fields += making.fields;
    if (fields > maxFields) {
      plans = new WeakMap();
      fields = making.fields;
    }
    plans.set(operation, (plans.get(operation) ?? new Map<string, Plan>()).set(key, plan));
    return plan;
  }
}

type Values = Record<string, unknown>;

function makePlan(operation: OperationDefinitionNode, around: Making): Plan {
  const query = around.schema.getQueryType() as GraphQLObjectType;
  try {
    const fields = [...fieldsOf(around, query, [operation])].map(([key, nodes]) => {
      const field = query.getFields()[nodes[0]?.name.value as string];
      if (!field) throw new NotCovered();
      around.fields++;
      return { key, nodes, field, show: showOf(field.type, nodes, around) };
    });
    return { fragments: around.fragments, fields };
  } catch (error) {
    // A directive without its argument, say: graphql-js tells where.
    if (error instanceof NotCovered || error instanceof GraphQLError) return null;
    throw error;
  }
}

/** A resolver's error is one of its promise. */
async function resolveField(
  field: GraphQLField<unknown, unknown>,
  { rootValue, contextValue }: ExecutionArgs,
  info: GraphQLResolveInfo,
): Promise<unknown> {
  const args = getArgumentValues(field, info.fieldNodes[0] as FieldNode, info.variableValues);
  return field.resolve?.(rootValue, args, contextValue, info);
}
