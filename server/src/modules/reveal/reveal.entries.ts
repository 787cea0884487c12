import { sql } from "kysely";
import { Field, ObjectType } from "type-graphql";
import { field } from "../../core/read/projection.ts";
import { entryFamily } from "../timeline/entry.ts";
import { TimelineEntry } from "../timeline/timeline.types.ts";

@ObjectType({
  implements: TimelineEntry,
  description: "Hidden contact data was shown to an agent. Agents see only their own such entries.",
})
export class ContactDataRevealedEntry extends TimelineEntry {
  @Field(() => String)
  reason!: string;
}

export const revealEntries = entryFamily<{ reason?: string } | null>()(ContactDataRevealedEntry, {
  kinds: ["CONTACT_DATA_REVEALED"],
  fields: { reason: field<"timeline_entry">(() => sql`timeline_entry.data ->> 'reason'`) },
  summary: ({ data }, { translate }) => translate("timeline.summary.CONTACT_DATA_REVEALED", { reason: data?.reason }),
});
