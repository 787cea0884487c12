import { may } from "@clientela/shared/permissions";
import { appointmentKinds, contactKinds, fileKinds, manualKinds, taskKinds } from "@clientela/shared/timeline/rules";
import { type Expression, type RawBuilder, type SqlBool, sql } from "kysely";
import { type Context, viewerOf } from "../../context.ts";
import { type AbstractProjection, desc, field, type Projection, type Scope } from "../../core/read/projection.ts";
import type { Viewer } from "../../core/viewer.ts";
import { visibleTo } from "../access/visible.ts";
import { appointmentProjection } from "../appointments/appointment.projection.ts";
import { clientProjection } from "../clients/client.projection.ts";
import { contactProjection } from "../contacts/contact.projection.ts";
import { clientFileProjection, filesOfEntry, inUse } from "../files/client-file.projection.ts";
import { userBy } from "../people/user-by.ts";
import { taskProjection } from "../tasks/task.projection.ts";
import { shownContactChanges } from "./contact.text.ts";
import { revisionProjection } from "./revision.projection.ts";
import { timelineConditions } from "./timeline.filter.ts";
import { shownChanges, summaryOf } from "./timeline.text.ts";
import type {
  AppointmentEntry,
  ClientEditedEntry,
  ContactDataRevealedEntry,
  ContactEntry,
  FileEntry,
  ManualEntry,
  NewsletterChangedEntry,
  StatusChangedEntry,
  TaskEntry,
  TimelineArgs,
  TimelineEntry,
  TimelineEntryChange,
} from "./timeline.types.ts";

/** What every entry has. */
const common = {
  id: "id",
  kind: "kind",
  automatic: "automatic",
  occurredAt: "occurred_at",
  editedAt: "edited_at",
  title: "title",
  description: "description",
  stage: "stage",
  client: field<"timeline_entry">(({ eb, viewer, one }) =>
    one(
      clientProjection,
      eb.selectFrom("client").where(visibleTo(viewer)).whereRef("client.id", "=", "timeline_entry.client_id"),
    ),
  ),
  actor: userBy("timeline_entry.actor_id"),
  tags: field<"timeline_entry">(
    () => sql`timeline_entry.tag_ids`,
    (ids: string[], { core }: Context) => core.references.tags.getAll(ids),
  ),
  summary: field<"timeline_entry">(
    () => sql`json_build_object('kind', timeline_entry.kind, 'title', timeline_entry.title,
      'description', timeline_entry.description, 'data', timeline_entry.data)`,
    summaryOf,
  ),
  viewerCanEdit: field<"timeline_entry">(
    () => sql`json_build_object('automatic', timeline_entry.automatic, 'actorId', timeline_entry.actor_id)`,
    ({ automatic, actorId }: { automatic: boolean; actorId: string | null }, context: Context) => {
      const { userId, role } = viewerOf(context);
      return !automatic && (actorId === userId || may(role, "timeline.moderate"));
    },
  ),
} as const satisfies Projection<"timeline_entry", keyof TimelineEntry>["fields"];

const manualProjection: Projection<"timeline_entry", keyof ManualEntry> = {
  table: "timeline_entry",
  fields: {
    ...common,
    customKind: field<"timeline_entry">(
      () => sql`timeline_entry.custom_kind_id`,
      (id: string | null, { core }: Context) => core.references.activityKinds.get(id),
    ),
    contact: field<"timeline_entry">(({ eb, one }) =>
      one(contactProjection, eb.selectFrom("contact").whereRef("contact.id", "=", "timeline_entry.contact_id")),
    ),
    mentions: field<"timeline_entry">(
      () => sql`(select json_agg(user_id order by user_id) from timeline_mention where entry_id = timeline_entry.id)`,
      (ids: string[] | null, { core }: Context) => core.references.users.getAll(ids),
    ),
    version: "version",
    files: field<"timeline_entry">((scope) => filesOfEntry(scope)),
    revisions: field<"timeline_entry">(({ eb, viewer, many }) =>
      many(
        revisionProjection,
        eb
          .selectFrom("timeline_revision")
          .whereRef("timeline_revision.entry_id", "=", "timeline_entry.id")
          .$if(!may(viewer.role, "timeline.moderate"), (query) =>
            query.where(sql<SqlBool>`timeline_entry.actor_id = ${viewer.userId}`),
          )
          .orderBy("timeline_revision.id", "desc"),
      ),
    ),
  },
};

