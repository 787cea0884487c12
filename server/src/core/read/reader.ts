import {
  GraphQLError,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLResolveInfo,
  getNamedType,
  isLeafType,
  type OperationDefinitionNode,
  typeFromAST,
} from "graphql";
import { CompiledQuery, type Kysely, type RawBuilder, sql } from "kysely";
import type { CustomTypesConfig, QueryConfig, QueryResult } from "pg";
import type { Database } from "../../database/tables.ts";
import { AppError } from "../errors.ts";
import { Sharing } from "../sharing.ts";
import { Turns } from "../turns.ts";
import { type Viewer, viewerShape } from "../viewer.ts";
import { compile } from "./compile.ts";
import { badCursor } from "./keyset.ts";
import { isConnection, type PageRows, toConnection } from "./page.ts";
import type { Root, Scope } from "./projection.ts";
import { type Bound, boundShape, boundSlots, Slot, shapeOf, type Values } from "./slots.ts";
import { type Statement, StatementCache } from "./statements.ts";
import { Writer } from "./writer.ts";

/** PostgreSQL's code for a text with a NUL character, which it cannot hold. */
const NO_TEXT = "22021";
/** PostgreSQL's codes for a text that does not fit the compared type: a number, a moment, a uuid. */
const UNREADABLE = new Set([NO_TEXT, "22P02", "22003", "22007", "22008"]);

/** The most JSON of one operation's answer: all of it is held in memory until its reader has taken it. */
export const MAX_ANSWER = 4 << 20;
/** JSON stays text until its size is known; our statements answer nothing else. */
const asText = { getTypeParser: () => (text: string) => text };

/** A pool, a connection of one, or a transaction. */
export interface Sender {
  query(statement: QueryConfig): Promise<Pick<QueryResult, "rows">>;
}

interface Operation {
  id: number;
  variables: [name: string, type: GraphQLInputType][];
}

/**
 * Answers a field by one statement, written once per operation, viewer shape and argument shape, then only bound and
 * sent.
 */
export class Reader<DB = Database> {
  private readonly operations = new WeakMap<OperationDefinitionNode, Operation>();
  private readonly roots = new WeakMap<object, number>();
  private readonly shared = new Sharing<unknown>();
  /** How much was read for an operation so far, by the variables that it runs with. */
  private readonly answered = new WeakMap<object, number>();
  private readonly turns: { reading: Turns; planning: Turns };
  private lastId = 0;

  constructor(
    private readonly pool: Sender,
    private readonly statements = new StatementCache(),
    /**
     * Sessions of this pool plan each statement for its values; sessions of `pool` may keep one plan for all values.
     */
    private readonly planning = pool,
    /** How many statements of one person run at once in each pool: the other connections are for others. */
    atOnce = { reading: Number.POSITIVE_INFINITY, planning: Number.POSITIVE_INFINITY },
  ) {
    this.turns = { reading: new Turns(atOnce.reading), planning: new Turns(atOnce.planning) };
  }

  /**
   * Reads the selection of a field, from that field's resolver: a row or null, rows, a connection or a plain value.
   * Only GraphQL looks into rows.
   *
   * @param bound stands in for arguments of the same name: the id of the record that a mutation has just made
   * @param transaction reads inside it instead of on a connection of the pool
   * @throws GraphQLError BAD_USER_INPUT for a page size or a cursor that does not fit, for text with a NUL character,
   *   for too large an answer
   */
  async read<A>(
    root: Root<A, DB>,
    info: GraphQLResolveInfo,
    viewer: Viewer,
    bound: Bound<A> = {},
    transaction?: Sender,
  ): Promise<unknown> {
    const { statement, values } = this.bind(root, info, viewer, bound);
    const [pool, turns, name] = root.plannedAnew
      ? [this.planning, this.turns.planning, undefined]
      : [this.pool, this.turns.reading, this.statements.nameOf(statement)];
    const text = transaction
      ? await this.send(transaction, statement, values, name)
      : await turns.run(viewer.userId, () => this.send(pool, statement, values, name));
    const json = this.parse(text, info);
    return isConnection(getNamedType(info.returnType)) ? toConnection(json as PageRows) : json;
  }

  /**
   * Reads a record for many subscribers at once: all who ask for the same while it is read get one answer. Only for
   * records committed before the first asked, since a later write may be missed.
   */
  async readShared<A>(root: Root<A, DB>, info: GraphQLResolveInfo, viewer: Viewer, bound: Bound<A>): Promise<unknown> {
    const { statement, values } = this.bind(root, info, viewer, bound);
    return this.shared.do(`${statement.name} ${JSON.stringify(values)}`, async () =>
      this.parse(await this.send(this.pool, statement, values, this.statements.nameOf(statement)), info),
    );
  }

