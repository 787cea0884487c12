import { may } from "@clientela/shared/permissions";
import { timelineEntryRules } from "@clientela/shared/timeline/rules";
import { LockMode } from "@mikro-orm/core";
import type { EntityManager } from "@mikro-orm/postgresql";
import type { Kysely } from "kysely";
import { type Context, viewerOf } from "../../context.ts";
import { badInput, forbidden, illegalState, notFound, parseInput } from "../../core/errors.ts";
import { uuidOrNull } from "../../core/scalars.ts";
import { transact } from "../../core/transact.ts";
import type { Viewer } from "../../core/viewer.ts";
import type { Database } from "../../database/tables.ts";
import { visibleTo } from "../clients/visible.ts";
import { knownTags } from "../tags/tag.service.ts";
import { sanitizeRichText } from "./rich-text.ts";
import { plainText } from "./timeline.text.ts";
import type { TimelineEntryInput } from "./timeline.types.ts";
import { TimelineEntryRecord } from "./timeline-entry.entity.ts";

/**
 * Writes a note, call or meeting down on a client's timeline and answers its id.
 * @throws NOT_FOUND for the client; BAD_USER_INPUT
 */
export async function addTimelineEntry(context: Context, clientId: string, input: TimelineEntryInput): Promise<string> {
  const viewer = viewerOf(context);
  const { kind, occurredAt, tagIds, ...fields } = parseEntry(input);
  return transact(context.core, { actor: viewer.userId }, async (em, sql) => {
    const client = await sql
      .selectFrom("client")
      .select("id")
      .where("client.id", "=", uuidOrNull(clientId))
      .where(visibleTo(viewer))
      .executeTakeFirst();
    if (!client) throw notFound();
    const entry = em.create(TimelineEntryRecord, {
      ...fields,
      clientId: client.id,
      kind: kind ?? "NOTE",
      automatic: false,
      actorId: viewer.userId,
      tagIds: await knownTags(sql, tagIds ?? []),
      ...(occurredAt && { occurredAt }),
    });
    await em.flush();
    return entry.id;
  });
}

/**
 * Changes a manual entry: its author may, and who moderates timelines.
 * @throws NOT_FOUND; BAD_USER_INPUT; FORBIDDEN for another's; ILLEGAL_STATE for an automatic one
 */
export async function updateTimelineEntry(context: Context, id: string, input: TimelineEntryInput): Promise<void> {
  const viewer = viewerOf(context);
  await transact(context.core, { actor: viewer.userId }, async (em, sql) => {
    const entry = await lockEditable(em, sql, viewer, id);
    const { kind, occurredAt, tagIds, ...fields } = parseEntry(input);
    em.assign(entry, {
      ...fields,
      ...(kind && { kind }),
      ...(occurredAt && { occurredAt }),
      ...(tagIds && { tagIds: await knownTags(sql, tagIds) }),
      editedAt: new Date(),
    });
  });
}

/**
 * Takes a manual entry off the timeline; the ledger keeps it.
 * @throws NOT_FOUND; FORBIDDEN for another's; ILLEGAL_STATE for an automatic one
 */
export async function deleteTimelineEntry(context: Context, id: string): Promise<void> {
  const viewer = viewerOf(context);
  await transact(context.core, { actor: viewer.userId }, async (em, sql) => {
    const entry = await lockEditable(em, sql, viewer, id);
    entry.deletedAt = new Date();
  });
}

function parseEntry(input: TimelineEntryInput) {
  const fields = parseInput(timelineEntryRules, input);
  const description = sanitizeRichText(fields.description);
  if (!plainText(description)) throw badInput({ path: "description", key: "errors.required" });
  return { ...fields, description };
}

async function lockEditable(
  em: EntityManager,
  sql: Kysely<Database>,
  viewer: Viewer,
  id: string,
): Promise<TimelineEntryRecord> {
  const seen = await sql
    .selectFrom("timeline_entry")
    .innerJoin("client", "client.id", "timeline_entry.client_id")
    .select("timeline_entry.id")
    .where("timeline_entry.id", "=", uuidOrNull(id))
    .where("timeline_entry.deleted_at", "is", null)
    .where(visibleTo(viewer))
    .executeTakeFirst();
  const entry = seen && (await em.findOne(TimelineEntryRecord, seen.id, { lockMode: LockMode.PESSIMISTIC_WRITE }));
  if (!entry) throw notFound();
  if (entry.automatic) throw illegalState("errors.automaticEntry");
  if (entry.actorId !== viewer.userId && !may(viewer.role, "timeline.moderate")) throw forbidden("errors.notYourEntry");
  return entry;
}