const entryProjection: Projection<"timeline_entry", keyof TimelineEntry> = { table: "timeline_entry", fields: common };

const editedProjection: Projection<"timeline_entry", keyof ClientEditedEntry> = {
  table: "timeline_entry",
  fields: { ...common, changes: field<"timeline_entry">(() => sql`timeline_entry.data -> 'changes'`, shownChanges) },
};

const statusProjection: Projection<"timeline_entry", keyof StatusChangedEntry> = {
  table: "timeline_entry",
  fields: {
    ...common,
    before: field<"timeline_entry">(() => sql`timeline_entry.data ->> 'before'`),
    after: field<"timeline_entry">(() => sql`timeline_entry.data ->> 'after'`),
  },
};

const newsletterProjection: Projection<"timeline_entry", keyof NewsletterChangedEntry> = {
  table: "timeline_entry",
  fields: {
    ...common,
    listId: field<"timeline_entry">(() => sql`timeline_entry.data ->> 'listId'`),
    list: field<"timeline_entry">(() => sql`timeline_entry.data ->> 'list'`),
    before: field<"timeline_entry">(() => sql`timeline_entry.data ->> 'before'`),
    after: field<"timeline_entry">(() => sql`timeline_entry.data ->> 'after'`),
    reason: field<"timeline_entry">(() => sql`timeline_entry.data ->> 'reason'`),
  },
};

const contactEntryProjection: Projection<"timeline_entry", keyof ContactEntry> = {
  table: "timeline_entry",
  fields: {
    ...common,
    contact: field<"timeline_entry">(({ eb, one }) =>
      one(
        contactProjection,
        eb.selectFrom("contact").where(sql<SqlBool>`contact.id = (timeline_entry.data ->> 'contactId')::uuid`),
      ),
    ),
    changes: field<"timeline_entry">(() => sql`timeline_entry.data -> 'changes'`, shownContactChanges),
  },
};

const revealedProjection: Projection<"timeline_entry", keyof ContactDataRevealedEntry> = {
  table: "timeline_entry",
  fields: { ...common, reason: field<"timeline_entry">(() => sql`timeline_entry.data ->> 'reason'`) },
};

const taskEntryProjection: Projection<"timeline_entry", keyof TaskEntry> = {
  table: "timeline_entry",
  fields: {
    ...common,
    // The title as it was then; the task may be called otherwise now.
    title: field<"timeline_entry">(() => sql`timeline_entry.data ->> 'title'`),
    task: field<"timeline_entry">(({ eb, one }) =>
      one(
        taskProjection,
        eb
          .selectFrom("task")
          .where(sql<SqlBool>`task.id = (timeline_entry.data ->> 'taskId')::uuid`)
          .where("task.deleted_at", "is", null),
      ),
    ),
  },
};

const appointmentEntryProjection: Projection<"timeline_entry", keyof AppointmentEntry> = {
  table: "timeline_entry",
  fields: {
    ...common,
    title: field<"timeline_entry">(() => sql`timeline_entry.data ->> 'title'`),
    appointment: field<"timeline_entry">(({ eb, one }) =>
      one(
        appointmentProjection,
        eb
          .selectFrom("appointment")
          .where(sql<SqlBool>`appointment.id = (timeline_entry.data ->> 'appointmentId')::uuid`),
      ),
    ),
    startsAt: field<"timeline_entry">(() => sql`timeline_entry.data ->> 'startsAt'`),
    startedAt: field<"timeline_entry">(() => sql`timeline_entry.data ->> 'startedAt'`),
    timeZone: field<"timeline_entry">(() => sql`timeline_entry.data ->> 'timeZone'`),
  },
};

