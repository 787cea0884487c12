import { revealRules } from "@clientela/shared/clients/rules";
import { type Context, viewerOf, writtenBy } from "../../context.ts";
import { forbidden, illegalState, notFound, parseInput } from "../../core/errors.ts";
import { uuidOrNull } from "../../core/scalars.ts";
import { transact } from "../../core/transact.ts";
import { visibleTo } from "../clients/visible.ts";
import { mayReveal } from "./may-reveal.ts";
import type { RevealedContactData } from "./reveal.types.ts";

/**
 * The hidden contact data of a client for an agent, this once. That it was shown is committed with who asked and why
 * before anything is answered [B4].
 * @throws NOT_FOUND; FORBIDDEN while the setting is off; BAD_USER_INPUT without a reason; ILLEGAL_STATE when nothing is
 *   hidden from the viewer
 */
export async function revealContactData(
  context: Context,
  clientId: string,
  reason: string,
): Promise<RevealedContactData> {
  const viewer = viewerOf(context);
  if (!mayReveal(viewer, context.core.references.settings.current)) throw forbidden();
  if (viewer.seesContactData) throw illegalState("errors.nothingHidden");
  const input = parseInput(revealRules, { reason });
  return transact(context.core, writtenBy(context), async (_em, sql) => {
    const client = await sql
      .selectFrom("client")
      .select(["id", "email", "phone", "mobile", "whatsapp"])
      .where("client.id", "=", uuidOrNull(clientId))
      .where(visibleTo(viewer))
      .executeTakeFirst();
    if (!client) throw notFound();
    const { id, ...data } = client;
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
    return { ...data, contacts };
  });
}
