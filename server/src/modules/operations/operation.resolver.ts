import { Arg, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import { type Context, viewerOf } from "../../context.ts";
import { findOperation, findOperations, findResult, stopOperation, undoOperation } from "./operation.service.ts";
import { BulkOperation, BulkResult } from "./operation.types.ts";

@Resolver()
export class OperationResolver {
  @Query(() => BulkOperation, { description: "How far work on many clients has come." })
  bulkOperation(@Ctx() context: Context, @Arg("id", () => ID) id: string): Promise<BulkOperation> {
    return findOperation(context, id);
  }

  @Query(() => BulkResult, { description: "What became of it so far, or of taking it back once that was asked for." })
  bulkResult(@Ctx() context: Context, @Arg("id", () => ID) id: string): Promise<BulkResult> {
    return findResult(context, id);
  }

  @Query(() => [BulkOperation], {
    description: "The viewer's own, latest first: at most 100, of which none ended more than a day or two ago.",
  })
  myOperations(@Ctx() context: Context): Promise<BulkOperation[]> {
    return findOperations(context, viewerOf(context).userId);
  }

  @Query(() => [BulkOperation], { description: "As `myOperations`, of everybody." })
  operations(@Ctx() context: Context): Promise<BulkOperation[]> {
    return findOperations(context);
  }

  @Mutation(() => Boolean, {
    description: "Stops after the clients it is at; what was done stays, and can be taken back.",
  })
  async stopOperation(@Ctx() context: Context, @Arg("id", () => ID) id: string): Promise<boolean> {
    await stopOperation(context, id);
    return true;
  }

  @Mutation(() => BulkResult, {
    description:
      "Takes a bulk operation back, within ten minutes of its end. Clients changed since, or out of sight, are skipped, and said; they can be tried again.",
  })
  undoOperation(@Ctx() context: Context, @Arg("id", () => ID) id: string): Promise<BulkResult> {
    return undoOperation(context, id);
  }
}
