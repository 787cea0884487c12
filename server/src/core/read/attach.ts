import {
  type GraphQLAbstractType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isObjectType,
} from "graphql";
import { columnOf, TYPE_COLUMN } from "./columns.ts";
import { isConnection, toConnection } from "./page.ts";
import type { AnyProjection, Member, ObjectProjection } from "./projection.ts";

type Row = Record<string, unknown>;
type Fields = ObjectProjection["fields"];
type Source = Fields[string];

/** What a module brings to be read. */
export interface Readable {
  /** By the name of their type. */
  projections?: Record<string, AnyProjection>;
  /** Fields that it adds to types of other modules, by type and name; a resolver class of its own declares them. */
  extend?: Record<string, Fields>;
  /** Object types that it adds to another module's interface, by the interface's name. */
  members?: Record<string, readonly AddedMember[]>;
}
export interface AddedMember extends Member {
  type: { name: string };
}

/**
 * Makes every projected type read its rows. A field is read by its response key, so that aliases keep apart; the row
 * tells the object type of an interface or union. Former resolvers of these fields are replaced.
 *
 * @throws Error when a field or a member has no source, or a source no field, or two modules give the same
 */
export function attachProjections(schema: GraphQLSchema, modules: readonly Readable[]): void {
  const all = new Sources(schema);
  for (const { projections = {} } of modules) {
    for (const [name, projection] of Object.entries(projections)) {
      if (!("kindColumn" in projection)) all.give(name, projection.fields);
      else for (const [member, own] of Object.entries(projection.members ?? {})) all.join(name, member, own);
    }
  }
  for (const { members = {} } of modules) {
    for (const [name, added] of Object.entries(members)) for (const own of added) all.join(name, own.type.name, own);
  }
  for (const { extend = {} } of modules) {
    for (const [name, fields] of Object.entries(extend)) all.extend(name, fields);
  }
  all.attach();
  for (const type of Object.values(schema.getTypeMap())) {
    if (isAbstractType(type)) type.resolveType = typeNameOf;
  }
}

/** The object type of a row of an interface or union. */
export const typeNameOf = (row: Row) => (row[TYPE_COLUMN] ?? row.__typename) as string;

/** Stands for the kinds of a member without kinds. */
const REST = "all that no other takes";

/** The sources that modules give, until all have given theirs. */
class Sources {
  private readonly fields = new Map<string, Fields>();
  private readonly members = new Map<string, Record<string, Member>>();

  constructor(private readonly schema: GraphQLSchema) {}

  give(name: string, fields: Fields): void {
    if (!isObjectType(this.schema.getType(name))) throw new Error(`${name} has a projection but is no object type`);
    const given = this.fields.get(name) ?? {};
    const twice = Object.keys(fields).find((field) => field in given);
    if (twice) throw new Error(`${name}.${twice} has two sources`);
    this.fields.set(name, { ...given, ...fields });
  }

  join(name: string, member: string, { kinds, projection }: Member): void {
    if (!isAbstractType(this.schema.getType(name))) {
      throw new Error(`${name} has members in its projection but is no interface or union`);
    }
    const members = this.members.get(name) ?? {};
    const taken = Object.values(members).flatMap((other) => other.kinds ?? [REST]);
    const twice = (kinds ?? [REST]).find((kind) => taken.includes(kind));
    if (twice) throw new Error(`${member} is not the only member of ${name} that takes ${twice}`);
    this.members.set(name, { ...members, [member]: { kinds, projection } });
    this.give(member, projection.fields);
  }

  /** Each member of an interface gets its fields. */
  extend(name: string, fields: Fields): void {
    const type = this.schema.getType(name);
    if (!isAbstractType(type)) this.give(name, fields);
    else for (const member of this.schema.getPossibleTypes(type)) this.give(member.name, fields);
  }

  attach(): void {
    for (const [name, members] of this.members) {
      const type = this.schema.getType(name) as GraphQLAbstractType;
      const missing = this.schema.getPossibleTypes(type).find((possible) => !(possible.name in members));
      if (missing) throw new Error(`${missing.name} is not a member of the projection of ${name}`);
      type.extensions = { ...type.extensions, [MEMBERS]: members };
    }
    for (const [name, fields] of this.fields) {
      const type = this.schema.getType(name) as GraphQLObjectType;
      attach(type, fields);
      type.extensions = { ...type.extensions, [SOURCES]: fields };
    }
  }
}

const SOURCES = "sources";
const MEMBERS = "members";

/** Where the fields of a type come from, whichever module gave them. */
export const sourcesOf = ({ extensions }: GraphQLObjectType): Fields => (extensions[SOURCES] ?? {}) as Fields;
/** The object types of an interface or union, whichever module brought them. */
export const membersOf = ({ extensions }: GraphQLAbstractType) => (extensions[MEMBERS] ?? {}) as Record<string, Member>;

function attach(type: GraphQLObjectType, fields: Fields): void {
  const { name } = type;
  const unknown = Object.keys(fields).find((field) => !(field in type.getFields()));
  if (unknown) throw new Error(`${name} has no field ${unknown}, but a source for it`);
  for (const field of Object.values(type.getFields())) {
    const source = fields[field.name];
    if (!source) throw new Error(`${name}.${field.name} has no source in its projection`);
    const read = readerOf(type, field, source);
    field.extensions = { ...field.extensions, [READ]: read };
    field.resolve = (row, _args, context, { path }) => read(row, columnOf(String(path.key)), context);
  }
}

/** Reads a field of a row by its column. */
export type ReadField = (row: Row, column: string, context: unknown) => unknown;
const READ = "read";
/** How a projected field is read, if it is one. */
export const readOf = ({ extensions }: GraphQLField<unknown, unknown>) => extensions[READ] as ReadField | undefined;

function readerOf(type: GraphQLObjectType, field: GraphQLField<unknown, unknown>, source: Source): ReadField {
  const finish = isConnection(getNamedType(field.type))
    ? (toConnection as (value: unknown, context: unknown) => unknown)
    : typeof source !== "string" && (source.resolve as ((value: unknown, context: unknown) => unknown) | undefined);
  return (row, column, context) => {
    const value = row[column];
    // A record of another origin (an entity, say) has neither aliases nor masks.
    if (value === undefined || Object.getPrototypeOf(row) !== Object.prototype) {
      throw new Error(`${type.name}.${field.name} was asked of a record that no projection has read`);
    }
    return finish ? finish(value, context) : value;
  };
}
