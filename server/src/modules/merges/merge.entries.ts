import { UNDO_DAYS } from "@clientela/shared/merges/rules";
import { sql } from "kysely";
import { Field, ID, ObjectType } from "type-graphql";
import { field } from "../../core/read/projection.ts";
import { DateTime } from "../../core/scalars.ts";
import { shownChanges } from "../clients/client.text.ts";
import { entryFamily } from "../timeline/entry.ts";
import { type Differences, FieldChange } from "../timeline/field-change.types.ts";
import { TimelineEntry } from "../timeline/timeline.types.ts";
import { type Left, toldLeft } from "./merge.left.ts";

@ObjectType({ description: "A client that was merged into another." })
export class MergedClient {
  @Field(() => ID, { description: "It answers with the survivor for as long as they are one." })
  id!: string;
  @Field(() => String, { description: "Its name when it was merged." })
  name!: string;
}

@ObjectType({ description: "What a merged client had otherwise: `before` its own value, `after` the one that won." })
export class LostValue extends FieldChange {
  @Field(() => ID)
  clientId!: string;
}

@ObjectType({ implements: TimelineEntry, description: "Clients became one, or were separated again." })
export class ClientMergeEntry extends TimelineEntry {
  @Field(() => ID)
  mergeId!: string;
  @Field(() => ID)
  survivorId!: string;
  @Field(() => String, { description: "The survivor's name at that moment." })
  survivorName!: string;
  @Field(() => [MergedClient])
  clients!: MergedClient[];
  @Field(() => [LostValue])
  lost!: LostValue[];
  @Field(() => [FieldChange], { description: "What changed at the survivor; nothing on the timeline of another." })
  changes!: FieldChange[];
  @Field(() => [String], { description: "Of an undo: what stayed with the survivor, or is no more." })
  left!: string[];
  @Field(() => DateTime, { nullable: true, description: "Null once it cannot be undone any more." })
  undoableUntil!: string | null;
}

interface Data {
  mergeId: string;
  survivor: string;
  clients: { id: string; name: string; lost: Differences }[];
}

const data = (key: string) => sql`timeline_entry.data -> ${sql.lit(key)}`;
const text = (key: string) => field<"timeline_entry">(() => sql`timeline_entry.data ->> ${sql.lit(key)}`);

export const mergeEntries = entryFamily<Data>()(ClientMergeEntry, {
  kinds: ["CLIENT_MERGED", "CLIENT_MERGE_UNDONE"],
  fields: {
    mergeId: text("mergeId"),
    survivorId: text("survivorId"),
    survivorName: text("survivor"),
    clients: field<"timeline_entry">(
      () => data("clients"),
      (clients: Data["clients"]) => clients,
    ),
    lost: field<"timeline_entry">(
      () => data("clients"),
      (clients: Data["clients"], context) =>
        clients.flatMap(({ id, lost }) => shownChanges(lost, context).map((change) => ({ ...change, clientId: id }))),
    ),
    changes: field<"timeline_entry">(
      () => sql`coalesce(${data("changes")}, '{}')`,
      (changes: Differences, context) => shownChanges(changes, context),
    ),
    left: field<"timeline_entry">(
      () => sql`coalesce(${data("left")}, '[]')`,
      (left: Left[], context) => toldLeft(left, context),
    ),
    undoableUntil: field<"timeline_entry">(
      () => sql`(select client_merge.created_at + make_interval(days => ${sql.lit(UNDO_DAYS)}) from client_merge
        where client_merge.id = (timeline_entry.data ->> 'mergeId')::uuid and client_merge.undone_at is null
          and client_merge.created_at > now() - make_interval(days => ${sql.lit(UNDO_DAYS)}))`,
    ),
  },
  summary: ({ kind, data: { survivor, clients } }, { translate }) =>
    translate(`timeline.summary.${kind}`, { survivor, names: clients.map(({ name }) => name).join(", ") }),
});
