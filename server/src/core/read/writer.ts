import { countedUpTo } from "@clientela/shared/paging";
import {
  type FieldNode,
  GraphQLError,
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  getNamedType,
  isObjectType,
  print,
} from "graphql";
import { type AliasableExpression, type AliasedExpression, expressionBuilder, sql } from "kysely";
import { membersOf, sourcesOf } from "./attach.ts";
import { columnOf, KEY_COLUMN, MEMBER_COLUMN, TYPE_COLUMN } from "./columns.ts";
import { type Around, fieldsOf } from "./fields.ts";
import { Keyset, type PageArguments, type Query } from "./keyset.ts";
import type {
  AnyProjection,
  InterfaceProjection,
  ObjectProjection,
  OrderKey,
  PageHelp,
  Scope,
  ViewerScope,
} from "./projection.ts";
import { Search } from "./search.ts";
import { argumentSlots, Slot, type Slots } from "./slots.ts";

const MAX_COUNTED = countedUpTo + 1;

type Fields = ReadonlyMap<string, readonly FieldNode[]>;
type Column = AliasedExpression<unknown, string>;
/** What a query selects of a type. */
interface Selection {
  type: GraphQLObjectType | GraphQLInterfaceType;
  nodes: readonly FieldNode[];
}

/** The viewer's identity stays a slot, so that viewers of one shape share a statement. */
const viewerSlots = {
  userId: new Slot(({ viewer }) => viewer.userId),
  teamIds: new Slot(({ viewer }) => viewer.teamIds),
  locale: new Slot(({ viewer }) => viewer.locale),
};

/** Writes the SQL of one root field by walking its selection along the projections. */
export class Writer {
  /** An argument that holds a cursor, if any of the statement does. */
  cursor: string | undefined;
  private readonly viewer: ViewerScope;
  private fieldCount = 0;

  constructor(
    private readonly info: Around,
    { kind, role, seesAllClients, seesContactData }: Omit<ViewerScope, keyof typeof viewerSlots>,
  ) {
    this.viewer = { kind, role, seesAllClients, seesContactData, ...viewerSlots };
  }

  /** What the SQL of a field may use; `bound` stands in for arguments of the same name. */
  scope(field: GraphQLField<unknown, unknown>, nodes: readonly FieldNode[], bound: object = {}): Scope<never, never> {
    const node = nodes[0] as FieldNode;
    const args = { ...argumentSlots(field, node, this.info.variableValues, this.fieldCount++), ...bound };
    const selection = { type: getNamedType(field.type) as Selection["type"], nodes };
    const item = isObjectType(selection.type) ? sql.ref("o") : sql.ref(`o.${MEMBER_COLUMN}`);
    // Projections are checked where they are written; from here on any table will do.
    const scope: WriterScope = {
      eb: expressionBuilder(),
      args,
      viewer: this.viewer,
      one: (of, from) => sql`(select to_json(${item}) from ${this.select(of, from, selection)} as o)`,
      many: (of, from) => sql`(select coalesce(json_agg(${item}), '[]') from ${this.select(of, from, selection)} as o)`,
      page: (of, from, order, help) => this.page(of, from, selection, [order].flat(), args, help),
      same: (of) => sql`(select to_json(o) from (select ${sql.join(this.columns(of, selection))}) as o)`,
    };
    return scope as unknown as Scope<never, never>;
  }

  private select(of: AnyProjection, from: Query, selection: Selection, extra: Column[] = []): Query {
    const columns = "kindColumn" in of ? [this.member(of, selection)] : this.columns(of, selection);
    return from.select([...columns, ...extra]) as Query;
  }

  /** A row of an interface or union: the columns of the object type that its kind tells. */
  private member(of: InterfaceProjection, { type: family, nodes }: Selection): Column {
    const kind = sql.ref(`${of.table}.${of.kindColumn}`);
    const branches = Object.entries(membersOf(family as GraphQLInterfaceType)).map(([name, { kinds, projection }]) => {
      const type = this.info.schema.getType(name) as GraphQLObjectType;
      const columns = [sql.lit(name).as(TYPE_COLUMN), ...this.columns(projection, { type, nodes })];
      const json = sql`(select to_json(m) from (select ${sql.join(columns)}) as m)`;
      return {
        rest: !kinds,
        sql: kinds ? sql`when ${kind} in (${sql.join(kinds.map(sql.lit))}) then ${json}` : sql`else ${json}`,
      };
    });
    branches.sort((a, b) => Number(a.rest) - Number(b.rest));
    return sql`case ${sql.join(
      branches.map((branch) => branch.sql),
      sql` `,
    )} end`.as(MEMBER_COLUMN);
  }

