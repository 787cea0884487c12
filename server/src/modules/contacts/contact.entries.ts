import { contactKinds } from "@clientela/shared/timeline/rules";
import { type SqlBool, sql } from "kysely";
import { Field, ObjectType } from "type-graphql";
import { field } from "../../core/read/projection.ts";
import { entryFamily } from "../timeline/entry.ts";
import { type Differences, FieldChange } from "../timeline/field-change.types.ts";
import { TimelineEntry } from "../timeline/timeline.types.ts";
import { Contact } from "./contact.entity.ts";
import { contactProjection } from "./contact.projection.ts";
import { contactKeysOf, shownContactChanges } from "./contact.text.ts";

@ObjectType({ implements: TimelineEntry, description: "A contact was added, changed, activated or deactivated." })
export class ContactEntry extends TimelineEntry {
  @Field(() => Contact)
  contact!: Contact;
  @Field(() => [FieldChange], { description: "Their fields are those of Contact." })
  changes!: FieldChange[];
}

export const contactEntries = entryFamily<{ name?: string; changes?: Differences } | null>()(ContactEntry, {
  kinds: contactKinds,
  fields: {
    contact: field<"timeline_entry">(({ eb, one }) =>
      one(
        contactProjection,
        eb.selectFrom("contact").where(sql<SqlBool>`contact.id = (timeline_entry.data ->> 'contactId')::uuid`),
      ),
    ),
    changes: field<"timeline_entry">(() => sql`timeline_entry.data -> 'changes'`, shownContactChanges),
  },
  summary({ kind, data }, { translate }) {
    if (kind !== "CONTACT_EDITED") return translate(`timeline.summary.${kind}`, { name: data?.name });
    const fields = contactKeysOf(data?.changes ?? {}).map(([key]) => translate(`contacts.field.${key}`));
    return translate("timeline.summary.CONTACT_EDITED", { name: data?.name, fields: fields.join(", ") });
  },
});
