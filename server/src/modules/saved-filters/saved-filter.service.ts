import { savedFilterRules } from "@clientela/shared/clients/rules";
import { may } from "@clientela/shared/permissions";
import { type Selectable, sql } from "kysely";
import { type Context, viewerOf } from "../../context.ts";
import { notFound, parseInput } from "../../core/errors.ts";
import { uuidOrNull } from "../../core/scalars.ts";
import type { Database } from "../../database/tables.ts";
import type { ClientFilter } from "../clients/client.inputs.ts";
import { usersOf } from "../people/people.references.ts";
import type { SaveFilterArgs } from "./saved-filter.inputs.ts";
import { usableFilter } from "./saved-filter.lost.ts";
import type { SavedFilter } from "./saved-filter.types.ts";

const columns = ["id", "name", "filter", "shared", "owner_id"] as const;

/** The viewer's own filters and those shared with everyone, by name. */
export async function findSavedFilters(context: Context): Promise<SavedFilter[]> {
  const { core } = context;
  const rows = await core.db
    .selectFrom("saved_filter")
    .select(columns)
    .where((eb) => eb.or([eb("owner_id", "=", viewerOf(context).userId), eb("shared", "=", true)]))
    .orderBy("name")
    .execute();
  return rows.map((row) => shown(context, row));
}

/**
 * Saves a filter under a name; one's own of the same name is replaced.
 * @throws BAD_USER_INPUT
 */
export async function saveFilter(context: Context, { name, filter, shared }: SaveFilterArgs): Promise<SavedFilter> {
  const { core } = context;
  const { userId } = viewerOf(context);
  const row = {
    name: parseInput(savedFilterRules, { name }).name,
    filter: JSON.stringify(filter),
    shared: shared ?? false,
    owner_id: userId,
  };
  const saved = await core.db.transaction().execute(async (transaction) => {
    await transaction
      .deleteFrom("saved_filter")
      .where("owner_id", "=", userId)
      .where(sql<boolean>`fold(name) = fold(${row.name})`)
      .execute();
    return transaction.insertInto("saved_filter").values(row).returning(columns).executeTakeFirstOrThrow();
  });
  return shown(context, saved);
}

const shown = (
  context: Context,
  { owner_id, filter, ...row }: Pick<Selectable<Database["saved_filter"]>, (typeof columns)[number]>,
): SavedFilter => ({
  ...row,
  ...usableFilter(context, filter as ClientFilter),
  owner: usersOf(context.core).get(owner_id),
});

/**
 * Deletes one's own filter, or a shared one if one manages.
 * @throws NOT_FOUND
 */
export async function deleteSavedFilter(context: Context, id: string): Promise<void> {
  const { userId, role } = viewerOf(context);
  await context.core.db
    .deleteFrom("saved_filter")
    .where("id", "=", uuidOrNull(id))
    .where((eb) =>
      may(role, "settings.manage")
        ? eb.or([eb("owner_id", "=", userId), eb("shared", "=", true)])
        : eb("owner_id", "=", userId),
    )
    .returning("id")
    .executeTakeFirstOrThrow(notFound);
}
