// graphql-codegen plugin: the object types of each interface and union, for Apollo's cache.
import { isAbstractType } from "graphql";

export const plugin = (schema) => {
  const abstract = Object.values(schema.getTypeMap()).filter(
    (type) => isAbstractType(type) && !type.name.startsWith("__"),
  );
  const possible = abstract.map((type) => [type.name, schema.getPossibleTypes(type).map(({ name }) => name)]);
  return `export const possibleTypes = ${JSON.stringify(Object.fromEntries(possible), null, 2)};\n`;
};