const fileEntryProjection: Projection<"timeline_entry", keyof FileEntry> = {
  table: "timeline_entry",
  fields: {
    ...common,
    title: field<"timeline_entry">(() => sql`timeline_entry.data ->> 'name'`),
    fileId: field<"timeline_entry">(() => sql`timeline_entry.data ->> 'fileId'`),
    file: field<"timeline_entry">(({ eb, one }) =>
      one(
        clientFileProjection,
        eb
          .selectFrom("client_file")
          .where(sql<SqlBool>`client_file.id = (timeline_entry.data ->> 'fileId')::uuid`)
          .where(inUse),
      ),
    ),
  },
};

/**
 * Which entries of a visible client exist for a viewer: who had hidden contact data revealed is for management and for
 * that agent to know.
 */
export const entryVisibleTo = ({
  role,
  userId,
}: {
  role: Viewer["role"];
  userId: string | Expression<unknown>;
}): RawBuilder<SqlBool> =>
  role === "AGENT"
    ? sql`(timeline_entry.kind <> 'CONTACT_DATA_REVEALED' or timeline_entry.actor_id = ${userId})`
    : sql`true`;

/** Where each field of each family of entries comes from. */
export const timelineProjection: AbstractProjection<"timeline_entry"> = {
  table: "timeline_entry",
  kindColumn: "kind",
  members: {
    ManualEntry: { kinds: manualKinds, projection: manualProjection },
    ClientEditedEntry: { kinds: ["CLIENT_EDITED"], projection: editedProjection },
    StatusChangedEntry: { kinds: ["STATUS_CHANGED"], projection: statusProjection },
    NewsletterChangedEntry: { kinds: ["NEWSLETTER_CHANGED"], projection: newsletterProjection },
    ContactEntry: { kinds: contactKinds, projection: contactEntryProjection },
    ContactDataRevealedEntry: { kinds: ["CONTACT_DATA_REVEALED"], projection: revealedProjection },
    TaskEntry: { kinds: taskKinds, projection: taskEntryProjection },
    AppointmentEntry: { kinds: appointmentKinds, projection: appointmentEntryProjection },
    FileEntry: { kinds: fileKinds, projection: fileEntryProjection },
    ClientLifecycleEntry: { projection: entryProjection },
  },
};

/** What was done to a manual entry, and how it is now. */
export const changeProjection: Projection<"timeline_revision", keyof TimelineEntryChange> = {
  table: "timeline_revision",
  fields: {
    entryId: "entry_id",
    change: "change",
    entry: field<"timeline_revision">(({ eb, viewer, one }) =>
      one(
        timelineProjection,
        eb
          .selectFrom("timeline_entry")
          .whereRef("timeline_entry.id", "=", "timeline_revision.entry_id")
          .where("timeline_entry.deleted_at", "is", null)
          .where(entryVisibleTo(viewer)),
      ),
    ),
  },
};

/** A client's timeline, latest first. */
export const timelinePage = ({ eb, args, page, viewer }: Scope<"client", TimelineArgs>) =>
  page(
    timelineProjection,
    eb
      .selectFrom("timeline_entry")
      .whereRef("timeline_entry.client_id", "=", "client.id")
      .where("timeline_entry.deleted_at", "is", null)
      .where(entryVisibleTo(viewer))
      .where(({ and }) => and(timelineConditions(args.filter))),
    desc("timeline_entry.occurred_at"),
  );

/** What a client's timeline that is read beside it holds: live events go on from there. */
export const timelineCursor = field<"client">(() => sql`pg_current_snapshot()::text`);
