import { revealRules } from "@clientela/shared/clients/rules";
import { type Kysely, sql as rawSql } from "kysely";
import { type Context, viewerOf, writtenBy } from "../../context.ts";
import { AppError, forbidden, illegalState, parseInput } from "../../core/errors.ts";
import { transact } from "../../core/transact.ts";
import type { Database } from "../../database/tables.ts";
import { knownClient } from "../access/known-client.ts";
import { mayReveal } from "../access/rights.ts";
import { contactValues } from "../custom-fields/custom-field.values.ts";
import { settingsOf } from "../settings/settings.cache.ts";
import type { RevealedContactData } from "./reveal.types.ts";

/** Enough for a day on the phone, too few to copy a client base. */
const MOST_AN_HOUR = 30;

/**
 * The hidden contact data of a client for an agent, this once. An entry with the agent and the reason is committed
 * before anything is answered [B4].
 * @throws NOT_FOUND; FORBIDDEN while the setting is off; BAD_USER_INPUT without a reason; ILLEGAL_STATE when nothing is
 *   hidden from the viewer; RATE_LIMITED after thirty within an hour
 */
export async function revealContactData(
  context: Context,
  clientId: string,
  reason: string,
): Promise<RevealedContactData> {
  const viewer = viewerOf(context);
  if (!mayReveal(viewer, settingsOf(context.core).current)) throw forbidden();
  if (viewer.seesContactData) throw illegalState("errors.nothingHidden");
  const input = parseInput(revealRules, { reason });
  return transact(context.core, writtenBy(context), async (_em, sql) => {
    const id = await knownClient(sql, viewer, clientId);
    await refuseTooMany(sql, viewer.userId);
    const { custom, ...data } = await sql
      .selectFrom("client")
      .select(["email", "phone", "mobile", "whatsapp", "custom"])
      .where("id", "=", id)
      .executeTakeFirstOrThrow();
    const contacts = await sql
      .selectFrom("contact")
      .select(["id", "name", "email", "phone"])
      .where("client_id", "=", id)
      .where("active", "=", true)
      .orderBy("is_primary", "desc")
      .orderBy("id")
      .execute();
    await sql
      .insertInto("timeline_entry")
      .values({
        client_id: id,
        kind: "CONTACT_DATA_REVEALED",
        automatic: true,
        actor_id: viewer.userId,
        data: JSON.stringify(input),
      })
      .execute();
    return { ...data, contacts, customFields: contactValues(custom, context) };
  });
}

/** @throws RATE_LIMITED with `retryAfterSeconds` */
async function refuseTooMany(sql: Kysely<Database>, userId: string): Promise<void> {
  // Many at once wait for each other, so that all of them count.
  await sql.selectFrom("app_user").select("id").where("id", "=", userId).forNoKeyUpdate().execute();
  const { rows } = await rawSql<{ wait: number }>`
    select ceil(extract(epoch from occurred_at + interval '1 hour' - now()))::int as wait from timeline_entry
    where actor_id = ${userId} and kind = 'CONTACT_DATA_REVEALED' and occurred_at > now() - interval '1 hour'
    order by occurred_at desc offset ${MOST_AN_HOUR - 1} limit 1`.execute(sql);
  const [oldest] = rows;
  if (!oldest) return;
  const params = { minutes: Math.ceil(oldest.wait / 60) };
  throw new AppError("RATE_LIMITED", { key: "errors.tooManyReveals", params }, [], { retryAfterSeconds: oldest.wait });
}
