import { localTimeOf } from "@clientela/shared/time/zoned";
import { type ExpressionBuilder, type SqlBool, sql } from "kysely";
import type { Context } from "../../context.ts";
import { desc, field, type Projection, type Root, type ViewerScope } from "../../core/read/projection.ts";
import { plainText } from "../../core/rich-text.ts";
import { uuidOrNull } from "../../core/scalars.ts";
import type { Viewer } from "../../core/viewer.ts";
import type { Database } from "../../database/tables.ts";
import { visibleTo } from "../access/visible.ts";
import { userBy } from "../people/user-by.ts";
import { settingsOf } from "../settings/settings.cache.ts";
import type { Notification, NotificationsArgs } from "./notification.types.ts";

const EXCERPT = 140;

/** Where each field of a notification comes from. */
export const notificationProjection: Projection<"notification", Extract<keyof Notification, string>> = {
  table: "notification",
  fields: {
    id: "id",
    kind: "kind",
    actor: userBy("notification.actor_id"),
    entryId: "entry_id",
    excerpt: field<"notification">(
      () => sql`case
        when notification.task_id is not null then (select json_build_object('text', task.title)
          from task where task.id = notification.task_id and task.deleted_at is null)
        when notification.appointment_id is not null then (select json_build_object('text', appointment.title, 'at', appointment.starts_at)
          from appointment where appointment.id = notification.appointment_id)
        else (select json_build_object('html', timeline_entry.description)
          from timeline_entry join timeline_mention on timeline_mention.entry_id = timeline_entry.id
          where timeline_entry.id = notification.entry_id and timeline_entry.deleted_at is null
            and timeline_mention.user_id = notification.user_id) end`,
      excerptOf,
    ),
    count: "count",
    createdAt: "created_at",
    readAt: "read_at",
  },
};

/** The subject's present name; nothing once it is deleted, or no longer names the viewer. */
function excerptOf(found: { text?: string; at?: string; html?: string } | null, { core }: Context): string | null {
  if (!found) return null;
  const words = found.html === undefined ? (found.text ?? "") : plainText(found.html);
  const time = found.at && localTimeOf(found.at, settingsOf(core).current.timeZone).slice(11, 16);
  return [...(time ? `${time} · ${words}` : words)].slice(0, EXCERPT).join("");
}

/** Whether a row of `notification` is the viewer's, and about something they still see. */
export const notificationVisibleTo = (viewer: Pick<Viewer | ViewerScope, "userId" | "seesAllClients" | "teamIds">) =>
  sql<SqlBool>`(notification.user_id = ${viewer.userId} and (notification.client_id is null or exists (
    select from client where client.id = notification.client_id and ${visibleTo(viewer)})))`;

const visible = (eb: ExpressionBuilder<Database, never>, viewer: ViewerScope) =>
  eb.selectFrom("notification").where(notificationVisibleTo(viewer));

/** The viewer's notifications, the latest first. */
export const notificationList: Root<NotificationsArgs> = {
  build: ({ eb, args, viewer, page }) =>
    page(
      notificationProjection,
      visible(eb, viewer).$if(args.unreadOnly === true, (query) => query.where("notification.read_at", "is", null)),
      desc("notification.created_at"),
    ),
};

/** One notification of the viewer, or null. */
export const notificationById: Root<{ id: string }> = {
  build: ({ eb, args, viewer, one }) =>
    one(notificationProjection, visible(eb, viewer).where("notification.id", "=", args.id.map(uuidOrNull))),
};
