import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, ID, Info, Int, Mutation, Query, Resolver } from "type-graphql";
import type { Context } from "../../context.ts";
import { DateTime, Json } from "../../core/scalars.ts";
import { Client } from "../clients/client.entity.ts";
import { readClient } from "../clients/read-client.ts";
import { FieldChange } from "../timeline/field-change.types.ts";
import { compareWithThen, findClientAsOf, findFieldHistory } from "./history.queries.ts";
import { restoreClientField } from "./history.service.ts";
import { FieldRevision } from "./history.types.ts";

@Resolver()
export class HistoryResolver {
  @Query(() => Json, {
    description: "Field values as they stood, {key: value}: keys as FieldChange has them, tags and lists by name.",
  })
  clientAsOf(
    @Ctx() context: Context,
    @Arg("id", () => ID) id: string,
    @Arg("at", () => DateTime) at: Date,
  ): Promise<object> {
    return findClientAsOf(context, id, at);
  }

  @Query(() => [FieldChange], {
    description:
      "Every field with a value then or now, to be read: `before` as it stood at that moment, `after` as it is.",
  })
  clientThenAndNow(
    @Ctx() context: Context,
    @Arg("id", () => ID) id: string,
    @Arg("at", () => DateTime) at: Date,
  ): Promise<FieldChange[]> {
    return compareWithThen(context, id, at);
  }

  @Query(() => [FieldRevision], { description: "The latest 100 changes of a field, latest first." })
  clientFieldHistory(
    @Ctx() context: Context,
    @Arg("id", () => ID) id: string,
    @Arg("field", () => String, { description: "Its key, as FieldChange has it." }) field: string,
  ): Promise<FieldRevision[]> {
    return findFieldHistory(context, id, field);
  }

  @Mutation(() => Client, {
    description: "Sets a field back to what it was before the change that an entry tells of; an edit like any other.",
  })
  restoreClientField(
    @Ctx() context: Context,
    @Arg("clientId", () => ID) clientId: string,
    @Arg("entryId", () => ID) entryId: string,
    @Arg("field", () => String) field: string,
    @Arg("expectedVersion", () => Int, { nullable: true }) expectedVersion: number | null,
    @Info() info: GraphQLResolveInfo,
  ) {
    return restoreClientField(context, clientId, entryId, field, expectedVersion, (id, within) =>
      readClient(context, info, id, within),
    );
  }
}
