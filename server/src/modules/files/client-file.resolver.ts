import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, FieldResolver, ID, Info, Mutation, Resolver } from "type-graphql";
import { type Context, viewerOf } from "../../context.ts";
import { PageArgs } from "../../core/read/connection.ts";
import { Client } from "../clients/client.entity.ts";
import { clientFileById, deleteClientFile, restoreClientFile } from "./client-file.service.ts";
import { ClientFile, ClientFileConnection } from "./client-file.types.ts";

@Resolver(() => Client)
export class ClientFileResolver {
  @FieldResolver(() => ClientFileConnection, {
    description: "Its files and those of its activities, the latest first. `PUT /files/clients/<id>?name=…` adds one.",
  })
  files(@Args(() => PageArgs) _args: PageArgs): void {}

  @Mutation(() => Boolean, {
    description: "Its uploader may, and who moderates timelines; for a month it can be restored.",
  })
  async deleteClientFile(@Ctx() context: Context, @Arg("id", () => ID) id: string): Promise<boolean> {
    await deleteClientFile(context, id);
    return true;
  }

  @Mutation(() => ClientFile)
  restoreClientFile(@Ctx() context: Context, @Arg("id", () => ID) id: string, @Info() info: GraphQLResolveInfo) {
    return restoreClientFile(context, id, (id, within) =>
      context.core.reader.read(clientFileById, info, viewerOf(context), { id }, within),
    );
  }
}
