import {
  buildSchema,
  type ExecutionResult,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  isObjectType,
  parse,
  validate,
} from "graphql";
import pg from "pg";
import { createTestDatabase } from "../../../test/database.ts";
import { CalendarDate, DateTime } from "../scalars.ts";
import type { Viewer } from "../viewer.ts";
import { attachProjections, type Readable } from "./attach.ts";
import { executorOf } from "./execute.ts";
import {
  type Context,
  projections,
  SCHEMA,
  shopById,
  shopCount,
  shopList,
  shopStats,
  TABLES,
  type World,
} from "./fixture.world.ts";
import type { Root } from "./projection.ts";
import { Reader } from "./reader.ts";
import { StatementCache } from "./statements.ts";

/** Sees everything. */
export const owner: Viewer = {
  kind: "user",
  userId: "00000000-0000-7000-8000-000000000001",
  role: "OWNER",
  teamIds: [],
  seesAllClients: true,
  seesContactData: true,
  locale: "es",
  country: null,
};

/** An agent who sees what these teams have, and no contact data. */
export const agentOf = (...teamIds: string[]): Viewer => ({
  ...owner,
  role: "AGENT",
  teamIds,
  seesAllClients: false,
  seesContactData: false,
});

/** The schema of the world with its projections attached, and what modules add. */
export function worldSchema(attached: Readable["projections"] = projections, ...modules: Readable[]) {
  const schema = buildSchema(SCHEMA);
  Object.assign(schema.getType("DateTime") as object, DateTime.toConfig());
  Object.assign(schema.getType("Date") as object, CalendarDate.toConfig());
  attachProjections(schema, [{ projections: attached }, ...modules]);
  return schema;
}

/** Tells how often graphql-js has resolved a field of the schema's objects. */
export function countResolved(schema: GraphQLSchema): () => number {
  let count = 0;
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type === schema.getQueryType()) continue;
    for (const field of Object.values(type.getFields())) {
      const { resolve } = field;
      if (!resolve) continue;
      field.resolve = (...given) => {
        count++;
        return resolve(...given) as unknown;
      };
    }
  }
  return () => count;
}

interface Sent {
  name?: string;
  text: string;
  values: unknown[];
}

/** A database with the tables of the world, and a reader on it whose statements are kept in `sent`. */
export async function openWorld() {
  const database = await createTestDatabase();
  const options = "-c search_path=read_core -c timezone=UTC";
  const pool = new pg.Pool({ connectionString: database.url, options, max: 4 });
  // A pool calls itself ended before its connections are closed, and dropping the database cuts those off.
  pool.on("connect", (client) => client.on("error", () => {}));
  await pool.query(TABLES);
  const sent: Sent[] = [];
  const spied = {
    query: (statement: Sent) => {
      sent.push(statement);
      return pool.query(statement);
    },
  };
  const cache = new StatementCache();
  const reader = new Reader<World>(spied as unknown as pg.Pool, cache);
  const schema = worldSchema();
  const execute = executorOf(schema);
  const documents = new Map<string, ReturnType<typeof parse>>();
  const authors: Context["authors"] = new Map();

  const by =
    <A>(root: Root<A, World>) =>
    (_args: unknown, { viewer }: Context, info: GraphQLResolveInfo) =>
      reader.read(root, info, viewer);
  const known =
    (id?: string) =>
    (args: { id?: string }, { viewer }: Context, info: GraphQLResolveInfo) =>
      reader.read(shopById, info, viewer, { id: id ?? (args.id as string) });
  /** Answers each root field by its root; `favourites` are ids that no argument names. */
  const rootValue = (favourites: string[]) => ({
    shop: by(shopById),
    shops: by(shopList),
    shopCount: by(shopCount),
    shopStats: by(shopStats),
    rename: known(),
    stray: new (class Entity {
      name = "not read by its projection";
    })(),
    viewer: { favourites: favourites.map((id) => ({ shop: known(id) })) },
  });

  return {
    pool,
    reader,
    schema,
    rootValue: rootValue([]),
    sent,
    cache,
    authors,
    /** Validates and runs a query; the same text is the same document, as in the server. */
    async ask<Data = Record<string, unknown>>(
      source: string,
      variables: Record<string, unknown> = {},
      viewer = owner,
      favourites: string[] = [],
    ): Promise<ExecutionResult<Data>> {
      const document = documents.get(source) ?? parse(source);
      documents.set(source, document);
      const [error] = validate(schema, document);
      if (error) throw error;
      const contextValue: Context = { viewer, authors };
      const run = { schema, document, variableValues: variables, contextValue, rootValue: rootValue(favourites) };
      return (await execute(run)) as ExecutionResult<Data>;
    },
    /** Adds a row and answers its id. */
    async insert(table: keyof World, row: Record<string, unknown>): Promise<string> {
      const places = Object.keys(row).map((_, i) => `$${i + 1}`);
      const text = `insert into ${table} (${Object.keys(row)}) values (${places}) returning id`;
      const { rows } = await pool.query(text, Object.values(row));
      return rows[0].id;
    },
    async close(): Promise<void> {
      await pool.end();
      await database.drop();
    },
  };
}

export const NORTH = "00000000-0000-7000-8000-00000000000a";
export const SOUTH = "00000000-0000-7000-8000-00000000000b";
const ANA = "00000000-0000-7000-8000-00000000000c";

/** A world with two shops. One has events of four kinds; the first event has three comments. */
export async function openTown() {
  const world = await openWorld();
  world.authors.set(ANA, { id: ANA, name: "Ana" });
  const bakery = await world.insert("shop", {
    name: "Bakery",
    team_id: NORTH,
    email: "hola@pan.es",
    rating: 4,
    opened_at: "2024-01-31T10:00:00.123456Z",
    founded: "1999-12-31",
    revenue: "12345678901234567890.12",
    city: "Vigo",
  });
  const library = await world.insert("shop", {
    name: "Library",
    team_id: SOUTH,
    email: "leer@libros.es",
    status: "CLOSED",
    opened_at: "2024-02-01T10:00:00Z",
    parent_id: bakery,
  });
  const event = (kind: string, minute: number, more = {}) =>
    world.insert("event", { shop_id: bakery, kind, at: `2024-03-01T10:${10 + minute}:00Z`, ...more });
  const note = await event("NOTE", 0, { body: "first", author_id: ANA });
  await event("CALL", 1, { body: "second" });
  await event("EDITED", 2, { changes: JSON.stringify([{ field: "name", before: "Pan", after: null }]) });
  await event("PAID", 3);
  for (const n of [1, 2, 3]) {
    await world.insert("comment", { event_id: note, text: `c${n}`, at: `2024-03-02T10:0${n}:00Z` });
  }
  /** What a selection on the bakery answers, without errors. */
  const ofBakery = async (selection: string, variables = {}, viewer = owner, head = "") => {
    const query = `query${head} { shop(id: "${bakery}") { ${selection} } }`;
    const { data, errors } = await world.ask<{ shop: Record<string, unknown> }>(query, variables, viewer);
    if (errors?.[0]) throw errors[0];
    return data?.shop;
  };
  return { ...world, bakery, library, ofBakery };
}
