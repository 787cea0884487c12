import type { MessageKind, MessageState } from "@clientela/shared/mail/rules";
import type { Generated } from "kysely";
import type { NullableTime, Time } from "./column-types.ts";

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
}
