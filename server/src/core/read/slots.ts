import { pageSize } from "@clientela/shared/paging";
import {
  type FieldNode,
  type GraphQLField,
  type GraphQLInputType,
  getArgumentValues,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isScalarType,
} from "graphql";
import { type Expression, ValueNode } from "kysely";
import type { Viewer } from "../viewer.ts";

export type Values = Record<string, unknown>;

/** What one execution of a statement is bound to. */
export interface Run {
  variables: Values;
  viewer: Viewer;
  bound: Values;
  /** The arguments of each field of the statement, coerced once per run, by the number of the field. */
  args: Values[];
}

/** A value known only at execution. It stands in a query like any expression, and is read from the run at sending. */
export class Slot<T> implements Expression<T> {
  constructor(
    readonly read: (run: Run) => T,
    /** The value itself where the text of a statement may depend on it: see `knownOf`. */
    readonly known?: T,
  ) {}

  /** The slot of a value made from this one's. */
  map<U>(change: (value: T) => U): Slot<U> {
    return new Slot((run) => change(this.read(run)), this.known === undefined ? undefined : change(this.known));
  }

  get expressionType(): T | undefined {
    return undefined;
  }

  toOperationNode() {
    return ValueNode.create(this);
  }
}

type Scalar = string | number | bigint | Date;
type Slotted<V> = V extends boolean
  ? V
  : V extends Scalar
    ? string extends V
      ? Slot<V>
      : V extends string
        ? V
        : Slot<V>
    : V extends readonly (infer I)[]
      ? I extends Scalar | boolean | null
        ? Slot<V>
        : Slots<I>[]
      : V extends object
        ? Slots<V>
        : never;

/**
 * Arguments while a statement is written. Enums and booleans are known. Other leaf values, and lists of leaf values,
 * are slots. Input objects and lists of them keep their shape. Absent is undefined, explicit null is null.
 */
export type Slots<A> = {
  [K in keyof A]: unknown extends A[K]
    ? Slot<unknown> | null | undefined
    : Slotted<NonNullable<A[K]>> | Extract<A[K], null | undefined>;
};

/** A list with one condition if the value is given, and with none if it is absent, null or an empty list. */
export function when<V, C>(value: V | null | undefined, condition: (value: V) => C): C[] {
  if (value === null || value === undefined || (value instanceof Slot && isEmptyList(value.known))) return [];
  return [condition(value)];
}

/** The arguments of a field as slots; `number` tells the fields of one statement apart. */
export function argumentSlots(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  variables: Values,
  number: number,
): Values {
  const now = getArgumentValues(field, node, variables);
  const read = readerOf(field, node, number);
  return Object.fromEntries(
    field.args.map(({ name, type }) => [name, slotsOf(outlineOf(now[name], type), at(read, name))]),
  );
}

type Read = (run: Run) => unknown;

// The reader must not capture argument values: the statement is reused for other requests.
const readerOf = (field: GraphQLField<unknown, unknown>, node: FieldNode, number: number) => (run: Run) => {
  run.args[number] ??= getArgumentValues(field, node, run.variables);
  return run.args[number];
};
const at = (read: Read, key: string | number) => (run: Run) => (read(run) as Values)[key];

function slotsOf(outline: unknown, read: Read): unknown {
  if (outline instanceof Open) return new Slot(read, outline.known);
  if (Array.isArray(outline)) return outline.map((item, i) => slotsOf(item, at(read, i)));
  if (outline === null || typeof outline !== "object") return outline;
  return Object.fromEntries(Object.entries(outline).map(([key, inner]) => [key, slotsOf(inner, at(read, key))]));
}

/** All of a variable that the text of a statement may depend on. */
export const shapeOf = (value: unknown, type: GraphQLInputType): string => JSON.stringify(outlineOf(value, type)) ?? "";

/** Stands in an outline for a value that a slot will hold. */
class Open {
  constructor(readonly known: unknown) {}
}

/** What of a value is known while the text of a statement is written. */
function outlineOf(value: unknown, type: GraphQLInputType): unknown {
  if (value === null || value === undefined) return value;
  const nullable = getNullableType(type);
  if (isInputObjectType(nullable)) {
    const fields = Object.values(nullable.getFields());
    return Object.fromEntries(fields.map((f) => [f.name, outlineOf((value as Values)[f.name], f.type)]));
  }
  if (isListType(nullable) && isInputObjectType(getNullableType(nullable.ofType))) {
    return (value as unknown[]).map((item) => outlineOf(item, nullable.ofType));
  }
  return isKnown(nullable) ? value : new Open(knownOf(value));
}

/**
 * PostgreSQL plans each execution anew when it cannot see a limit, so texts hold one; not each size in a text of its
 * own. These are the sizes that the admin asks for.
 */
const SIZES_IN_TEXT = [1, 5, 10, 30, 50, pageSize.most];

/** A slot tells two things of its value: that a list is empty, and of what may be a page's size one that is not smaller. */
function knownOf(value: unknown): unknown {
  if (isEmptyList(value)) return value;
  return Number.isInteger(value) && (value as number) >= 0
    ? SIZES_IN_TEXT.find((size) => size >= (value as number))
    : undefined;
}
const isEmptyList = (value: unknown) => Array.isArray(value) && value.length === 0;

const isKnown = (type: GraphQLInputType) => isEnumType(type) || (isScalarType(type) && type.name === "Boolean");

/** A value that stands in for an argument: a slot, or null. */
export type BoundValue = string | number | Date | readonly string[] | null;
/** The arguments that a caller may bind: those that are slots. */
export type Bound<A> = {
  [K in keyof A as NonNullable<Slots<A>[K]> extends Slot<unknown> ? K : never]?: A[K] & BoundValue;
};

export const boundSlots = (bound: Values): Values => slotsOf(outlineOfBound(bound), ({ bound: now }) => now) as Values;

export const boundShape = (bound: Values): string => JSON.stringify(outlineOfBound(bound));

const outlineOfBound = (bound: Values): Values =>
  Object.fromEntries(
    Object.entries(bound).map(([name, value]) => [name, value === null ? null : new Open(knownOf(value))]),
  );
