import { type RawBuilder, type SqlBool, sql } from "kysely";
import { type Context, type Core, viewerOf, writtenBy } from "../../context.ts";
import { uuidOrNull } from "../../core/scalars.ts";
import { hashOfSecret, newSecret } from "../../core/secrets.ts";
import { transact } from "../../core/transact.ts";
import type { Viewer } from "../../core/viewer.ts";
import { viewerOfPerson } from "../access/rights.ts";
import { viewerNow } from "../access/viewer-now.ts";
import { visibleTo } from "../access/visible.ts";
import { usersOf } from "../people/people.references.ts";
import { settingsOf } from "../settings/settings.cache.ts";

/** How far back a feed reaches, and how many appointments it has at most: coming ones before past ones. */
const FEED_DAYS = 90;
const FEED_SIZE = 5000;

/** An appointment as a calendar program is told of it; e-mails and phones of contacts are not. */
export interface CalendarEntry {
  id: string;
  clientId: string;
  client: string;
  title: string;
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
  place: string | null;
  url: string | null;
  notes: string | null;
  remindMinutes: number | null;
  cancelled: boolean;
  organizerId: string | null;
  attendeeIds: string[];
  contacts: string[];
  sequence: number;
  createdAt: Date;
  updatedAt: Date;
}

/** When a person's feed was made and last read, or null. */
export async function findFeed({ db }: Core, userId: string) {
  const feed = await db
    .selectFrom("calendar_feed")
    .select(["created_at as createdAt", "last_used_at as lastUsedAt"])
    .where("user_id", "=", userId)
    .executeTakeFirst();
  return feed ?? null;
}

/** Makes the viewer's feed, in place of the one there was, and answers its address. */
export async function createFeed(context: Context): Promise<string> {
  const { userId } = viewerOf(context);
  const token = newSecret();
  await transact(context.core, writtenBy(context), async (_em, db) => {
    await viewerNow(context, db);
    await db.deleteFrom("calendar_feed").where("user_id", "=", userId).execute();
    await db
      .insertInto("calendar_feed")
      .values({ user_id: userId, token_hash: hashOfSecret(token) })
      .execute();
  });
  return `${context.core.publicUrl}/calendar/feeds/${token}.ics`;
}

/** Ends the viewer's feed, if there is one. */
export async function revokeFeed(context: Context): Promise<void> {
  const { userId } = viewerOf(context);
  await transact(context.core, writtenBy(context), async (_em, db) => {
    await db.deleteFrom("calendar_feed").where("user_id", "=", userId).execute();
  });
}

/** One appointment that the viewer may see, or undefined. */
export const findEntry = async (core: Core, viewer: Viewer, id: string): Promise<CalendarEntry | undefined> =>
  (await entries(core, viewer, sql<SqlBool>`a.id = ${uuidOrNull(id)}`))[0];

/**
 * The person of a feed's token, and the appointments that they made or attend, as far as they may see them now.
 * Undefined for a token that is none, was revoked, or whose person was deactivated.
 */
export async function findFeedEntries(core: Core, token: string) {
  const { rows } = await core.pool.query<{ user_id: string; stale: boolean }>(
    "select user_id, coalesce(last_used_at < now() - interval '1 hour', true) as stale from calendar_feed where token_hash = $1",
    [hashOfSecret(token)],
  );
  const feed = rows[0];
  const person = usersOf(core).get(feed?.user_id ?? null);
  if (!feed || !person?.active) return undefined;
  if (feed.stale) {
    await core.pool.query("update calendar_feed set last_used_at = now() where user_id = $1", [person.id]);
  }
  const viewer = viewerOfPerson(person, settingsOf(core).current);
  const own = sql<SqlBool>`a.starts_at > now() - make_interval(days => ${FEED_DAYS}) and (a.created_by_id = ${person.id}
    or exists (select from appointment_attendee t where t.appointment_id = a.id and t.user_id = ${person.id}))`;
  return { viewer, entries: await entries(core, viewer, own) };
}

async function entries({ db }: Core, viewer: Viewer, condition: RawBuilder<SqlBool>): Promise<CalendarEntry[]> {
  const { rows } = await sql<CalendarEntry>`
    select a.id, a.client_id as "clientId", client.name as client, a.title, a.starts_at as "startsAt", a.ends_at as "endsAt",
      a.time_zone as "timeZone", a.place, a.url, a.notes, a.remind_minutes as "remindMinutes",
      a.cancelled_at is not null as cancelled, a.created_by_id as "organizerId", a.sequence,
      a.created_at as "createdAt", a.updated_at as "updatedAt",
      array(select t.user_id from appointment_attendee t where t.appointment_id = a.id and t.user_id is not null) as "attendeeIds",
      array(select k.name from appointment_attendee t join contact k on k.id = t.contact_id
        where t.appointment_id = a.id order by fold(k.name)) as contacts
    from appointment a join client on client.id = a.client_id
    where ${condition} and ${visibleTo(viewer)}
    order by a.ends_at <= now(), abs(extract(epoch from a.starts_at - now())), a.id
    limit ${sql.lit(FEED_SIZE)}`.execute(db);
  return rows;
}
