import { UNDO_DAYS } from "@clientela/shared/merges/rules";
import { type Context, viewerOf } from "../../context.ts";
import { uuidOrNull } from "../../core/scalars.ts";
import { deletedVisibleTo, visibleTo } from "../access/visible.ts";
import { usersOf } from "../people/people.references.ts";
import { type Left, toldLeft } from "./merge.left.ts";
import type { ClientMerge } from "./merge.types.ts";

/** A merge whose survivor the viewer sees, or would see, had it not been merged itself; else null. */
export async function findMerge(context: Context, id: string): Promise<ClientMerge | null> {
  const { core } = context;
  const viewer = viewerOf(context);
  const merge = await core.db
    .selectFrom("client_merge")
    .innerJoin("client", "client.id", "client_merge.survivor_id")
    .select(["client_merge.id", "client_merge.created_at", "actor_id", "undone_at", "undone_left", "survivor_id"])
    .where("client_merge.id", "=", uuidOrNull(id))
    .where(({ or }) => or([visibleTo(viewer), deletedVisibleTo(viewer)]))
    .executeTakeFirst();
  if (!merge) return null;
  const until = new Date(merge.created_at.getTime() + UNDO_DAYS * 86_400_000);
  return {
    id: merge.id,
    at: merge.created_at,
    by: usersOf(core).get(merge.actor_id) ?? null,
    undoneAt: merge.undone_at,
    undoableUntil: !merge.undone_at && until.getTime() > Date.now() ? until : null,
    left: toldLeft((merge.undone_left ?? []) as Left[], context),
    clientId: merge.survivor_id,
  };
}
