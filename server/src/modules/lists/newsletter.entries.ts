import { wordKeyOf } from "@clientela/shared/clients/fieldTexts";
import { sql } from "kysely";
import { Field, ID, ObjectType } from "type-graphql";
import { field } from "../../core/read/projection.ts";
import { entryFamily } from "../timeline/entry.ts";
import { TimelineEntry } from "../timeline/timeline.types.ts";
import { NewsletterStateEnum } from "./list.entity.ts";

@ObjectType({ implements: TimelineEntry, description: "The client's state with a newsletter was changed." })
export class NewsletterChangedEntry extends TimelineEntry {
  @Field(() => ID, { description: "Of the newsletter, which may have been deleted since." })
  listId!: string;
  @Field(() => String, { description: "Name of the newsletter at that time." })
  list!: string;
  @Field(() => NewsletterStateEnum, { nullable: true })
  before!: keyof typeof NewsletterStateEnum | null;
  @Field(() => NewsletterStateEnum, { nullable: true, description: "Null: taken off, or the newsletter was deleted." })
  after!: keyof typeof NewsletterStateEnum | null;
  @Field(() => String, { nullable: true, description: "Why somebody who had unsubscribed was put back." })
  reason!: string | null;
}

interface Data {
  list?: string;
  before?: string | null;
  after?: string | null;
}

export const newsletterEntries = entryFamily<Data | null>()(NewsletterChangedEntry, {
  kinds: ["NEWSLETTER_CHANGED"],
  fields: {
    listId: field<"timeline_entry">(() => sql`timeline_entry.data ->> 'listId'`),
    list: field<"timeline_entry">(() => sql`timeline_entry.data ->> 'list'`),
    before: field<"timeline_entry">(() => sql`timeline_entry.data ->> 'before'`),
    after: field<"timeline_entry">(() => sql`timeline_entry.data ->> 'after'`),
    reason: field<"timeline_entry">(() => sql`timeline_entry.data ->> 'reason'`),
  },
  summary({ data }, { translate }) {
    const told = (state: string | null | undefined) => {
      const word = state && wordKeyOf("newsletterStatus", state);
      return word ? translate(word) : state || translate("timeline.notSubscribed");
    };
    const states = { before: told(data?.before), after: told(data?.after) };
    return translate("timeline.summary.NEWSLETTER_CHANGED", { list: data?.list, ...states });
  },
});
