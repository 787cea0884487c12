// graphql-codegen loader: the documents of clients, with the fields of the registry that hold one text filled in.
import { readFile } from "node:fs/promises";
import { Kind, parse, visit } from "graphql";
import { textFields } from "../shared/src/clients/fields.ts";

const named = (value) => ({ kind: Kind.NAME, value });
const variable = (name) => ({ kind: Kind.VARIABLE, name: named(name) });
const includeIf = (name) => ({
  kind: Kind.DIRECTIVE,
  name: named("include"),
  arguments: [{ kind: Kind.ARGUMENT, name: named("if"), value: variable(name) }],
});
const required = (type) => ({ kind: Kind.NON_NULL_TYPE, type: { kind: Kind.NAMED_TYPE, name: named(type) } });

/** A fragment marked `@textFields` with these fields; `chosen: true` reads each by a variable of its name. */
function filled(fragment) {
  const mark = fragment.directives.find(({ name }) => name.value === "textFields");
  if (!mark) return fragment;
  const chosen = mark.arguments.some(({ name, value }) => name.value === "chosen" && value.value);
  const fields = textFields.map((key) => ({
    kind: Kind.FIELD,
    name: named(key),
    directives: chosen ? [includeIf(key)] : [],
  }));
  const selections = [...fragment.selectionSet.selections, ...fields];
  return {
    ...fragment,
    directives: fragment.directives.filter((each) => each !== mark),
    selectionSet: { kind: Kind.SELECTION_SET, selections },
  };
}

/** An operation with a variable for each `@include` in it and in the fragments that it reads. */
function declared(operation, fragments) {
  const names = new Set();
  const collect = (node) =>
    visit(node, {
      Directive: ({ name, arguments: [condition] }) => {
        if (name.value === "include") names.add(condition.value.name.value);
      },
      FragmentSpread: ({ name }) => {
        collect(fragments.get(name.value));
      },
    });
  collect(operation);
  const variables = [...names].map((name) => ({
    kind: Kind.VARIABLE_DEFINITION,
    variable: variable(name),
    type: required("Boolean"),
    directives: [],
  }));
  return { ...operation, variableDefinitions: [...operation.variableDefinitions, ...variables] };
}

// biome-ignore lint/style/noDefaultExport: graphql-codegen calls a loader's default export.
export default async function load(path) {
  const { definitions } = parse(await readFile(path, "utf8"), { noLocation: true });
  const fragments = new Map(
    definitions
      .filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, filled(fragment)]),
  );
  const filledIn = definitions.map((each) =>
    each.kind === Kind.FRAGMENT_DEFINITION ? fragments.get(each.name.value) : declared(each, fragments),
  );
  return { kind: Kind.DOCUMENT, definitions: filledIn };
}
