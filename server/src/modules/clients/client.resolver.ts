import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, FieldResolver, ID, Info, Int, Mutation, Query, Resolver } from "type-graphql";
import { type Context, viewerOf } from "../../context.ts";
import { Connection } from "../../core/read/connection.ts";
import { Notification } from "../notifications/notification.types.ts";
import { TimelineArgs, TimelineConnection, TimelineEntry } from "../timeline/timeline.types.ts";
import { Client } from "./client.entity.ts";
import { ClientFilter, ClientsArgs, CreateClientInput, UpdateClientInput } from "./client.inputs.ts";
import { clientById, clientCount, clientList, refuseGuessing } from "./client.queries.ts";
import { createClient, deleteClient, updateClient } from "./client.service.ts";
import { ClientStats } from "./client.types.ts";
import { findClientStats } from "./client-tally.ts";
import { readClient } from "./read-client.ts";

const ClientConnection = Connection("Client", () => Client);

@Resolver(() => TimelineEntry)
export class ClientOfEntryResolver {
  @FieldResolver(() => Client)
  client(): void {}
}

@Resolver(() => Notification)
export class ClientOfNotificationResolver {
  @FieldResolver(() => Client, { nullable: true, description: "Null when it is about several." })
  client(): void {}
}

@Resolver(() => Client)
export class ClientResolver {
  @FieldResolver(() => TimelineConnection, { description: "Latest first." })
  timeline(@Args(() => TimelineArgs) _args: TimelineArgs): void {}

  @FieldResolver(() => String, {
    description: "What the timeline read beside it holds: a subscription with it as `since` goes on from there.",
  })
  timelineCursor(): void {}

  @Query(() => Client, { nullable: true })
  client(@Ctx() context: Context, @Arg("id", () => ID) _id: string, @Info() info: GraphQLResolveInfo) {
    return context.core.reader.read(clientById, info, viewerOf(context));
  }

  @Query(() => ClientConnection)
  async clients(
    @Ctx() context: Context,
    @Args(() => ClientsArgs) { orderBy, filter }: ClientsArgs,
    @Info() info: GraphQLResolveInfo,
  ) {
    const viewer = viewerOf(context);
    refuseGuessing(viewer, orderBy);
    return context.core.reader.read(await clientList(context, filter), info, viewer);
  }

  @Query(() => Int, { description: "Counts to the last one, however many." })
  async clientCount(
    @Ctx() context: Context,
    @Arg("filter", () => ClientFilter, { nullable: true }) filter: ClientFilter | null,
    @Info() info: GraphQLResolveInfo,
  ) {
    return context.core.reader.read(await clientCount(context, filter), info, viewerOf(context));
  }

  @Query(() => ClientStats)
  clientStats(@Ctx() context: Context): Promise<ClientStats> {
    return findClientStats(context.core.db, viewerOf(context));
  }

  @Mutation(() => Client)
  createClient(
    @Ctx() context: Context,
    @Arg("input", () => CreateClientInput) input: CreateClientInput,
    @Info() info: GraphQLResolveInfo,
  ) {
    return createClient(context, input, (id, within) => readClient(context, info, id, within));
  }

  @Mutation(() => Client)
  updateClient(
    @Ctx() context: Context,
    @Arg("id", () => ID) id: string,
    @Arg("input", () => UpdateClientInput) input: UpdateClientInput,
    @Arg("expectedVersion", () => Int, { nullable: true, description: "The version the change was made on." })
    expectedVersion: number | null,
    @Info() info: GraphQLResolveInfo,
  ) {
    return updateClient(context, id, input, expectedVersion, (id, within) => readClient(context, info, id, within));
  }

  @Mutation(() => Boolean)
  async deleteClient(@Ctx() context: Context, @Arg("id", () => ID) id: string): Promise<boolean> {
    await deleteClient(context, id);
    return true;
  }
}
