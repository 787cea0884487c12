import type { ClientStatus } from "@clientela/shared/clients/words";
import type { Selectable } from "kysely";
import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import type { Database } from "../../database/tables.ts";
import { ClientFilter } from "../clients/client.inputs.ts";
import { ClientStatusEnum } from "../clients/client.types.ts";

@InputType({ description: "Exactly one of the two: these clients, or everything that a filter matches." })
export class ClientSelection {
  @Field(() => [ID], { nullable: true, description: "At most 10,000." })
  ids?: string[] | null;
  @Field(() => ClientFilter, { nullable: true })
  filter?: ClientFilter | null;
}

@ArgsType()
export class BulkArgs {
  @Field(() => ClientSelection)
  selection!: ClientSelection;
  @Field(() => ID, {
    nullable: true,
    description: "A new UUID of the caller's, to follow the progress with `bulkOperation` while it runs.",
  })
  operationId?: string | null;
}

@ArgsType()
export class BulkTagArgs extends BulkArgs {
  @Field(() => [ID])
  tagIds!: string[];
}

@ArgsType()
export class BulkListArgs extends BulkArgs {
  @Field(() => ID)
  listId!: string;
}

@ArgsType()
export class BulkStatusArgs extends BulkArgs {
  @Field(() => ClientStatusEnum)
  status!: ClientStatus;
}

@ArgsType()
export class BulkAssignArgs extends BulkArgs {
  @Field(() => ID, { nullable: true, description: "Absent leaves the owner as it is, null takes it away." })
  ownerId?: string | null;
  @Field(() => ID, { nullable: true, description: "Absent leaves the team as it is, null takes it away." })
  teamId?: string | null;
}

@ObjectType()
export class SkippedClient {
  @Field(() => ID)
  clientId!: string;
  @Field(() => String, { description: "Why, in the viewer's language." })
  reason!: string;
}

@ObjectType({ description: "What became of work on many clients." })
export class BulkResult {
  @Field(() => ID, { nullable: true, description: "With which it can be taken back for ten minutes." })
  operationId!: string | null;
  @Field(() => Int)
  matched!: number;
  @Field(() => Int, { description: "Clients that are now different; who was so already does not count." })
  changed!: number;
  @Field(() => [SkippedClient], { description: "At most 100 of those left as they were for a reason." })
  skipped!: SkippedClient[];
}

export type BulkStatus = Selectable<Database["bulk_operation"]>["status"];
export const BulkStatusEnum: { [K in BulkStatus]: K } = {
  RUNNING: "RUNNING",
  STOPPING: "STOPPING",
  STOPPED: "STOPPED",
  DONE: "DONE",
  FAILED: "FAILED",
  INTERRUPTED: "INTERRUPTED",
  UNDONE: "UNDONE",
};
registerEnumType(BulkStatusEnum, {
  name: "BulkStatus",
  description:
    "STOPPED by a person, FAILED, or INTERRUPTED by the end of its process: what was done by then stays, and can be taken back. UNDONE once nothing of it is left to take back.",
});

@ObjectType({ description: "How far work on many clients has come." })
export class BulkOperation {
  @Field(() => ID)
  id!: string;
  @Field(() => BulkStatusEnum)
  status!: BulkStatus;
  @Field(() => Int)
  matched!: number;
  @Field(() => Int)
  done!: number;
  @Field(() => Int)
  changed!: number;
}