  private columns({ table }: ObjectProjection, { type, nodes }: Selection): Column[] {
    const sources = sourcesOf(type as GraphQLObjectType);
    const columns = [...this.fields({ type, nodes })].flatMap(([key, [node, ...others]]) => {
      const name = (node as FieldNode).name.value;
      if (name === "__typename") return [];
      const source = sources[name];
      if (!source) throw new Error(`${type.name}.${name} has no source in its projection`);
      if (typeof source === "string") return [sql.ref(`${table}.${source}`).as(columnOf(key))];
      const field = type.getFields()[name] as GraphQLField<unknown, unknown>;
      return [source.select(this.scope(field, [node as FieldNode, ...others]) as never).as(columnOf(key))];
    });
    return columns.length ? columns : [sql.lit(null).as(columnOf("#"))];
  }

  /** One statement for all of a page, each part only when it is selected: see `PageRows`. */
  private page(
    of: AnyProjection,
    from: Query,
    { type, nodes }: Selection,
    order: readonly OrderKey[],
    args: Slots<PageArguments>,
    { within, sought }: PageHelp = {},
  ): AliasableExpression<unknown> {
    const id = sql.ref(`${of.table}.id`);
    const keyset = new Keyset([...order, { by: id, direction: order.at(-1)?.direction ?? "asc" }], args);
    const search = sought && new Search(keyset, of.table, sought, within);
    this.cursor ??= keyset.cursor;

    const page = this.fields({ type, nodes });
    const edges = this.selected("edges", type, page);
    const pageInfo = this.selected("pageInfo", type, page);
    const edge = this.fields(edges);
    // The same rows serve both, so both selections are read as one.
    const records = this.selected("nodes", type, page);
    records.nodes = [...records.nodes, ...this.selected("node", edges.type, edge).nodes];
    const info = [...this.fields(pageInfo).values()].map(([node]) => node?.name.value);
    const cursors =
      this.selected("cursor", edges.type, edge).nodes.length > 0 || info.some((name) => name?.endsWith("Cursor"));
    const parts: Column[] = [sql`${sql.lit(JSON.stringify(keyset.state))}::json`.as("state"), keyset.size.as("size")];
    if (records.nodes.length || edges.nodes.length || pageInfo.nodes.length) {
      const found = search ? search.seek(from) : within ? keyset.near(from, within) : from;
      const rows = this.select(of, found, records, cursors ? [keyset.key.as(KEY_COLUMN)] : []);
      parts.push(sql`(select coalesce(json_agg(o), '[]') from ${keyset.page(rows)} as o)`.as("rows"));
    }
    if (this.selected("totalCount", type, page).nodes.length) {
      const counted = from.select(sql.lit(1).as("one")).limit(sql.lit(MAX_COUNTED));
      const total = search ? search.count(from, MAX_COUNTED) : sql`(select count(*) from ${counted} as counted)`;
      parts.push(total.as("total"));
    }
    return sql`(select to_json(p) from (select ${sql.join(parts)}) as p)`;
  }

  /** The selections of one field of a type, under all its aliases. */
  private selected(name: string, type: Selection["type"], fields: Fields): Selection {
    const field = type.getFields()[name] as GraphQLField<unknown, unknown>;
    const nodes = [...fields.values()].filter(([node]) => node?.name.value === name).flat();
    return { type: getNamedType(field.type) as Selection["type"], nodes };
  }

  /**
   * The fields selected of an object type by their response keys, fragments and directives applied.
   *
   * @throws GraphQLError BAD_USER_INPUT when `nodes` and `edges.node` put different things under one key
   */
  private fields({ type, nodes }: Selection): Fields {
    const fields = fieldsOf(this.info, type as GraphQLObjectType, nodes);
    for (const [key, [first, ...others]] of fields) {
      if (others.length === 0) continue;
      const called = callOf(first as FieldNode);
      // GraphQL's own validation only compares selections under one parent, and these were merged from two.
      if (others.some((node) => callOf(node) !== called)) {
        const message = `Give "${key}" another alias: it is selected in two ways from one connection`;
        throw new GraphQLError(message, {
          nodes: [first as FieldNode, ...others],
          extensions: { code: "BAD_USER_INPUT" },
        });
      }
    }
    return fields;
  }
}

const callOf = ({ name, arguments: args = [] }: FieldNode) => `${name.value}(${args.map(print).sort().join()})`;

/** A scope as the writer makes it, whatever its table. */
interface WriterScope {
  eb: unknown;
  args: unknown;
  viewer: ViewerScope;
  one(of: AnyProjection, from: Query): AliasableExpression<unknown>;
  many(of: AnyProjection, from: Query): AliasableExpression<unknown>;
  page(
    of: AnyProjection,
    from: Query,
    order: OrderKey | readonly OrderKey[],
    help?: PageHelp,
  ): AliasableExpression<unknown>;
  same(of: ObjectProjection): AliasableExpression<unknown>;
}
