import { sql } from "kysely";
import { Field, ObjectType } from "type-graphql";
import { field } from "../../core/read/projection.ts";
import { entryFamily } from "../timeline/entry.ts";
import { type Differences, FieldChange } from "../timeline/field-change.types.ts";
import { TimelineEntry } from "../timeline/timeline.types.ts";
import { changedFields, shownChanges, worded } from "./client.text.ts";
import { ClientStatusEnum } from "./client.types.ts";

@ObjectType({ implements: TimelineEntry, description: "A client was created or deleted." })
export class ClientLifecycleEntry extends TimelineEntry {}

@ObjectType({ implements: TimelineEntry, description: "Fields of the client were changed." })
export class ClientEditedEntry extends TimelineEntry {
  @Field(() => [FieldChange])
  changes!: FieldChange[];
}

@ObjectType({ implements: TimelineEntry, description: "The client's status was changed." })
export class StatusChangedEntry extends TimelineEntry {
  @Field(() => ClientStatusEnum)
  before!: keyof typeof ClientStatusEnum;
  @Field(() => ClientStatusEnum)
  after!: keyof typeof ClientStatusEnum;
}

const lifecycle = entryFamily<null>()(ClientLifecycleEntry, {
  kinds: ["CLIENT_CREATED", "CLIENT_DELETED"],
  fields: {},
  summary: ({ kind }, { translate }) => translate(`timeline.summary.${kind}`),
});

const edited = entryFamily<{ changes?: Differences } | null>()(ClientEditedEntry, {
  kinds: ["CLIENT_EDITED"],
  fields: { changes: field<"timeline_entry">(() => sql`timeline_entry.data -> 'changes'`, shownChanges) },
  summary({ data }, context) {
    const fields = changedFields(data?.changes ?? {}, context).map(({ label }) => label);
    return context.translate("timeline.summary.CLIENT_EDITED", { fields: fields.join(", ") });
  },
});

const statusChanged = entryFamily<{ before?: string; after?: string } | null>()(StatusChangedEntry, {
  kinds: ["STATUS_CHANGED"],
  fields: {
    before: field<"timeline_entry">(() => sql`timeline_entry.data ->> 'before'`),
    after: field<"timeline_entry">(() => sql`timeline_entry.data ->> 'after'`),
  },
  summary: ({ data }, context) =>
    context.translate("timeline.summary.STATUS_CHANGED", {
      before: worded("status", data?.before, context),
      after: worded("status", data?.after, context),
    }),
});

/** What the timeline tells of the client itself. */
export const clientEntries = [lifecycle, edited, statusChanged];
