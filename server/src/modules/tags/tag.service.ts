import { tagRules } from "@clientela/shared/people/rules";
import type { Kysely } from "kysely";
import { type Context, viewerOf } from "../../context.ts";
import { badInput, brokenConstraint, notFound, parseInput } from "../../core/errors.ts";
import { uuidOrNull } from "../../core/scalars.ts";
import { transact } from "../../core/transact.ts";
import type { Database } from "../../database/tables.ts";
import { Tag, type TagInput } from "./tag.entity.ts";

/** Distinct in both themes; a new tag takes the one its name falls on. */
const palette = [
  "#d93025",
  "#e8710a",
  "#b06000",
  "#188038",
  "#12858d",
  "#1a73e8",
  "#5b5fc7",
  "#9334e6",
  "#c2185b",
  "#5f6368",
];

/**
 * Adds a tag.
 * @throws BAD_USER_INPUT when the name is taken, accents and case ignored
 */
export async function createTag(context: Context, input: TagInput): Promise<string> {
  const { name, color } = parseInput(tagRules, input);
  return change(context, async (em) => {
    const tag = em.create(Tag, { name, color: color ?? colorOf(name) });
    await em.flush();
    return tag.id;
  });
}

/**
 * Renames or recolours a tag.
 * @throws NOT_FOUND; BAD_USER_INPUT when the name is taken
 */
export async function updateTag(context: Context, id: string, input: TagInput): Promise<string> {
  const { name, color } = parseInput(tagRules, input);
  return change(context, async (em) => {
    const tag = uuidOrNull(id) && (await em.findOne(Tag, id));
    if (!tag) throw notFound();
    em.assign(tag, { name, ...(color && { color }) });
    return tag.id;
  });
}

/**
 * Removes a tag from everything that carries it; the clients' timelines keep that they had it.
 * @throws NOT_FOUND
 */
export async function deleteTag(context: Context, id: string): Promise<void> {
  await change(context, async (_em, sql) => {
    const tagId = uuidOrNull(id);
    // First the links, while the ledger's trigger can still read the tag's name.
    await sql.deleteFrom("client_tag").where("tag_id", "=", tagId).execute();
    const { numDeletedRows } = await sql.deleteFrom("tag").where("id", "=", tagId).executeTakeFirst();
    if (numDeletedRows === 0n) throw notFound();
  });
}

/**
 * The distinct ids, all of existing tags.
 * @throws BAD_USER_INPUT on `tagIds`
 */
export async function knownTags(sql: Kysely<Database>, tagIds: readonly string[]): Promise<string[]> {
  if (tagIds.length === 0) return [];
  const ids = [...new Set(tagIds.map(uuidOrNull))];
  const known = await sql
    .selectFrom("tag")
    .select("id")
    .where("id", "in", ids as string[])
    .execute();
  if (known.length < ids.length) throw badInput({ path: "tagIds", key: "errors.unknownTag" });
  return known.map(({ id }) => id);
}

async function change<T>(context: Context, work: Parameters<typeof transact<T>>[2]): Promise<T> {
  const { core } = context;
  const result = await transact(core, { actor: viewerOf(context).userId }, work).catch((error: unknown) => {
    if (brokenConstraint(error) === "tag_name_key") throw badInput({ path: "name", key: "errors.tagExists" });
    throw error;
  });
  await core.live.catchUp();
  return result;
}

const colorOf = (name: string) =>
  palette[[...name].reduce((sum, character) => sum + (character.codePointAt(0) ?? 0), 0) % palette.length] as string;
