import type { ClientStatus } from "@clientela/shared/clients/words";
import { ArgsType, Field, ID, InputType } from "type-graphql";
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
