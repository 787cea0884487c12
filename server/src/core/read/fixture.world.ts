import { type ColumnType, expressionBuilder, sql } from "kysely";
import type { Exact } from "../../database/column-types.ts";
import { uuidOrNull } from "../scalars.ts";
import type { Viewer } from "../viewer.ts";
import type { PageArguments } from "./keyset.ts";
import {
  type AbstractProjection,
  asc,
  desc,
  field,
  type Projection,
  type Root,
  type ViewerScope,
} from "./projection.ts";
import { type Slots, when } from "./slots.ts";

// A small world of its own for the tests of the read core: shops of teams, their events, the comments on these.

export interface World {
  shop: {
    id: string;
    parent_id: string | null;
    name: string;
    team_id: string | null;
    email: string | null;
    status: string;
    rating: number | null;
    opened_at: ColumnType<Date>;
    founded: string | null;
    revenue: Exact;
    street: string | null;
    city: string | null;
  };
  event: {
    id: string;
    shop_id: string;
    kind: string;
    at: ColumnType<Date>;
    body: string;
    changes: ColumnType<object | null>;
    author_id: string | null;
  };
  comment: { id: string; event_id: string; text: string; at: ColumnType<Date> };
}

export const TABLES = `
  create schema read_core;
  create table read_core.shop (
    id uuid primary key default uuidv7(), parent_id uuid, name text not null, team_id uuid, email text,
    status text not null default 'OPEN', rating int, opened_at timestamptz not null default now(), founded date,
    revenue numeric not null default 0, street text, city text
  );
  create table read_core.event (
    id uuid primary key default uuidv7(), shop_id uuid not null, kind text not null, at timestamptz not null default now(),
    body text not null default '', changes jsonb, author_id uuid
  );
  create table read_core.comment (
    id uuid primary key default uuidv7(), event_id uuid not null, text text not null, at timestamptz not null default now()
  );`;

const EVENT = "id: ID! kind: String! at: DateTime! shop: Shop! author: Author";
const PAGE = "first: Int, after: String, last: Int, before: String";
const connection = (name: string) => `
  type ${name}Connection { nodes: [${name}!]! edges: [${name}Edge!]! pageInfo: PageInfo! totalCount: Int! }
  type ${name}Edge { cursor: String! node: ${name}! }`;
export const SCHEMA = `
  scalar DateTime
  scalar Date
  type PageInfo { hasNextPage: Boolean! hasPreviousPage: Boolean! startCursor: String endCursor: String }
  type Query {
    shop(id: ID!): Shop
    shops(filter: ShopFilter, orderBy: [ShopOrder!], ${PAGE}): ShopConnection!
    shopCount(filter: ShopFilter): Int!
    shopStats: ShopStats!
    viewer: Favourites!
  }
  type Mutation { rename(id: ID!, name: String!): Shop! stray: Shop! }
  type Favourites { favourites: [Favourite!]! }
  type Favourite { shop: Shop }
  type ShopStats { total: Int! open: Int! }
  enum Status { OPEN CLOSED }
  enum ShopField { NAME RATING OPENED_AT }
  enum Direction { ASC DESC }
  input ShopOrder { field: ShopField! direction: Direction! }
  input ShopFilter { search: String status: [Status!] opened: Span rated: Boolean conditions: [Condition!] }
  input Span { from: DateTime to: DateTime }
  enum Operator { EQ NEQ }
  input Condition { field: ShopField! operator: Operator! value: String! }
  type Shop {
    id: ID! name: String! email: String status: Status! rating: Int openedAt: DateTime! founded: Date revenue: String!
    address: Address! greeting(word: String = "Hello", loud: Boolean): String!
    latest: Event all(kinds: [String!]): [Event!]! parent: Shop
    events(kinds: [String!], ${PAGE}): EventConnection!
    branches(${PAGE}): ShopConnection!
  }
  type Address { street: String city: String }
  type Author { id: ID! name: String! }
  interface Event { ${EVENT} }
  type Message implements Event { ${EVENT} body: String! comments(${PAGE}): CommentConnection! }
  type Edit implements Event { ${EVENT} changes: [Change!]! }
  type Change { field: String! before: String after: String }
  type Other implements Event { ${EVENT} }
  type Comment { id: ID! text: String! at: DateTime! event: Event! }
  ${["Shop", "Event", "Comment"].map(connection).join("")}`;

