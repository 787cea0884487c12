import { notificationKinds } from "@clientela/shared/notifications/rules";
import { type Kysely, sql } from "kysely";
import { type Context, type Core, viewerOf } from "../../context.ts";
import { type Job, noPayload } from "../../core/jobs.ts";
import type { Feed } from "../../core/live/feed.ts";
import { untilLeft } from "../../core/live/until-left.ts";
import { uuidOrNull } from "../../core/scalars.ts";
import { Sharing } from "../../core/sharing.ts";
import type { Database } from "../../database/tables.ts";
import { notificationVisibleTo } from "./notification.projection.ts";
import type { NotificationPreference } from "./notification.types.ts";

const KEPT_DAYS = 180;
/** A bell shows no more than that there are many. */
const MOST_COUNTED = 100;

/** How many the viewer has not read, at most 100. */
export async function countUnread(context: Context): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from (
    select from notification where read_at is null and ${notificationVisibleTo(viewerOf(context))}
    limit ${sql.lit(MOST_COUNTED)}) unread`.execute(context.core.db);
  return rows[0]?.count ?? 0;
}

/** Marks the viewer's own as read or unread; all of them when none is named. Answers how many remain unread. */
export async function markNotifications(context: Context, ids: string[] | null, read: boolean): Promise<number> {
  const { core } = context;
  await core.db
    .updateTable("notification")
    .set({ read_at: read ? sql<Date>`now()` : null })
    .where("user_id", "=", viewerOf(context).userId)
    .where("read_at", read ? "is" : "is not", null)
    .$if(ids !== null, (query) => query.where(sql<boolean>`id = any(${ids?.map(uuidOrNull)}::uuid[])`))
    .execute();
  return countUnread(context);
}

const notificationFeed: Feed = { name: "notifications", table: "notification", key: "user_id" };

/** The ids of what the viewer is told from now on. */
export const newNotifications = (context: Context): AsyncIterableIterator<string> =>
  untilLeft(async function* (signal) {
    const { core } = context;
    const viewer = viewerOf(context);
    for await (const id of core.live.follow(notificationFeed, viewer.userId, signal)) {
      const shown = await looks.do(`${id} ${JSON.stringify(viewer)}`, async () => {
        const { rows } =
          await sql`select from notification where id = ${id} and ${notificationVisibleTo(viewer)}`.execute(core.db);
        return rows.length > 0;
      });
      if (shown) yield id;
    }
  });

/** The subscriptions of one person are woken together and ask once. */
const looks = new Sharing<boolean>();

/** How the viewer wants to be told of each kind of thing. */
export async function findPreferences(context: Context): Promise<NotificationPreference[]> {
  const rows = await context.core.db
    .selectFrom("notification_preference")
    .selectAll()
    .where("user_id", "=", viewerOf(context).userId)
    .execute();
  return notificationKinds.map((kind) => {
    const chosen = rows.find((row) => row.kind === kind);
    return { kind, inApp: chosen?.in_app ?? true, email: chosen?.email ?? false };
  });
}

/** Changes how the viewer wants to be told of a kind of thing. */
export async function setPreference(
  context: Context,
  { kind, inApp, email }: NotificationPreference,
): Promise<NotificationPreference> {
  await context.core.db
    .insertInto("notification_preference")
    .values({ user_id: viewerOf(context).userId, kind, in_app: inApp, email })
    .onConflict((conflict) => conflict.columns(["user_id", "kind"]).doUpdateSet({ in_app: inApp, email }))
    .execute();
  return { kind, inApp, email };
}

/** Takes back what a bulk operation told, once it was undone itself. */
export const forgetOperation = async (db: Kysely<Database>, operationId: string): Promise<void> => {
  await db.deleteFrom("notification").where("operation_id", "=", operationId).execute();
};

/** Forgets old notifications. */
export const tidyNotifications: Job<Core, object> = {
  name: "notifications.tidy",
  payload: noPayload,
  async run({ db }) {
    await sql`delete from notification where created_at < now() - make_interval(days => ${KEPT_DAYS})`.execute(db);
    // A reminder that was given up keeps its row: without it the reminder would be tried anew.
    await sql`delete from reminder_failure where again_at < now() - interval '1 day'`.execute(db);
  },
};
