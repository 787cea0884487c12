// graphql-codegen plugin: one typed Apollo Client 4 hook per operation of the file, e.g. useClientsQuery.
import { Kind } from "graphql";

const pascal = (s) => s[0].toUpperCase() + s.slice(1);

export const plugin = (_schema, documents) => {
  const ops = documents.flatMap((d) =>
    d.document.definitions.filter((n) => n.kind === Kind.OPERATION_DEFINITION && n.name),
  );
  if (!ops.length) return "";
  const used = new Set();
  const content = ops.map(({ name: { value }, operation, variableDefinitions = [] }) => {
    const op = pascal(operation);
    const n = pascal(value);
    const types = `${n}${op}, ${n}${op}Variables`;
    const optional =
      operation === "mutation" ||
      variableDefinitions.every((v) => v.type.kind !== Kind.NON_NULL_TYPE || v.defaultValue);
    const hook = `use${op}`;
    used.add(hook);
    if (operation === "mutation")
      return `export const use${n}${op} = (options?: ${hook}.Options<${types}>) => ${hook}(${n}Document, options);`;
    const arg = optional
      ? `options?: ${hook}.Options<${types}>`
      : `options: ${hook}.Options<${types}> & ({ variables: ${n}${op}Variables } | { skip: true })`;
    return `export const use${n}${op} = (${arg}) => ${hook}<${types}>(${n}Document, options as ${hook}.Options<${types}> & { variables: ${n}${op}Variables });`;
  });
  return {
    prepend: [`import { ${[...used].sort().join(", ")} } from "@apollo/client/react";`],
    content: content.join("\n"),
  };
};
