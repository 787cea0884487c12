import { type Context, viewerOf } from "../../context.ts";
import { badInput } from "../../core/errors.ts";
import { uuidOrNull } from "../../core/scalars.ts";
import { knownOwner, teamFor } from "../clients/client.service.ts";
import { knownTags } from "../tags/tag.service.ts";

/** @throws BAD_USER_INPUT when there is none, or one is unknown */
export async function knownTagIds({ core }: Context, tagIds: string[]): Promise<string[]> {
  if (tagIds.length === 0) throw badInput({ path: "tagIds", key: "errors.required" });
  return knownTags(core.db, tagIds);
}

/** @throws BAD_USER_INPUT */
export async function knownList({ core }: Context, listId: string): Promise<string> {
  const list = await core.db
    .selectFrom("client_list")
    .select("id")
    .where("id", "=", uuidOrNull(listId))
    .executeTakeFirst();
  if (!list) throw badInput({ path: "listId", key: "errors.unknownList" });
  return list.id;
}

/**
 * Owner and team that clients may be given to; absent ones stay absent.
 * @throws BAD_USER_INPUT when both are absent, or one is unknown; for an agent also a team that is not theirs
 */
export async function knownAssignment(
  context: Context,
  { ownerId, teamId }: { ownerId?: string | null; teamId?: string | null },
) {
  const { db } = context.core;
  if (ownerId === undefined && teamId === undefined) throw badInput({ path: "ownerId", key: "errors.required" });
  return {
    ...(ownerId !== undefined && { ownerId: await knownOwner(db, ownerId) }),
    ...(teamId !== undefined && { teamId: await teamFor(db, viewerOf(context), teamId) }),
  };
}
