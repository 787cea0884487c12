import { rolesUpTo } from "@clientela/shared/permissions";
import type { GraphQLResolveInfo } from "graphql";
import { sql } from "kysely";
import { type Context, viewerOf } from "../../context.ts";
import { desc, field, type Projection, type Root } from "../../core/read/projection.ts";
import type { Sender } from "../../core/read/reader.ts";
import { when } from "../../core/read/slots.ts";
import { uuidOrNull } from "../../core/scalars.ts";
import type { Message, MessagesArgs } from "./message.types.ts";

/** Where each field of a message comes from. */
export const messageProjection: Projection<"message", Extract<keyof Message, string>> = {
  table: "message",
  fields: {
    id: "id",
    kind: "kind",
    to: "recipient",
    subject: "subject",
    // A link signs its reader in as its addressee. So nobody is shown a link of a person with more rights than their
    // own, as when making one.
    text: field<"message">(
      ({ viewer }) =>
        sql`case when not message.secret or exists (select from app_user u where u.id = message.user_id
          and u.role = any(${[...rolesUpTo(viewer.role)]}::user_role[])) then message.text end`,
    ),
    state: "state",
    attempts: "attempts",
    lastError: "last_error",
    createdAt: "created_at",
    lastAttemptAt: "last_attempt_at",
    nextAttemptAt: field<"message">(() => sql`case when message.state = 'QUEUED' then message.next_attempt_at end`),
    sentAt: "sent_at",
  },
};

/** Every message, the latest first. */
export const messageList: Root<MessagesArgs> = {
  build: ({ eb, args, page }) =>
    page(
      messageProjection,
      eb
        .selectFrom("message")
        .where(({ and }) => and(when(args.states, (states) => sql<boolean>`message.state = any(${states}::text[])`))),
      desc("message.created_at"),
    ),
};

/** One message, or null. */
const messageById: Root<{ id: string }> = {
  build: ({ eb, args, one }) =>
    one(messageProjection, eb.selectFrom("message").where("message.id", "=", args.id.map(uuidOrNull))),
};

/** The message that a mutation changed, as its answer selects it. */
export const readMessage = (context: Context, info: GraphQLResolveInfo, id: string, within: Sender) =>
  context.core.reader.read(messageById, info, viewerOf(context), { id }, within);
