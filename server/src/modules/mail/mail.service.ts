import type { MessageKind } from "@clientela/shared/mail/rules";
import type { EntityManager } from "@mikro-orm/postgresql";
import { type Kysely, sql as rawSql } from "kysely";
import { type Context, type Core, viewerOf } from "../../context.ts";
import { illegalState, notFound } from "../../core/errors.ts";
import { enqueue } from "../../core/jobs.ts";
import { uuidOrNull } from "../../core/scalars.ts";
import { type Translate, translatorOf } from "../../core/text.ts";
import { type Read, transact } from "../../core/transact.ts";
import type { Database } from "../../database/tables.ts";
import { settingsOf } from "../settings/settings.cache.ts";
import { type Letter, write } from "./letter.ts";
import { sendMail } from "./mail.jobs.ts";
import { smtpOf } from "./smtp.ts";

/** An e-mail to one of our people. */
export interface Outgoing {
  kind: MessageKind;
  to: { userId: string; email: string; locale: string | null };
  /** Opens a door: its text is shown to few and forgotten once it was sent. */
  secret?: true;
  letter: (translate: Translate, language: string) => Letter;
}

/**
 * Writes an e-mail as part of the transaction. It is sent after the commit, in the reader's language; where no mail
 * server is configured it is kept in the outbox.
 */
export const post = (core: Core, transaction: Kysely<Database>, outgoing: Outgoing): Promise<void> =>
  postAll(core, transaction, [outgoing]);

/** The same for several, at least one, with as many statements as for one. */
export async function postAll(core: Core, transaction: Kysely<Database>, all: readonly Outgoing[]): Promise<void> {
  const smtp = smtpOf(core);
  const { businessName, locale } = settingsOf(core).current;
  const rows = all.map(({ kind, to, secret = false, letter }) => {
    const language = to.locale ?? locale;
    const translate = translatorOf(language);
    return {
      ...write(letter(translate, language), businessName, translate, language),
      kind,
      user_id: to.userId,
      recipient: to.email,
      secret,
      ...(smtp ? { state: "QUEUED" as const, next_attempt_at: rawSql<Date>`now()` } : { state: "KEPT" as const }),
    };
  });
  await transaction.insertInto("message").values(rows).execute();
  if (smtp) await enqueue(transaction, sendMail, {});
}

/** Takes the texts back in which somebody's former invitations stand. */
export async function forgetInvitations(transaction: Kysely<Database>, userId: string): Promise<void> {
  await transaction
    .updateTable("message")
    .set({ text: null, html: null })
    .where("user_id", "=", userId)
    .where("kind", "=", "INVITATION")
    .where("secret", "=", true)
    .execute();
}

/**
 * Sends an e-mail now that waits, was kept, cancelled, or failed, and answers what is read of it.
 * @throws NOT_FOUND; ILLEGAL_STATE when it is sent, being sent, or its text was forgotten, or without a mail server
 */
export async function retryMessage<A>(context: Context, id: string, read: Read<A>): Promise<A> {
  const { core } = context;
  if (!smtpOf(core)) throw illegalState("errors.noMailServer");
  const retry = async (_em: EntityManager, sql: Kysely<Database>) => {
    const message = await locked(sql, id);
    if (message.state === "SENT" || message.state === "SENDING" || message.text === null) {
      throw illegalState("errors.cannotSend");
    }
    await sql
      .updateTable("message")
      .set({ state: "QUEUED", next_attempt_at: rawSql<Date>`now()` })
      .where("id", "=", message.id)
      .execute();
    await enqueue(sql, sendMail, {});
    return message.id;
  };
  return transact(core, { actor: viewerOf(context).userId }, retry, read);
}

/**
 * Takes an e-mail back that waits and answers what is read of it.
 * @throws NOT_FOUND; ILLEGAL_STATE when it does not wait
 */
export async function cancelMessage<A>(context: Context, id: string, read: Read<A>): Promise<A> {
  const cancel = async (_em: EntityManager, sql: Kysely<Database>) => {
    const message = await locked(sql, id);
    if (message.state !== "QUEUED") throw illegalState("errors.cannotCancel");
    await sql
      .updateTable("message")
      .set({ state: "CANCELLED", next_attempt_at: null })
      .where("id", "=", message.id)
      .execute();
    return message.id;
  };
  return transact(context.core, { actor: viewerOf(context).userId }, cancel, read);
}

async function locked(sql: Kysely<Database>, id: string) {
  const message = await sql
    .selectFrom("message")
    .select(["id", "state", "text"])
    .where("id", "=", uuidOrNull(id))
    .forUpdate()
    .executeTakeFirst();
  if (!message) throw notFound();
  return message;
}
