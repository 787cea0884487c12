import { type Expression, type SqlBool, sql } from "kysely";
import { forbidden } from "../../core/errors.ts";
import { asc, desc, type OrderKey, type Root, type Sought, type ViewerScope } from "../../core/read/projection.ts";
import { type Slot, type Slots, when } from "../../core/read/slots.ts";
import { anywhere, hasWords, hasWordsByIndex, patternsOf } from "../../core/read/words.ts";
import { uuidOrNull } from "../../core/scalars.ts";
import type { Viewer } from "../../core/viewer.ts";
import { currentId } from "../access/merged.ts";
import { visibleTo } from "../access/visible.ts";
import { type ConditionFields, customConditions, rootByFields } from "../custom-fields/custom-field.filter.ts";
import { onLists } from "../lists/list.members.ts";
import { inRange } from "../settings/date-range.ts";
import type { ClientFilter, ClientOrder, ClientsArgs } from "./client.inputs.ts";
import { clientProjection } from "./client.projection.ts";
import { placeConditions } from "./client-places.ts";

/** One client that the viewer sees, or null. */
export const clientById: Root<{ id: string }> = {
  build: ({ eb, args, viewer, one }) =>
    one(
      clientProjection,
      eb
        .selectFrom("client")
        .where(visibleTo(viewer))
        .where("client.id", "=", currentId(args.id.map(uuidOrNull))),
    ),
};

/** A page of the clients that the viewer sees. */
export const clientList = rootByFields<ClientsArgs>((fields) => ({
  build: ({ eb, args, viewer, page }) => {
    const { search, ...filter } = args.filter ?? {};
    const clients = eb.selectFrom("client").where(visibleTo(viewer));
    return page(
      clientProjection,
      clients.where(({ and }) => and(clientConditions(filter, viewer, fields))),
      orderOf(args.orderBy),
      {
        within: viewer.seesAllClients ? undefined : { column: "client.team_id", values: viewer.teamIds },
        sought: when(search, (words) => ({
          ...sought(words, viewer),
          recent: isNewestFirst(args.orderBy) ? fromLatestQuarters(viewer) : undefined,
        }))[0],
      },
    );
  },
}));

/** How many clients match, counted to the last one. */
export const clientCount = rootByFields<{ filter?: ClientFilter | null }>((fields) => ({
  build: ({ eb, args, viewer }) =>
    eb
      .selectFrom("client")
      .where(visibleTo(viewer))
      .where(({ and }) => and(clientConditions(args.filter, viewer, fields)))
      .select(sql<number>`count(*)::int`.as("count")),
}));

/**
 * Refuses what would let a viewer guess contact data that is hidden from them [F209].
 * @throws FORBIDDEN
 */
export function refuseGuessing({ seesContactData }: Viewer, orderBy: ClientOrder | null | undefined): void {
  if (!seesContactData && orderBy?.field === "EMAIL") throw forbidden("errors.maskedField");
}

/**
 * A whole filter as conditions; `fields` is what `conditionFields` told of it. Without a condition on the status inactive
 * clients are left out [F51].
 */
export function clientConditions(
  filter: Slots<ClientFilter> | null | undefined,
  viewer: ViewerScope,
  fields: ConditionFields,
): Expression<SqlBool>[] {
  const status = when(filter?.status, (statuses) => sql<SqlBool>`client.status = any(${statuses}::client_status[])`);
  return [
    ...(status.length > 0 ? status : [sql<SqlBool>`client.status <> 'INACTIVE'`]),
    ...when(filter?.kind, (kinds) => sql<SqlBool>`client.kind = any(${kinds}::client_kind[])`),
    ...inRange("client.created_at", filter?.createdAt),
    ...anyOrNone("client.owner_id", filter?.ownerIds, filter?.withoutOwner),
    ...anyOrNone("client.team_id", filter?.teamIds, filter?.withoutTeam),
    ...when(
      filter?.tagIds,
      (tags) => sql<SqlBool>`exists (
      select from client_tag where client_tag.client_id = client.id and client_tag.tag_id = any(${uuids(tags)}::uuid[]))`,
    ),
    ...onLists(filter?.listIds),
    ...placeConditions(filter),
    ...when(filter?.channel, (channels) => sql<SqlBool>`client.source_channel = any(${channels}::text[])`),
    ...when(
      filter?.newsletterStatus,
      (statuses) => sql<SqlBool>`client.newsletter_status = any(${statuses}::newsletter_status[])`,
    ),
    ...customConditions(filter?.customFields, fields),
    ...when(filter?.search, (search) => {
      const { given, indexed, others } = sought(search, viewer);
      return sql<SqlBool>`client.id = any(array(
        select client.id from client where client.deleted_at is null and ${indexed} union all ${others(given)}))`;
    }),
  ];
}

