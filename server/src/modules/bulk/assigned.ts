import { sql } from "kysely";
import { rightsOf } from "../access/rights.ts";
import { visibleTo } from "../access/visible.ts";
import { clientAssigned } from "../clients/client.news.ts";
import { notify } from "../notifications/notify.ts";
import type { Work } from "../operations/operation.kind.ts";
import { usersOf } from "../people/people.references.ts";
import { settingsOf } from "../settings/settings.cache.ts";

/** Tells a person once how many clients an operation made theirs, of those they see. */
export async function tellOfAssignment({ core, db, viewer, operationId }: Work, ownerId: string): Promise<void> {
  const owner = usersOf(core).get(ownerId);
  if (!owner) return;
  const sees = visibleTo({ ...owner, ...rightsOf(owner.role, settingsOf(core).current) });
  const { rows } = await sql<{ count: number; only: string | null }>`
    select count(*)::int as count, min(client.id::text) as only
    from operation_target target join client on client.id = target.record_id and ${sees}
    where target.operation_id = ${operationId} and target.outcome = 'CHANGED'
      and target.before ->> 'owner_id' is distinct from ${ownerId}`.execute(db);
  const { count = 0, only = null } = rows[0] ?? {};
  if (count === 0) return;
  await notify(core, db, {
    kind: clientAssigned,
    userIds: [ownerId],
    actorId: viewer.userId,
    count,
    operationId,
    ...(count === 1 && only && { clientId: only }),
  });
}
