import { timelineKinds, timelineStages } from "@clientela/shared/timeline/rules";
import { defineEntity, p } from "@mikro-orm/core";

const TimelineEntrySchema = defineEntity({
  name: "TimelineEntryRecord",
  tableName: "timeline_entry",
  properties: {
    id: p.uuid().primary().defaultRaw("uuidv7()"),
    clientId: p.uuid(),
    kind: p.enum(timelineKinds),
    automatic: p.boolean(),
    actorId: p.uuid().nullable(),
    cause: p.text().nullable(),
    occurredAt: p.datetime().defaultRaw("now()"),
    title: p.text().nullable(),
    description: p.text().nullable(),
    stage: p.enum(timelineStages).nullable(),
    tagIds: p.array().columnType("uuid[]").default([]),
    customKindId: p.uuid().nullable(),
    contactId: p.uuid().nullable(),
    fileIds: p.array().columnType("uuid[]").default([]),
    editedAt: p.datetime().nullable(),
    deletedAt: p.datetime().nullable(),
    version: p.integer().version(),
  },
});

/** A row of the ledger. Only manual entries are written through it; the automatic ones are the database's own. */
export class TimelineEntryRecord extends TimelineEntrySchema.class {}
TimelineEntrySchema.setClass(TimelineEntryRecord);
