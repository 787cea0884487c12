import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../../context.ts";
import { ClientList, ClientListInput } from "./list.entity.ts";
import { clientCountOfList } from "./list.loaders.ts";
import { type ClientListRow, listsOf } from "./list.references.ts";
import { createClientList, deleteClientList, updateClientList } from "./list.service.ts";

@Resolver(() => ClientList)
export class ClientListResolver {
  @Query(() => [ClientList], { description: "Every list, by name." })
  clientLists(@Ctx() { core }: Context): ClientListRow[] {
    return listsOf(core).list();
  }

  @FieldResolver(() => Int, {
    description: "How many clients that the viewer sees are on it; who unsubscribed is not counted.",
  })
  clientCount(@Root() { id }: ClientListRow, @Ctx() context: Context): Promise<number> {
    return clientCountOfList(context).load(id);
  }

  @Mutation(() => ClientList)
  async createClientList(
    @Ctx() context: Context,
    @Arg("input", () => ClientListInput) input: ClientListInput,
  ): Promise<ClientListRow | null> {
    return listsOf(context.core).get(await createClientList(context, input));
  }

  @Mutation(() => ClientList)
  async updateClientList(
    @Ctx() context: Context,
    @Arg("id", () => ID) id: string,
    @Arg("input", () => ClientListInput) input: ClientListInput,
  ): Promise<ClientListRow | null> {
    return listsOf(context.core).get(await updateClientList(context, id, input));
  }

  @Mutation(() => Boolean, { description: "Its clients stay; their timelines keep that they were on it." })
  async deleteClientList(@Ctx() context: Context, @Arg("id", () => ID) id: string): Promise<boolean> {
    await deleteClientList(context, id);
    return true;
  }
}
