import type { MessageKind, MessageState } from "@clientela/shared/mail/rules";
import type { NotificationKind } from "@clientela/shared/notifications/rules";
import type { Generated } from "kysely";
import type { Exact, NullableTime, Time } from "./column-types.ts";

/** The tables of mail and notifications. */
export interface MailTables {
  message: {
    id: Generated<string>;
    kind: MessageKind;
    user_id: string | null;
    recipient: string;
    subject: string;
    text: string | null;
    html: string | null;
    secret: Generated<boolean>;
    state: MessageState;
    attempts: Generated<number>;
    last_error: string | null;
    created_at: Time;
    last_attempt_at: NullableTime;
    next_attempt_at: NullableTime;
    sent_at: NullableTime;
  };
  password_reset: {
    id: Generated<string>;
    user_id: string;
    token_hash: Buffer;
    created_at: Time;
    expires_at: Date;
  };
  notification: {
    id: Generated<string>;
    user_id: string;
    kind: NotificationKind;
    actor_id: string | null;
    client_id: string | null;
    entry_id: string | null;
    task_id: string | null;
    appointment_id: string | null;
    count: Generated<number>;
    operation_id: string | null;
    created_at: Time;
    read_at: NullableTime;
    xid: Generated<Exact>;
  };
  /** Reminders of tasks and appointments by their id. */
  reminder_failure: { id: string; remind_at: Date; tries: number; again_at: Date };
  notification_preference: { user_id: string; kind: NotificationKind; in_app: boolean; email: boolean };
}