  /** @throws BAD_USER_INPUT when an operation is answered with more than it may be */
  private parse(json: unknown, { variableValues }: GraphQLResolveInfo): unknown {
    if (typeof json !== "string") return null;
    const size = (this.answered.get(variableValues) ?? 0) + json.length;
    this.answered.set(variableValues, size);
    if (size > MAX_ANSWER)
      throw new AppError("BAD_USER_INPUT", { key: "errors.answerTooLarge", params: { max: MAX_ANSWER >> 20 } });
    return JSON.parse(json);
  }

  private bind(root: Root<never, DB>, info: GraphQLResolveInfo, viewer: Viewer, bound: Values) {
    const statement = this.statements.get(this.keyOf(root, info, viewer, bound), () =>
      write(root, info, viewer, bound),
    );
    const run = { variables: info.variableValues, viewer, bound, args: [] };
    return {
      statement,
      values: statement.parameters.map((value) => (value instanceof Slot ? value.read(run) : value)),
    };
  }

  /**
   * Runs a statement of a write in its transaction, such as an `insert … select` over the rows that match a filter.
   * Call it from the resolver of the field whose argument the filter is.
   */
  async run<A>(
    build: (scope: Scope<never, A, DB>) => RawBuilder<unknown>,
    info: GraphQLResolveInfo,
    viewer: Viewer,
    transaction: Kysely<DB>,
  ): Promise<void> {
    const field = info.parentType.getFields()[info.fieldName] as GraphQLField<unknown, unknown>;
    const scope = new Writer(info, viewer).scope(field, info.fieldNodes);
    const { sql: text, parameters } = compile(build(scope as unknown as Scope<never, A, DB>));
    const run = { variables: info.variableValues, viewer, bound: {}, args: [] };
    const values = parameters.map((value) => (value instanceof Slot ? value.read(run) : value));
    await transaction.executeQuery(CompiledQuery.raw(text, values));
  }

  private async send(
    sender: Sender,
    { sql: text, cursor }: Statement,
    values: unknown[],
    name: string | undefined,
  ): Promise<unknown> {
    const types = asText as unknown as CustomTypesConfig;
    try {
      const { rows } = await sender.query({ name, text, values, types });
      return rows[0]?.json;
    } catch (error) {
      const { code } = error as { code?: string };
      if (cursor && code && UNREADABLE.has(code)) throw badCursor(cursor);
      if (code === NO_TEXT) throw new GraphQLError("Not a text", { extensions: { code: "BAD_USER_INPUT" } });
      throw error;
    }
  }

  /** All that the text of a statement depends on. */
  private keyOf(root: object, info: GraphQLResolveInfo, viewer: Viewer, bound: Values): string {
    const { id, variables } = this.operationOf(info);
    const rootId = this.roots.get(root) ?? ++this.lastId;
    this.roots.set(root, rootId);
    const shapes = variables.map(([name, type]) => shapeOf(info.variableValues[name], type)).join();
    return [id, rootId, pathOf(info), viewerShape(viewer), shapes, boundShape(bound)].join("|");
  }

  private operationOf({ operation, schema }: GraphQLResolveInfo): Operation {
    const known = this.operations.get(operation);
    if (known) return known;
    const variables = (operation.variableDefinitions ?? []).map(({ variable, type }): [string, GraphQLInputType] => [
      variable.name.value,
      typeFromAST(schema, type as never) as unknown as GraphQLInputType,
    ]);
    const made = { id: ++this.lastId, variables };
    this.operations.set(operation, made);
    return made;
  }
}

function write<A, DB>(root: Root<A, DB>, info: GraphQLResolveInfo, viewer: Viewer, bound: Values) {
  const field = info.parentType.getFields()[info.fieldName] as GraphQLField<unknown, unknown>;
  const writer = new Writer(info, viewer);
  const scope = writer.scope(field, info.fieldNodes, boundSlots(bound));
  const query = root.build(scope as unknown as Parameters<typeof root.build>[0]);
  // Relations and pages are JSON already; a plain value becomes it, so that all arrive in one form.
  const json = isLeafType(getNamedType(field.type)) ? sql`to_json(${query})` : query;
  const { sql: text, parameters } = compile(sql`select ${json} as json`);
  return { sql: text, parameters, cursor: writer.cursor };
}

/** Where a field stands in its operation: the response keys above it, indexes of lists left out, and its parent's type. */
function pathOf({ path, parentType }: GraphQLResolveInfo): string {
  let text = parentType.name;
  for (let step: typeof path | undefined = path; step; step = step.prev) {
    if (typeof step.key === "string") text += `/${step.key}`;
  }
  return text;
}
