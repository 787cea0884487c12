import { may } from "@clientela/shared/permissions";
import { timelineEntryRules, updateTimelineEntryRules } from "@clientela/shared/timeline/rules";
import type { EntityManager } from "@mikro-orm/postgresql";
import { type Kysely, sql as raw, type SqlBool } from "kysely";
import { type Context, viewerOf, writtenBy } from "../../context.ts";
import { given, requireVersion } from "../../core/changes.ts";
import { badInput, forbidden, illegalState, parseInput } from "../../core/errors.ts";
import { plainText, sanitizeRichText } from "../../core/rich-text.ts";
import { uuidOrNull } from "../../core/scalars.ts";
import { type Read, transact } from "../../core/transact.ts";
import type { Viewer } from "../../core/viewer.ts";
import type { Database } from "../../database/tables.ts";
import { knownClient, lockOnClient } from "../access/known-client.ts";
import { activityKindsOf } from "../activity-kinds/activity-kind.references.ts";
import { knownContacts } from "../contacts/known-contacts.ts";
import { attachFiles, idsOfFiles } from "../files/client-file.service.ts";
import { knownTags } from "../tags/tag.service.ts";
import { TimelineEntryRecord } from "./manual-entry.entity.ts";
import type { TimelineEntryInput } from "./manual-entry.types.ts";
import { keepMentions, withMentionsOf } from "./mentions.ts";

/**
 * Writes an activity down on a client's timeline and answers what is read of it.
 * @throws NOT_FOUND for the client; BAD_USER_INPUT
 */
export async function addTimelineEntry<A>(
  context: Context,
  clientId: string,
  input: TimelineEntryInput,
  read: Read<A>,
): Promise<A> {
  const viewer = viewerOf(context);
  const { kind, contactId, occurredAt, tagIds, fileIds, ...fields } = parseInput(timelineEntryRules, input);
  const description = writtenText(fields.description);
  const customKindId = knownKind(context, fields.customKindId);
  const add = async (em: EntityManager, sql: Kysely<Database>) => {
    const client = await knownClient(sql, viewer, clientId);
    const text = await withMentionsOf(context, sql, client, description);
    const files = idsOfFiles(fileIds ?? []);
    const entry = em.create(TimelineEntryRecord, {
      ...fields,
      description: text.html,
      clientId: client,
      kind: kind ?? "NOTE",
      customKindId,
      contactId: await knownContact(sql, client, contactId),
      // Together with the rest, for a change of them would be an edit; the files themselves need the entry first.
      fileIds: files,
      automatic: false,
      actorId: viewer.userId,
      tagIds: await knownTags(sql, tagIds ?? []),
      ...(occurredAt && { occurredAt }),
    });
    await em.flush();
    await attachFiles(context, sql, entry, files);
    if (text.mentioned.length > 0) await keepMentions(context, sql, entry, text.mentioned, viewer.userId);
    return entry.id;
  };
  return transact(context.core, writtenBy(context), add, read);
}

/**
 * Changes the given fields of a manual entry and answers what is read of it: its author and moderators of timelines
 * may. The former text is kept [F106].
 * @throws NOT_FOUND; BAD_USER_INPUT; FORBIDDEN for another's; ILLEGAL_STATE for an automatic one; CONFLICT when it has
 *   moved past `expectedVersion`
 */
