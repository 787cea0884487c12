import { tagRules } from "@clientela/shared/people/rules";
import { colorOfNewTag } from "@clientela/shared/tags/palette";
import { type Kysely, sql } from "kysely";
import { type Context, writtenBy } from "../../context.ts";
import { given, lockRecord } from "../../core/changes.ts";
import { badInput, notFound, parseInput, taken } from "../../core/errors.ts";
import { distinctIds, uuidOrNull } from "../../core/scalars.ts";
import { transact } from "../../core/transact.ts";
import type { Database } from "../../database/tables.ts";
import { Tag, type TagInput } from "./tag.entity.ts";

const nameTaken = taken({ tag_name_key: { path: "name", key: "errors.tagExists" } });

/**
 * Adds a tag.
 * @throws BAD_USER_INPUT when the name is taken, accents and case ignored
 */
export async function createTag(context: Context, input: TagInput): Promise<string> {
  const { name, color } = parseInput(tagRules, input);
  return transact(context.core, writtenBy(context), async (em) => {
    const tag = em.create(Tag, { name, color: color ?? colorOfNewTag(name) });
    await em.flush();
    return tag.id;
  }).catch(nameTaken);
}

/**
 * Renames or recolours a tag.
 * @throws NOT_FOUND; BAD_USER_INPUT when the name is taken
 */
export async function updateTag(context: Context, id: string, input: TagInput): Promise<string> {
  const { name, color } = parseInput(tagRules.partial(), input);
  return transact(context.core, writtenBy(context), async (em) => {
    const tag = await lockRecord(em, Tag, id);
    em.assign(tag, given({ name, color: color ?? undefined }));
    return tag.id;
  }).catch(nameTaken);
}

/**
 * Removes a tag from everything that carries it; the clients' timelines keep that they had it.
 * @throws NOT_FOUND
 */
export async function deleteTag(context: Context, id: string): Promise<void> {
  await transact(context.core, writtenBy(context, "tag"), async (_em, sql) => {
    const tagId = uuidOrNull(id);
    // First the links, while the ledger's trigger can still read the tag's name.
    await sql.deleteFrom("client_tag").where("tag_id", "=", tagId).execute();
    await sql.deleteFrom("tag").where("id", "=", tagId).returning("id").executeTakeFirstOrThrow(notFound);
  });
}

/**
 * Merges a tag into another: clients, timeline entries and saved filters get the other one, and the first is deleted.
 * Answers how many clients carried the deleted one [F111].
 * @throws NOT_FOUND for either; BAD_USER_INPUT when both are the same
 */
export async function mergeTags(context: Context, fromId: string, intoId: string): Promise<number> {
  const [from, into] = [uuidOrNull(fromId), uuidOrNull(intoId)];
  if (!from || !into) throw notFound();
  if (from === into) throw badInput({ path: "intoId", key: "errors.sameTag" });
  return transact(context.core, writtenBy(context, "tag"), async (_em, db) => {
    // In one order, so that two merges of the same tags wait for each other; links to either wait until it is over.
    const both = await sql`select id from tag where id in (${from}, ${into}) order by id for update`.execute(db);
    if (both.rows.length < 2) throw notFound();
    await sql`insert into client_tag (client_id, tag_id) select client_id, ${into}::uuid from client_tag where tag_id = ${from}
      on conflict do nothing`.execute(db);
    const { numAffectedRows: moved } = await sql`delete from client_tag where tag_id = ${from}`.execute(db);
    await sql`update timeline_entry
      set tag_ids = array_remove(tag_ids, ${from}::uuid) || case when ${into}::uuid = any(tag_ids) then '{}' else array[${into}]::uuid[] end
      where tag_ids <> '{}' and tag_ids @> array[${from}]::uuid[]`.execute(db);
    await sql`update saved_filter set filter = jsonb_set(filter, '{tagIds}',
        (select jsonb_agg(distinct case tag when ${from}::text then ${into}::text else tag end)
          from jsonb_array_elements_text(filter -> 'tagIds') as tags(tag)))
      where jsonb_typeof(filter -> 'tagIds') = 'array' and filter -> 'tagIds' @> to_jsonb(${from}::text)`.execute(db);
    await db.deleteFrom("tag").where("id", "=", from).execute();
    return Number(moved);
  });
}

/**
 * The distinct ids, all of existing tags.
 * @throws BAD_USER_INPUT on `tagIds`
 */
export async function knownTags(sql: Kysely<Database>, tagIds: readonly string[]): Promise<string[]> {
  if (tagIds.length === 0) return [];
  const ids = distinctIds(tagIds);
  const known = await sql
    .selectFrom("tag")
    .select("id")
    .where("id", "in", ids as string[])
    .execute();
  if (known.length < ids.length) throw badInput({ path: "tagIds", key: "errors.unknownTag" });
  return known.map(({ id }) => id);
}
