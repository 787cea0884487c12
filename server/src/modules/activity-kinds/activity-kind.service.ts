import { activityKindRules } from "@clientela/shared/timeline/rules";
import { type Context, writtenBy } from "../../context.ts";
import { given } from "../../core/changes.ts";
import { notFound, parseInput, taken } from "../../core/errors.ts";
import { uuidOrNull } from "../../core/scalars.ts";
import { transact } from "../../core/transact.ts";
import type { ActivityKindInput } from "./activity-kind.types.ts";

const labelTaken = taken({ activity_kind_label_key: { path: "label", key: "errors.kindExists" } });

/**
 * Adds a kind of activity [F105].
 * @throws BAD_USER_INPUT when the name is taken, accents and case ignored
 */
export async function createActivityKind(context: Context, input: ActivityKindInput): Promise<string> {
  const kind = parseInput(activityKindRules, input);
  return transact(context.core, writtenBy(context), async (_em, sql) => {
    const made = await sql.insertInto("activity_kind").values(kind).returning("id").executeTakeFirstOrThrow();
    return made.id;
  }).catch(labelTaken);
}

/**
 * Renames a kind, or gives it another picture or colour, wherever it was used.
 * @throws NOT_FOUND; BAD_USER_INPUT when the name is taken
 */
export async function updateActivityKind(context: Context, id: string, input: ActivityKindInput): Promise<string> {
  const kind = parseInput(activityKindRules.partial(), input);
  return set(context, id, given(kind));
}

/**
 * Offers a kind no more, or again; what was written with it keeps it.
 * @throws NOT_FOUND
 */
export const archiveActivityKind = (context: Context, id: string, archived: boolean): Promise<string> =>
  set(context, id, { archived_at: archived ? new Date() : null });

const set = (context: Context, id: string, values: object): Promise<string> =>
  transact(context.core, writtenBy(context), async (_em, sql) => {
    const query = sql
      .updateTable("activity_kind")
      .set(({ ref }) => ({ label: ref("label"), ...values }))
      .where("id", "=", uuidOrNull(id))
      .returning("id");
    return (await query.executeTakeFirstOrThrow(notFound)).id;
  }).catch(labelTaken);
