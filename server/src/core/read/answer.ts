import {
  type FieldNode,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
} from "graphql";
import { type ReadField, readOf, typeNameOf } from "./attach.ts";
import { columnOf } from "./columns.ts";
import { type Around, fieldsOf } from "./fields.ts";

/**
 * Makes what GraphQL shows out of what a field holds, as graphql-js does where nothing is wrong.
 *
 * @throws where graphql-js would find an error or wait: it is to do it then
 */
export type Show = (value: unknown, context: unknown) => unknown;
/** Thrown for a selection that only graphql-js can answer. */
export class NotCovered extends Error {}
/** What functions are made from, and how many fields they show so far: that is what they weigh. */
export interface Making extends Around {
  fields: number;
}

/** @throws NotCovered */
export function showOf(type: GraphQLOutputType, nodes: readonly FieldNode[], around: Making): Show {
  if (isNonNullType(type)) return showGiven(showOf(type.ofType, nodes, around));
  if (isListType(type)) return showList(showOf(type.ofType, nodes, around));
  if (isLeafType(type)) return showLeaf(type);
  if (!isAbstractType(type)) return showObject(type, nodes, around);
  const members = around.schema
    .getPossibleTypes(type)
    .map((member) => [member.name, showObject(member, nodes, around)]);
  const shows = new Map(members as [string, Show][]);
  return (value, context) => (value == null ? null : (shows.get(typeNameOf(value as Row)) as Show)(value, context));
}

type Row = Record<string, unknown>;

const showGiven =
  (show: Show): Show =>
  (value, context) => {
    const shown = show(value, context);
    if (shown === null) throw new Error("Null where none may be");
    return shown;
  };

const showList =
  (show: Show): Show =>
  (value, context) => {
    if (value == null) return null;
    if (!Array.isArray(value)) throw new Error("No list");
    return value.map((item) => show(item, context));
  };

const showLeaf =
  (type: GraphQLLeafType): Show =>
  (value) => {
    if (value == null) return null;
    if (typeof value === "object") refuseUnready(value);
    const shown: unknown = type.serialize(value);
    if (shown == null) throw new Error("A value that is not to be shown");
    return shown;
  };

interface ShownField {
  key: string;
  read: ReadField;
  /** The name by which it is read. */
  name: string;
  show: Show;
}

function showObject(type: GraphQLObjectType, nodes: readonly FieldNode[], around: Making): Show {
  const fields = [...fieldsOf(around, type, nodes)].map(([key, of]) => shownField(type, key, of, around));
  around.fields += fields.length;
  return (value, context) => {
    if (value == null) return null;
    if (typeof value !== "object") throw new Error("No object");
    refuseUnready(value);
    const shown: Row = {};
    for (const { key, read, name, show } of fields) shown[key] = show(read(value as Row, name, context), context);
    return shown;
  };
}

function shownField(type: GraphQLObjectType, key: string, nodes: readonly FieldNode[], around: Making): ShownField {
  const name = nodes[0]?.name.value as string;
  if (name === "__typename") return { key, name, read: () => type.name, show: (typename) => typename };
  const field = type.getFields()[name];
  // To set `__proto__` is to set something else.
  if (!field || key === "__proto__") throw new NotCovered();
  const show = showOf(field.type, nodes, around);
  const read = readOf(field);
  if (read) return { key, name: columnOf(key), read, show };
  if (field.resolve) throw new NotCovered();
  return { key, name, read: property, show };
}

const property: ReadField = (object, name) => {
  const value = object[name];
  if (typeof value === "function") throw new Error("To be called");
  return value;
};

function refuseUnready(value: object): void {
  if (value instanceof Error || typeof (value as { then?: unknown }).then === "function") throw new Error("Not ready");
}