const uuids = (values: Slot<string[]>) => values.map((list) => list.map(uuidOrNull));

/** The condition that a client belongs to one of these, to nobody, or to either; none where neither is asked. */
function anyOrNone(
  column: "client.owner_id" | "client.team_id",
  ids: Slot<string[]> | null | undefined,
  none: boolean | null | undefined,
): Expression<SqlBool>[] {
  const any = when(ids, (given) => sql<SqlBool>`${sql.ref(column)} = any(${uuids(given)}::uuid[])`);
  if (!none) return any;
  const all = [...any, sql<SqlBool>`${sql.ref(column)} is null`];
  return [sql`(${sql.join(all, sql` or `)})`];
}

/**
 * A client is found when it has every word of a search, or a tag that has them all, or the number. A viewer who may not
 * see contact data finds nothing by it.
 */
function sought(search: Slot<string>, { seesContactData }: ViewerScope): Sought {
  const patterns = patternsOf(search, atWord);
  const { words, numbers } = patterns;
  const shown = sql.ref(seesContactData ? "client.search" : "client.search_public");
  // One word by itself first: PostgreSQL takes a list apart anew for every row.
  const matches = sql`(client.search like ${words.map(([first]) => first ?? "%")} and ${shown} like all (${words}::text[])
    or ${shown} like any (${numbers}::text[]))`;
  // The offset keeps PostgreSQL from reading all clients of frequent tags before it looks at one.
  const hasTag = (tags: Expression<unknown>) => sql`exists (
    select from client_tag where client_tag.client_id = client.id and client_tag.tag_id = any(${tags}::uuid[]) offset 0)`;
  return {
    given: sql`array(select id from (select id, fold(name) as folded from tag offset 0) as tag
      where ${hasWords(sql`tag.folded`, patternsOf(search))})`,
    matches: (tags) => sql`(${matches} or (${tags} <> '{}' and ${hasTag(tags)}))`,
    indexed: hasWordsByIndex(sql`client.search`, shown, patterns),
    others: (tags) => sql`select client_tag.client_id from client_tag where client_tag.tag_id = any(${tags}::uuid[])`,
  };
}

/** Clients of the newest one's quarter and those before it, of which an agent sees a part: the index has them apart. */
const fromLatestQuarters =
  ({ seesAllClients }: ViewerScope) =>
  (tags: Expression<unknown>) =>
    sql<SqlBool>`(${tags} = '{}' and date_trunc('quarter', client.created_at at time zone 'UTC') = any(array(
      select date_trunc('quarter', (select max(created_at) from client where deleted_at is null) at time zone 'UTC')
        - ago.quarters * interval '3 months'
      from generate_series(0, ${sql.lit(seesAllClients ? 1 : 2)}) as ago(quarters))))`;

/** Words that the index finds only as beginnings: one or two letters or digits, and letters that are words [F58]. */
const FROM_BEGINNING = /^(?:[\p{L}\p{N}]{1,2}$|\p{L}\p{M}* )/u;
const atWord = (word: string): string => (FROM_BEGINNING.test(word) ? `% ${anywhere(word).slice(1)}` : anywhere(word));

const isNewestFirst = (order: Slots<ClientOrder> | null | undefined): boolean =>
  !order || (order.field === "CREATED_AT" && order.direction !== "ASC");

function orderOf(order: Slots<ClientOrder> | null | undefined): OrderKey[] {
  const direction = order?.direction === "ASC" ? asc : desc;
  switch (order?.field) {
    case "NAME":
      return [direction(sql`fold(client.name)`)];
    case "EMAIL":
      return [direction(sql`coalesce(client.email, '')`)];
    case "STATUS":
      return [direction("client.status"), direction("client.created_at")];
    case "LAST_INTERACTION_AT":
      return [direction(sql`coalesce(client.last_interaction_at, '-infinity')`)];
    default:
      return [direction("client.created_at")];
  }
}
