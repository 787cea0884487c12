import { type RawBuilder, sql } from "kysely";
import { type Context, type Core, viewerOf } from "../../context.ts";
import { AppError, badInput, notFound } from "../../core/errors.ts";
import type { Feed } from "../../core/live/feed.ts";
import { untilLeft } from "../../core/live/until-left.ts";
import { uuidOrNull } from "../../core/scalars.ts";
import { survivorOf } from "../access/merged.ts";
import { entryShown, TimelineGate } from "./timeline.gate.ts";

const entryFeed: Feed = { name: "timeline entries", table: "timeline_entry", key: "client_id" };
const revisionFeed: Feed = {
  name: "timeline revisions",
  table: "timeline_revision",
  join: "join timeline_entry entry on entry.id = news.entry_id",
  key: "entry.client_id",
};

/**
 * The ids of the entries added to a client from now on, or since a cursor of its timeline. It ends when the viewer may
 * no longer see the client.
 * @throws NOT_FOUND; BAD_USER_INPUT for what is no cursor
 */
export const newEntries = (context: Context, clientId: string, since: string | null): AsyncIterableIterator<string> =>
  news(context, clientId, since, {
    feed: entryFeed,
    missed: (id, cursor) =>
      sql`select id from timeline_entry where client_id = ${id} and ${isNewSince(cursor)} order by xid, id`,
    gate: gatesOf(context).entries,
  });

/**
 * The ids of the revisions of a client's manual entries from now on, or since a cursor of its timeline. It ends when the
 * viewer may no longer see the client.
 * @throws NOT_FOUND; BAD_USER_INPUT for what is no cursor
 */
export const newRevisions = (context: Context, clientId: string, since: string | null): AsyncIterableIterator<string> =>
  news(context, clientId, since, {
    feed: revisionFeed,
    missed: (id, cursor) => sql`select id from timeline_revision where ${isNewSince(cursor)}
      and exists (select from timeline_entry entry where entry.id = entry_id and entry.client_id = ${id}) order by xid, id`,
    gate: gatesOf(context).revisions,
  });

/** One of each for all subscribers of a process. */
const gates = new WeakMap<object, { entries: TimelineGate; revisions: TimelineGate }>();
function gatesOf({ core: { db } }: Context) {
  const known = gates.get(db) ?? {
    entries: new TimelineGate(db, entryShown),
    revisions: new TimelineGate(db, sql`true`),
  };
  gates.set(db, known);
  return known;
}

interface Source {
  feed: Feed;
  /** The ids of what was committed since a cursor. */
  missed(clientId: string, cursor: string): RawBuilder<{ id: string }>;
  /** Whether one of them is still there, and for this viewer. */
  gate: TimelineGate;
}

const isNewSince = (cursor: string) =>
  sql`xid >= pg_snapshot_xmin(${cursor}::pg_snapshot) and not pg_visible_in_snapshot(xid, ${cursor}::pg_snapshot)`;

function news(context: Context, clientId: string, since: string | null, source: Source): AsyncIterableIterator<string> {
  return untilLeft((signal) => newsOf(context, uuidOrNull(clientId), since, source, signal));
}

/** Where the client is merged into another, now or before, it goes on with the survivor. */
async function* newsOf(
  context: Context,
  clientId: string | null,
  since: string | null,
  source: Source,
  signal: AbortSignal,
): AsyncGenerator<string, void> {
  if (!clientId) throw notFound();
  const viewer = viewerOf(context);
  const shows = (id: string | null) => source.gate.shows({ clientId, id, viewer });
  // Listening begins before the first look, so that nothing falls between them.
  const live = context.core.live.follow(source.feed, clientId, signal);
  let open = false;
  try {
    await shows(null);
    open = true;
    const told = new Set<string>();
    for (const id of since === null ? [] : await missedSince(context, since, source.missed(clientId, since))) {
      told.add(id);
      if (await shows(id)) yield id;
    }
    for await (const id of live) {
      if (!told.delete(id) && (await shows(id))) yield id;
    }
  } catch (error) {
    const gone = error instanceof AppError && error.code === "NOT_FOUND";
    const survivor = gone && (await survivorOf(context.core.db, viewer, clientId));
    if (!survivor) throw error;
    yield* newsOf(context, survivor.id, open ? await mergedAt(context.core, clientId) : since, source, signal);
  }
}

/** The cursor of the moment before a client was merged: the survivor's timeline tells of it first. */
async function mergedAt({ db }: Core, clientId: string): Promise<string> {
  const { rows } = await sql<{ cursor: string }>`select xid || ':' || xid || ':' as cursor from timeline_entry
    where client_id = ${clientId} and kind = 'CLIENT_MERGED' order by id desc limit 1`.execute(db);
  return rows[0]?.cursor as string;
}

/** Numbers of transactions begin anew after a restoration: an older cursor would hide new entries. */
async function refuseForeign({ db }: Core, cursor: string): Promise<void> {
  const ahead = sql<{ ahead: boolean }>`select
    pg_snapshot_xmax(${cursor}::pg_snapshot) > pg_snapshot_xmax(pg_current_snapshot()) as ahead`;
  if ((await ahead.execute(db)).rows[0]?.ahead) throw badInput({ path: "since", key: "errors.invalid" });
}

/** PostgreSQL's code for a text that is no snapshot. */
const NO_SNAPSHOT = "22P02";

async function missedSince({ core }: Context, cursor: string, missed: RawBuilder<{ id: string }>): Promise<string[]> {
  try {
    await refuseForeign(core, cursor);
    return (await missed.execute(core.db)).rows.map(({ id }) => id);
  } catch (error) {
    if ((error as { code?: string }).code === NO_SNAPSHOT) throw badInput({ path: "since", key: "errors.invalid" });
    throw error;
  }
}
