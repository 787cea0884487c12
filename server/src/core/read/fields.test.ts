import {
  buildSchema,
  execute,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type OperationDefinitionNode,
  parse,
} from "graphql";
import { expect, it } from "vitest";
import { fieldsOf } from "./fields.ts";

const schema = buildSchema(`
  interface Named { name: String other: Thing }
  type Thing implements Named { name: String other: Thing size: Int }
  type Query { thing: Thing }`);

it.each([
  ["{ thing { b: name name size } }", {}],
  ["{ thing { ...F size ... on Named { other { name } } } } fragment F on Thing { other { size } name }", {}],
  ["{ thing { ... on Thing @include(if: true) { a: size } ... @skip(if: true) { name } } }", {}],
  [
    "query ($yes: Boolean!, $no: Boolean!) { thing { name @include(if: $no) size @skip(if: $yes) other @include(if: $yes) { name } } }",
    { yes: true, no: false },
  ],
])("finds the fields of a selection where graphql-js finds them: %s", (source, variableValues) => {
  const document = parse(source);
  const [operation, F] = document.definitions as [OperationDefinitionNode, FragmentDefinitionNode];
  const around = { schema, fragments: { F }, variableValues };
  const below = (type: string, nodes: Parameters<typeof fieldsOf>[2]): object =>
    Object.fromEntries(
      [...fieldsOf(around, schema.getType(type) as GraphQLObjectType, nodes)].map(([key, fields]) => [
        key,
        fields[0]?.selectionSet ? below("Thing", fields) : null,
      ]),
    );
  const thing = {};
  const { data } = execute({ schema, document, variableValues, rootValue: { thing: { other: thing } } }) as {
    data: object;
  };
  expect(JSON.stringify(below("Query", [operation]))).toBe(JSON.stringify(data));
});