interface ShopFilter {
  search?: string | null;
  status?: string[] | null;
  opened?: { from?: Date | null; to?: Date | null } | null;
  rated?: boolean | null;
  conditions?: { field: "NAME" | "RATING" | "OPENED_AT"; operator: "EQ" | "NEQ"; value: string }[] | null;
}
interface ShopsArguments extends PageArguments {
  filter?: ShopFilter | null;
}
interface EventsArguments extends PageArguments {
  kinds?: string[] | null;
}

/** What resolvers turn ids into, as reference tables do. */
export interface Context {
  viewer: Viewer;
  authors: Map<string, { id: string; name: string }>;
}

const shopsVisibleTo = (viewer: ViewerScope) => {
  const shops = expressionBuilder<World, "event">().selectFrom("shop");
  return viewer.seesAllClients ? shops : shops.where(sql<boolean>`shop.team_id = any(${viewer.teamIds}::uuid[])`);
};
/** The shops hanging on a shop: a table related to itself needs the outer row under another name, and first. */
const OUTER = sql<{ id: string; parent_id: string | null }>`(select shop.id, shop.parent_id)`;
const field_ = field<"shop", object, World>;

const shopProjection: Projection<"shop", string, World> = {
  table: "shop",
  fields: {
    id: "id",
    name: "name",
    status: "status",
    rating: "rating",
    openedAt: "opened_at",
    founded: "founded",
    revenue: field_(() => sql`shop.revenue::text`),
    email: field_(({ eb, viewer }) =>
      viewer.seesContactData ? eb.ref("shop.email") : sql`left(shop.email, 1) || '•••'`,
    ),
    address: field_(({ same }) => same(addressProjection)),
    greeting: field<"shop", { word: string | null; loud?: boolean | null }, World>(
      ({ args: { word, loud } }) => sql`coalesce(${word}::text, 'nobody greets') || ' ' || ${sql.ref("shop.name")}
        || ${sql.lit(loud === undefined ? "" : loud === null ? "?" : loud ? "!" : ".")}`,
    ),
    latest: field_(({ eb, one }) => one(eventProjection, eventsOf(eb).orderBy("event.at", "desc").limit(sql.lit(1)))),
    all: field<"shop", { kinds?: string[] | null }, World>(({ eb, args, many }) =>
      many(eventProjection, eventsOf(eb, args.kinds).orderBy("event.at")),
    ),
    events: field<"shop", EventsArguments, World>(({ eb, args, page }) =>
      page(eventProjection, eventsOf(eb, args.kinds), desc("event.at")),
    ),
    parent: field_(({ eb, one }) =>
      one(
        shopProjection,
        eb.selectFrom(OUTER.as("child")).innerJoin("shop", (join) => join.on(sql`shop.id`, "=", sql`child.parent_id`)),
      ),
    ),
    branches: field<"shop", PageArguments, World>(({ eb, page }) =>
      page(
        shopProjection,
        eb.selectFrom(OUTER.as("head")).innerJoin("shop", (join) => join.on(sql`shop.parent_id`, "=", sql`head.id`)),
        asc("shop.name"),
      ),
    ),
  },
};
const eventsOf = (eb: ReturnType<typeof expressionBuilder<World, "shop">>, kinds?: Slots<EventsArguments>["kinds"]) =>
  eb
    .selectFrom("event")
    .whereRef("event.shop_id", "=", "shop.id")
    .where(({ and }) => and(when(kinds, (given) => sql<boolean>`event.kind = any(${given})`)));

const addressProjection: Projection<"shop", string, World> = {
  table: "shop",
  fields: { street: "street", city: "city" },
};

