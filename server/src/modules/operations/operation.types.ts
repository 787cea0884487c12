import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { DateTime } from "../../core/scalars.ts";
import { User } from "../people/user.entity.ts";

@ObjectType()
export class SkippedClient {
  @Field(() => ID)
  clientId!: string;
  @Field(() => String, { description: "Why, in the viewer's language." })
  reason!: string;
}

export const BulkStatusEnum = {
  RUNNING: "RUNNING",
  STOPPING: "STOPPING",
  STOPPED: "STOPPED",
  DONE: "DONE",
  FAILED: "FAILED",
  INTERRUPTED: "INTERRUPTED",
  UNDOING: "UNDOING",
  UNDONE: "UNDONE",
} as const;
export type BulkStatus = keyof typeof BulkStatusEnum;
registerEnumType(BulkStatusEnum, {
  name: "BulkStatus",
  description:
    "RUNNING goes on by itself after a crash. STOPPED by a person, FAILED, or INTERRUPTED by an update of the server: what was done by then stays, and can be taken back. UNDONE once nothing of it is left to take back.",
});

@ObjectType({ description: "Long work, and how far it has come." })
export class BulkOperation {
  @Field(() => ID)
  id!: string;
  @Field(() => BulkStatusEnum)
  status!: BulkStatus;
  @Field(() => Int)
  matched!: number;
  @Field(() => Int, { description: "Looked at so far, by the work or by what takes it back." })
  done!: number;
  @Field(() => Int, { description: "That are different by it, once it has ended." })
  changed!: number;
  @Field(() => String, { description: "What it does: TAG, UNTAG, LIST, UNLIST, STATUS, ASSIGN, TEAM, DELETE." })
  kind!: string;
  @Field(() => String, {
    nullable: true,
    description: "The name of the tag, list, status, person or team, in the viewer's language; null once it is gone.",
  })
  subject!: string | null;
  @Field(() => User, { nullable: true })
  by!: object | null;
  @Field(() => DateTime)
  createdAt!: Date;
  @Field(() => DateTime, { nullable: true })
  finishedAt!: Date | null;
  @Field(() => DateTime, { nullable: true, description: "Null when there is nothing that can be taken back." })
  undoableUntil!: Date | null;
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
  @Field(() => BulkOperation, {
    description: "Work that lasts longer than 50 seconds goes on; its status is RUNNING, or UNDOING, then.",
  })
  operation!: BulkOperation;
}
