import {
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isObjectType,
} from "graphql";
import { columnOf, TYPE_COLUMN } from "./columns.ts";
import { isConnection, type PageRows, toConnection } from "./page.ts";
import type { AnyProjection, ObjectProjection } from "./projection.ts";

type Row = Record<string, unknown>;

/**
 * Makes every projected type read its rows: each field by its response key, so that aliases keep apart, and the object
 * type of an interface or union by the row. It replaces what resolvers these fields had.
 *
 * @param projections by the name of their type; the members of an interface come along
 * @throws Error when a field or a member has no source, or a source no field
 */
export function attachProjections(schema: GraphQLSchema, projections: Record<string, AnyProjection>): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (isAbstractType(type)) type.resolveType = (row: Row) => (row[TYPE_COLUMN] ?? row.__typename) as string;
  }
  for (const [name, projection] of Object.entries(projections)) {
    if (!("members" in projection)) attach(schema, name, projection);
    else {
      checkMembers(schema, name, Object.keys(projection.members));
      for (const [member, { projection: own }] of Object.entries(projection.members)) attach(schema, member, own);
    }
  }
}

function checkMembers(schema: GraphQLSchema, name: string, members: string[]): void {
  const type = schema.getType(name);
  if (!isAbstractType(type)) throw new Error(`${name} has members in its projection but is no interface or union`);
  const missing = schema.getPossibleTypes(type).find((possible) => !members.includes(possible.name));
  if (missing) throw new Error(`${missing.name} is not a member of the projection of ${name}`);
}

function attach(schema: GraphQLSchema, name: string, { fields }: ObjectProjection): void {
  const type = schema.getType(name);
  if (!isObjectType(type)) throw new Error(`${name} has a projection but is no object type`);
  const unknown = Object.keys(fields).find((field) => !(field in type.getFields()));
  if (unknown) throw new Error(`${name} has no field ${unknown}, but a source for it`);
  for (const field of Object.values(type.getFields())) {
    const source = fields[field.name];
    if (!source) throw new Error(`${name}.${field.name} has no source in its projection`);
    const read = readerOf(type);
    const finish =
      typeof source === "string" ? undefined : (source.resolve as ((v: unknown, c: unknown) => unknown) | undefined);
    if (isConnection(getNamedType(field.type))) {
      field.resolve = (row, args, context, info) => toConnection(read(row, args, context, info) as PageRows);
    } else if (finish) field.resolve = (row, args, context, info) => finish(read(row, args, context, info), context);
    else field.resolve = read;
  }
}

/** A record of another origin (an entity, say) is refused: it has neither aliases nor masks. */
function readerOf(type: GraphQLObjectType): GraphQLFieldResolver<Row, unknown> {
  return (row, _args, _context, { path, fieldName }) => {
    const column = columnOf(String(path.key));
    if (Object.getPrototypeOf(row) === Object.prototype && column in row) return row[column];
    throw new Error(`${type.name}.${fieldName} was asked of a record that no projection has read`);
  };
}
