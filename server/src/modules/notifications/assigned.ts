import { sql } from "kysely";
import { type Context, viewerOf } from "../../context.ts";
import { transact } from "../../core/transact.ts";
import { rightsOf } from "../access/rights.ts";
import { visibleTo } from "../access/visible.ts";
import { notify } from "./notify.ts";

/** Tells a person once how many clients a bulk operation made theirs, of those they see. */
export async function tellOfAssignment(context: Context, operationId: string, ownerId: string): Promise<void> {
  const { core } = context;
  const owner = core.references.users.get(ownerId);
  if (!owner) return;
  const { userId: actorId } = viewerOf(context);
  const sees = visibleTo({ ...owner, ...rightsOf(owner.role, core.references.settings.current) });
  await transact(core, { actor: actorId }, async (_em, transaction) => {
    const { rows } = await sql<{ count: number; only: string | null }>`
      select count(*)::int as count, min(client.id::text) as only
      from bulk_target target join client on client.id = target.client_id and ${sees}
      where target.operation_id = ${operationId} and target.outcome = 'CHANGED'
        and target.before ->> 'owner_id' is distinct from ${ownerId}`.execute(transaction);
    const { count = 0, only = null } = rows[0] ?? {};
    if (count === 0) return;
    await notify(core, transaction, {
      kind: "CLIENT_ASSIGNED",
      userIds: [ownerId],
      actorId,
      count,
      operationId,
      ...(count === 1 && only && { clientId: only }),
    });
  });
}
