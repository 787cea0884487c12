import { type Selectable, sql } from "kysely";
import type { Core } from "../../context.ts";
import { enqueue, type Job, noPayload } from "../../core/jobs.ts";
import type { Database } from "../../database/tables.ts";
import { settingsOf } from "../settings/settings.cache.ts";
import { isFinal, SEND_LIMIT_MS, type Smtp, smtpOf, wordsOf } from "./smtp.ts";

/** Seconds until the next try, by how many there were; the last for all that follow. */
const DELAYS_S = [5, 15, 60, 180, 600, 900];
const GIVE_UP_HOURS = 48;
/** Nobody can still be sending a message after this time: its process was killed. */
const ABANDONED_S = SEND_LIMIT_MS / 1000 + 5;
const KEPT_DAYS = 90;
const SECRETS_KEPT_DAYS = 7;

type Message = Selectable<Database["message"]>;

/**
 * Sends what is due, one message after the other in each process. A message is marked before and after. A process that
 * is killed in between leaves it marked as being sent. It is due again once nobody can still be sending it. So a crash
 * loses nothing and causes one second copy at most.
 */
export const sendMail: Job<Core, object> = {
  name: "mail.send",
  payload: noPayload,
  async run(core, _payload, { signal }) {
    const { db } = core;
    const smtp = smtpOf(core);
    if (!smtp) return keepAll(core);
    await smtp.inTurn(async () => {
      for (let message = await take(core); message; message = await take(core)) {
        await deliver(core, smtp, message);
        if (signal.aborted) return enqueue(db, sendMail, {});
      }
      const { rows } = await sql<{ due: Date | null }>`
        select min(next_attempt_at) as due from message where state = 'SENDING'`.execute(db);
      if (rows[0]?.due) await enqueue(db, sendMail, {}, { runAt: rows[0].due });
    });
  },
};

/** Forgets old messages, and links that have long expired. */
export const tidyMail: Job<Core, object> = {
  name: "mail.tidy",
  payload: noPayload,
  async run({ db }) {
    await sql`delete from message where created_at < now() - make_interval(days => ${KEPT_DAYS})`.execute(db);
    await sql`update message set text = null, html = null
      where secret and text is not null and created_at < now() - make_interval(days => ${SECRETS_KEPT_DAYS})`.execute(
      db,
    );
    await sql`delete from password_reset where expires_at < now() - interval '1 day'`.execute(db);
  },
};

/** The message that is due longest, marked as being sent; undefined when none is due. */
async function take({ db }: Core): Promise<Message | undefined> {
  const { rows } = await sql<Message>`
    update message set state = 'SENDING', attempts = attempts + 1, last_attempt_at = now(),
      next_attempt_at = now() + make_interval(secs => ${ABANDONED_S})
    where id = (select id from message where state in ('QUEUED', 'SENDING') and next_attempt_at <= now()
      order by next_attempt_at, id limit 1 for update skip locked)
    returning *`.execute(db);
  return rows[0];
}

async function deliver(core: Core, smtp: Smtp, message: Message): Promise<void> {
  const { id, recipient: to, subject, text, html } = message;
  if (text === null || html === null) return withdraw(core, id);
  const { businessName: fromName } = settingsOf(core).current;
  try {
    await smtp.send({ id, to, fromName, subject, text, html });
  } catch (error) {
    return postpone(core, message, error);
  }
  await core.db
    .updateTable("message")
    .set({
      state: "SENT",
      sent_at: sql`now()`,
      next_attempt_at: null,
      last_error: null,
      ...(message.secret && { text: null, html: null }),
    })
    .where("id", "=", id)
    .execute();
}

/** Its text was forgotten while it waited: the link in it opens nothing any more. */
async function withdraw({ db }: Core, id: string): Promise<void> {
  const cancelled = { state: "CANCELLED", next_attempt_at: null } as const;
  await db.updateTable("message").set(cancelled).where("id", "=", id).execute();
}

async function postpone({ db, log }: Core, { id, attempts, created_at }: Message, error: unknown): Promise<void> {
  const final = isFinal(error) || Date.now() - created_at.getTime() > GIVE_UP_HOURS * 3_600_000;
  const seconds = DELAYS_S[Math.min(attempts, DELAYS_S.length) - 1] ?? 0;
  const again = final ? null : new Date(Date.now() + seconds * 1000);
  log.warn({ messageId: id, code: (error as { code?: string }).code, attempts, final }, "an e-mail was not taken");
  await db.transaction().execute(async (transaction) => {
    await transaction
      .updateTable("message")
      .set({ state: final ? "FAILED" : "QUEUED", last_error: wordsOf(error), next_attempt_at: again })
      .where("id", "=", id)
      .execute();
    if (again) await enqueue(transaction, sendMail, {}, { runAt: again });
  });
}

/** They were to be sent when there was a mail server. */
async function keepAll({ db }: Core): Promise<void> {
  await db
    .updateTable("message")
    .set({ state: "KEPT", next_attempt_at: null })
    .where("state", "in", ["QUEUED", "SENDING"])
    .execute();
}