export async function updateTimelineEntry<A>(
  context: Context,
  id: string,
  input: TimelineEntryInput,
  expectedVersion: number | null,
  read: Read<A>,
): Promise<A> {
  const { kind, customKindId, contactId, occurredAt, tagIds, fileIds, description, ...fields } = parseInput(
    updateTimelineEntryRules,
    input,
  );
  const update = async (em: EntityManager, sql: Kysely<Database>) => {
    const entry = await lockEditable(em, sql, viewerOf(context), id);
    const before = said(entry);
    requireVersion(entry, expectedVersion);
    const text =
      description === undefined
        ? undefined
        : await withMentionsOf(context, sql, entry.clientId, writtenText(description));
    em.assign(entry, {
      ...given(fields),
      ...(text && { description: text.html }),
      ...(kind && { kind, customKindId: knownKind(context, customKindId, entry.customKindId) }),
      ...(contactId !== undefined && { contactId: await knownContact(sql, entry.clientId, contactId) }),
      ...(occurredAt && { occurredAt }),
      ...(tagIds && { tagIds: await knownTags(sql, tagIds) }),
      ...(fileIds && { fileIds: await attachFiles(context, sql, entry, idsOfFiles(fileIds)) }),
    });
    if (said(entry) !== before) entry.editedAt = new Date();
    await em.flush();
    if (text) await keepMentions(context, sql, entry, text.mentioned, viewerOf(context).userId);
    return entry.id;
  };
  return transact(context.core, writtenBy(context), update, read);
}

/**
 * Takes a manual entry off the timeline; the ledger keeps it.
 * @throws NOT_FOUND; FORBIDDEN for another's; ILLEGAL_STATE for an automatic one
 */
export async function deleteTimelineEntry(context: Context, id: string): Promise<void> {
  await transact(context.core, writtenBy(context), async (em, sql) => {
    const entry = await lockEditable(em, sql, viewerOf(context), id);
    entry.deletedAt = new Date();
  });
}

/**
 * Puts a deleted manual entry back and answers what is read of it; one that is there stays.
 * @throws NOT_FOUND; FORBIDDEN for another's; ILLEGAL_STATE for an automatic one
 */
export async function restoreTimelineEntry<A>(context: Context, id: string, read: Read<A>): Promise<A> {
  const restore = async (em: EntityManager, sql: Kysely<Database>) => {
    const entry = await lockEditable(em, sql, viewerOf(context), id, { deletedToo: true });
    entry.deletedAt = null;
    return entry.id;
  };
  return transact(context.core, writtenBy(context), restore, read);
}

/** HTML as it is kept: formatting only, and not without any words. */
function writtenText(html: string): string {
  const description = sanitizeRichText(html);
  if (!plainText(description)) throw badInput({ path: "description", key: "errors.required" });
  return description;
}

/** A kind of the business's own that is in use, or that the entry has already. */
function knownKind({ core }: Context, id: string | null | undefined, formerId: string | null = null): string | null {
  if (!id) return null;
  const kind = activityKindsOf(core).get(uuidOrNull(id));
  if (!kind || (kind.archived && kind.id !== formerId)) {
    throw badInput({ path: "customKindId", key: "errors.unknownKind" });
  }
  return kind.id;
}

/** All that a person wrote of an entry, as one text. */
const said = (entry: TimelineEntryRecord) => {
  const { kind, customKindId, title, description, stage, contactId, tagIds, fileIds, occurredAt } = entry;
  return JSON.stringify([
    kind,
    customKindId,
    title,
    description,
    stage,
    contactId,
    [...tagIds].sort(),
    fileIds,
    occurredAt,
  ]);
};

/**
 * One of a client's contacts by its id, inactive ones too: an activity may be long ago.
 * @throws BAD_USER_INPUT for another's
 */
async function knownContact(sql: Kysely<Database>, clientId: string, id: string | null | undefined) {
  return id ? ((await knownContacts(sql, clientId, [id], "contactId"))[0] ?? null) : null;
}

async function lockEditable(
  em: EntityManager,
  sql: Kysely<Database>,
  viewer: Viewer,
  id: string,
  { deletedToo = false } = {},
): Promise<TimelineEntryRecord> {
  const state = raw<SqlBool>`(${deletedToo}::boolean or timeline_entry.deleted_at is null)`;
  const entry = await em.findOneOrFail(
    TimelineEntryRecord,
    await lockOnClient(sql, viewer, "timeline_entry", id, state),
  );
  if (entry.automatic) throw illegalState("errors.automaticEntry");
  if (entry.actorId !== viewer.userId && !may(viewer.role, "timeline.moderate")) throw forbidden("errors.notYourEntry");
  return entry;
}
