import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import type { Context } from "../../context.ts";
import type { UserRow } from "../people/people.references.ts";
import { User } from "../people/user.entity.ts";
import { findAudience } from "./audience.queries.ts";

@Resolver()
export class AudienceResolver {
  @Query(() => [User], { description: "Who can see this client, by name: the people who can sign in and may." })
  clientAudience(@Ctx() context: Context, @Arg("id", () => ID) id: string): Promise<UserRow[]> {
    return findAudience(context, id);
  }
}
