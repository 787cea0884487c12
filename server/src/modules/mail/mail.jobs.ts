import { type Kysely, type Selectable, sql } from "kysely";
import type { Core } from "../../context.ts";
import { enqueue, type Job } from "../../core/jobs.ts";
import type { Database } from "../../database/tables.ts";
import { isFinal, SEND_LIMIT_MS, wordsOf } from "./smtp.ts";

/** Seconds until the next try, by how many there were; the last for all that follow. */
const DELAYS_S = [5, 15, 60, 180, 600, 900];
const GIVE_UP_MS = 48 * 3_600_000;
/** After which nobody can still be sending it: whoever began was killed. */
const ABANDONED_MS = SEND_LIMIT_MS + 5_000;
const KEPT_DAYS = 90;
const SECRETS_KEPT_DAYS = 7;

/** The key of the job that sends a message: there is one at a time. */
export const keyOf = (id: string): string => `message ${id}`;

/**
 * Enqueues the sending of a message. One is sent after the other, so that a crash leaves one at most of which nobody
 * knows whether the mail server took it.
 */
export const enqueueMessage = (transaction: Kysely<Database>, id: string, runAt?: Date): Promise<void> =>
  enqueue(transaction, sendMessage, { id }, { key: keyOf(id), queue: "mail", ...(runAt && { runAt }) });

/**
 * Sends one message. It is marked before and after: a process that is killed in between leaves it marked as being sent,
 * and who takes the job over waits until the first cannot be at it any more. So a crash causes one second copy at most.
 */
export const sendMessage: Job<Core, { id: string }> = {
  name: "message.send",
  async run(core, { id }, { signal }) {
    const { smtp, db } = core;
    if (!smtp) return keep(core, id);
    const message = await begin(core, id);
    if (!message) return;
    if (message === "elsewhere") return enqueueMessage(db, id, new Date(Date.now() + ABANDONED_MS));
    const { recipient: to, subject, text, html } = message;
    try {
      const { businessName: fromName } = core.references.settings.current;
      await smtp.send({ id, to, fromName, subject, text: text ?? "", html: html ?? "" }, signal);
    } catch (error) {
      return failed(core, message, error);
    }
    await db
      .updateTable("message")
      .set({
        state: "SENT",
        sent_at: sql`now()`,
        last_error: null,
        ...(message.secret && { text: null, html: null }),
      })
      .where("id", "=", id)
      .execute();
  },
};

/** Forgets old messages, and links that have long expired. */
export const tidyMail: Job<Core, object> = {
  name: "mail.tidy",
  async run({ db }) {
    await sql`delete from message where created_at < now() - make_interval(days => ${KEPT_DAYS})`.execute(db);
    await sql`update message set text = null, html = null
      where secret and text is not null and created_at < now() - make_interval(days => ${SECRETS_KEPT_DAYS})`.execute(
      db,
    );
    await sql`delete from password_reset where expires_at < now() - interval '1 day'`.execute(db);
  },
};

async function begin({ db }: Core, id: string): Promise<Selectable<Database["message"]> | "elsewhere" | null> {
  return db.transaction().execute(async (transaction) => {
    const message = await transaction
      .selectFrom("message")
      .selectAll()
      .where("id", "=", id)
      .where("state", "in", ["QUEUED", "SENDING"])
      .forUpdate()
      .executeTakeFirst();
    if (!message) return null;
    const since = Date.now() - (message.last_attempt_at?.getTime() ?? 0);
    if (message.state === "SENDING" && since < ABANDONED_MS) return "elsewhere";
    const attempts = message.attempts + 1;
    await transaction
      .updateTable("message")
      .set({ state: "SENDING", attempts, last_attempt_at: new Date(), next_attempt_at: null })
      .where("id", "=", id)
      .execute();
    return { ...message, attempts };
  });
}

async function failed(
  { db, log }: Core,
  { id, attempts, created_at }: Selectable<Database["message"]>,
  error: unknown,
): Promise<void> {
  const gone = isFinal(error) || Date.now() - created_at.getTime() > GIVE_UP_MS;
  const last_error = wordsOf(error);
  const seconds = DELAYS_S[Math.min(attempts, DELAYS_S.length) - 1] ?? 0;
  const next_attempt_at = gone ? null : new Date(Date.now() + seconds * 1000);
  log.warn({ messageId: id, code: (error as { code?: string }).code, attempts, gone }, "an e-mail was not taken");
  await db.transaction().execute(async (transaction) => {
    await transaction
      .updateTable("message")
      .set({ state: gone ? "FAILED" : "QUEUED", last_error, next_attempt_at })
      .where("id", "=", id)
      .execute();
    if (next_attempt_at) await enqueueMessage(transaction, id, next_attempt_at);
  });
}

/** It was to be sent when there was a mail server. */
async function keep({ db }: Core, id: string): Promise<void> {
  await db
    .updateTable("message")
    .set({ state: "KEPT", next_attempt_at: null })
    .where("id", "=", id)
    .where("state", "in", ["QUEUED", "SENDING"])
    .execute();
}
