import { movesAll } from "../../client-column.ts";
import type { Module } from "../../module.ts";
import { notificationProjection } from "./notification.projection.ts";
import { NotificationResolver } from "./notification.resolver.ts";
import { tidyNotifications } from "./notification.service.ts";

export const notifications: Module = {
  resolvers: [NotificationResolver],
  projections: { Notification: notificationProjection },
  access: {
    "Query.notifications": "person",
    "Query.unreadNotifications": "person",
    "Query.notificationPreferences": "person",
    "Mutation.markNotifications": "person",
    "Mutation.setNotificationPreference": "person",
    "Subscription.notificationAdded": "person",
  },
  recurring: [{ job: tidyNotifications, at: "27 3 * * *" }],
  hangsOnClient: [{ table: "notification", column: "client_id", onMerge: movesAll("notification") }],
};