const ofEvent: Projection<"event", string, World>["fields"] = {
  id: "id",
  kind: "kind",
  at: "at",
  shop: field<"event", object, World>(({ viewer, one }) =>
    one(shopProjection, shopsVisibleTo(viewer).whereRef("shop.id", "=", "event.shop_id")),
  ),
  author: field<"event", object, World>(
    ({ eb }) => eb.ref("event.author_id"),
    (id: string, { authors }: Context) => authors.get(id) ?? null,
  ),
};
const messageProjection: Projection<"event", string, World> = {
  table: "event",
  fields: {
    ...ofEvent,
    body: "body",
    comments: field<"event", PageArguments, World>(({ eb, page }) =>
      page(
        commentProjection,
        eb.selectFrom("comment").whereRef("comment.event_id", "=", "event.id"),
        asc("comment.at"),
      ),
    ),
  },
};
const eventProjection = {
  table: "event",
  kindColumn: "kind",
  members: {
    Other: { projection: { table: "event", fields: ofEvent } },
    Message: { kinds: ["NOTE", "CALL"], projection: messageProjection },
    Edit: { kinds: ["EDITED"], projection: { table: "event", fields: { ...ofEvent, changes: "changes" } } },
  },
} satisfies AbstractProjection<"event", World>;
const commentProjection: Projection<"comment", string, World> = {
  table: "comment",
  fields: {
    id: "id",
    text: "text",
    at: "at",
    event: field<"comment", object, World>(({ eb, one }) =>
      one(eventProjection, eb.selectFrom("event").whereRef("event.id", "=", "comment.event_id")),
    ),
  },
};
const statsProjection: Projection<"shop", string, World> = {
  table: "shop",
  fields: {
    total: field_(() => sql`count(*)`),
    open: field_(() => sql`count(*) filter (where shop.status = 'OPEN')`),
  },
};
export const projections = {
  Shop: shopProjection,
  Address: addressProjection,
  Event: eventProjection,
  Comment: commentProjection,
  ShopStats: statsProjection,
};

const columns = { NAME: sql`shop.name`, RATING: sql`coalesce(shop.rating, -1)`, OPENED_AT: sql`shop.opened_at` };
const filtered = (viewer: ViewerScope, filter: Slots<ShopsArguments>["filter"]) =>
  shopsVisibleTo(viewer).where(({ and }) =>
    and([
      ...when(filter?.search, (search) => {
        const patterns = search.map((text) => text.split(/\s+/).map((word) => `%${word}%`));
        return sql<boolean>`shop.name ilike all(${patterns}::text[])`;
      }),
      ...when(filter?.status, (status) => sql<boolean>`shop.status = any(${status})`),
      ...when(filter?.opened?.from, (from) => sql<boolean>`shop.opened_at >= ${from}`),
      ...when(filter?.opened?.to, (to) => sql<boolean>`shop.opened_at < ${to}`),
      ...when(filter?.rated, (rated) => sql<boolean>`(shop.rating is not null) = ${sql.lit(rated)}`),
      ...(filter?.conditions ?? []).map(({ field: name, operator, value }) => {
        const sign = sql.raw(operator === "EQ" ? "=" : "<>");
        return sql<boolean>`(${columns[name]})::text ${sign} ${value}`;
      }),
    ]),
  );

export const shopById: Root<{ id: string }, World> = {
  build: ({ args, viewer, one }) =>
    one(shopProjection, shopsVisibleTo(viewer).where("shop.id", "=", args.id.map(uuidOrNull))),
};
type Order = { field: "NAME" | "RATING" | "OPENED_AT"; direction: "ASC" | "DESC" };
export const shopList: Root<ShopsArguments & { orderBy?: Order[] | null }, World> = {
  build: ({ args, viewer, page }) => {
    const order = args.orderBy?.map(({ field: name, direction }) => (direction === "ASC" ? asc : desc)(columns[name]));
    const within = viewer.seesAllClients ? undefined : { column: "shop.team_id", values: viewer.teamIds };
    return page(shopProjection, filtered(viewer, args.filter), order ?? desc("shop.opened_at"), { within });
  },
};
export const shopCount: Root<{ filter?: ShopFilter | null }, World> = {
  build: ({ args, viewer }) => filtered(viewer, args.filter).select(sql`count(*)`.as("count")),
};
export const shopStats: Root<object, World> = {
  build: ({ viewer, one }) => one(statsProjection, shopsVisibleTo(viewer)),
};
