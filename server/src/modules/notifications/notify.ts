import type { NotificationKind } from "@clientela/shared/notifications/rules";
import { notificationPath } from "@clientela/shared/paths";
import type { Kysely } from "kysely";
import type { Core } from "../../context.ts";
import type { Translate } from "../../core/text.ts";
import type { Database } from "../../database/tables.ts";
import { whoSees } from "../access/may-see.ts";
import { postAll } from "../mail/mail.service.ts";
import { type UserRow, usersOf } from "../people/people.references.ts";

/** A kind of thing that people are told of. The module that tells declares it. */
export interface NewsKind {
  readonly kind: NotificationKind;
  /** The column of `notification` with the subject's id. Its words are looked up at reading. */
  readonly about?: "task_id" | "appointment_id" | "entry_id";
  /** Whether `words` may leave by e-mail. Without, a mail says what happened and no more. */
  readonly mayBeMailed: boolean;
}

/** Something that happened, and whom it concerns. */
export interface News {
  kind: NewsKind;
  /** The people it concerns. Only those are told who are active, see the client and want to know; the actor is not. */
  userIds: readonly string[];
  /** Null for the system. */
  actorId: string | null;
  /** Absent when it is about several. */
  clientId?: string;
  aboutId?: string;
  /** The subject in words, for e-mails. A notification holds no copy of it. */
  words?: string;
  count?: number;
  /** The bulk operation that did it. */
  operationId?: string;
}

/**
 * Tells people of something as part of the transaction that does it: in the app, by e-mail, as each has chosen. Many
 * people cost no more statements than one.
 */
export async function notify(core: Core, transaction: Kysely<Database>, news: News): Promise<void> {
  const { kind, actorId, clientId, aboutId = null } = news;
  const meant = usersOf(core)
    .getAll([...new Set(news.userIds)])
    .filter(({ id, active, pending }) => active && !pending && id !== actorId);
  const told = clientId ? await whoSees(core, transaction, clientId, meant) : meant;
  if (told.length === 0) return;
  const chosen = await transaction
    .selectFrom("notification_preference")
    .select(["user_id", "in_app", "email"])
    .where("kind", "=", kind.kind)
    .where(
      "user_id",
      "in",
      told.map(({ id }) => id),
    )
    .execute();
  const wants = new Map(chosen.map((row) => [row.user_id, row]));
  const inApp = told.filter(({ id }) => wants.get(id)?.in_app ?? true);
  if (inApp.length > 0) {
    await transaction
      .insertInto("notification")
      .values(
        inApp.map(({ id }) => ({
          user_id: id,
          kind: kind.kind,
          actor_id: actorId,
          client_id: clientId ?? null,
          ...(kind.about && { [kind.about]: aboutId }),
          count: news.count ?? 1,
          operation_id: news.operationId ?? null,
        })),
      )
      .execute();
  }
  const byMail = told.filter(({ id }) => wants.get(id)?.email);
  if (byMail.length > 0) await mail(core, transaction, news, byMail);
}

async function mail(core: Core, transaction: Kysely<Database>, news: News, people: UserRow[]): Promise<void> {
  const { actorId, clientId, count = 1, words } = news;
  const { kind, mayBeMailed } = news.kind;
  const client =
    clientId &&
    (await transaction.selectFrom("client").select("name").where("id", "=", clientId).executeTakeFirst())?.name;
  const told = (t: Translate) => {
    const actor = usersOf(core).get(actorId)?.name ?? t("notifications.somebody");
    return client
      ? t(`notifications.text.${kind}`, { actor, client })
      : t(`notifications.several.${kind}`, { actor, count });
  };
  await postAll(
    core,
    transaction,
    people.map(({ id, email, locale, name }) => ({
      kind: "NOTIFICATION",
      to: { userId: id, email, locale },
      letter: (t) => ({
        subject: told(t),
        greeting: t("mail.greeting", { name }),
        paragraphs: [`${told(t)}.`, ...(mayBeMailed && words ? [words] : [])],
        action: {
          label: t("notifications.open"),
          url: core.publicUrl + notificationPath(kind, clientId ?? null, id),
        },
        note: t("mail.notificationNote"),
      }),
    })),
  );
}
