import { type ExpressionBuilder, type SqlBool, sql } from "kysely";
import type { Context } from "../../context.ts";
import { desc, field, type Projection, type Root, type ViewerScope } from "../../core/read/projection.ts";
import { uuidOrNull } from "../../core/scalars.ts";
import type { Viewer } from "../../core/viewer.ts";
import type { Database } from "../../database/tables.ts";
import { clientProjection } from "../clients/client.projection.ts";
import { visibleTo } from "../clients/visible.ts";
import type { Notification, NotificationsArgs } from "./notification.types.ts";

/** Where each field of a notification comes from. */
export const notificationProjection: Projection<"notification", Extract<keyof Notification, string>> = {
  table: "notification",
  fields: {
    id: "id",
    kind: "kind",
    actor: field<"notification">(
      () => sql`notification.actor_id`,
      (id: string | null, { core }: Context) => core.references.users.get(id),
    ),
    client: field<"notification">(({ viewer, eb, one }) =>
      one(
        clientProjection,
        eb.selectFrom("client").where(visibleTo(viewer)).whereRef("client.id", "=", "notification.client_id"),
      ),
    ),
    entryId: "entry_id",
    excerpt: "excerpt",
    count: "count",
    createdAt: "created_at",
    readAt: "read_at",
  },
};

/** Of a row of `notification`: whether it is the viewer's, and about nothing that they no longer see. */
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
