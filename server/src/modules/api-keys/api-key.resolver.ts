import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../../context.ts";
import { usersOf } from "../people/people.references.ts";
import { User } from "../people/user.entity.ts";
import { ApiKey, ApiKeyInput, CreatedApiKey } from "./api-key.entity.ts";
import { createApiKey, findApiKeys, revokeApiKey } from "./api-key.service.ts";

@Resolver(() => ApiKey)
export class ApiKeyResolver {
  @Query(() => [ApiKey], { description: "Of everyone who has no more rights than the viewer, the latest first." })
  apiKeys(@Ctx() context: Context): Promise<ApiKey[]> {
    return findApiKeys(context);
  }

  @FieldResolver(() => User, { description: "Whom the key acts for." })
  createdBy(@Root() { createdById }: ApiKey, @Ctx() { core }: Context) {
    return usersOf(core).get(createdById);
  }

  @Mutation(() => CreatedApiKey)
  createApiKey(@Ctx() context: Context, @Arg("input", () => ApiKeyInput) input: ApiKeyInput): Promise<CreatedApiKey> {
    return createApiKey(context, input);
  }

  @Mutation(() => Boolean)
  async revokeApiKey(@Ctx() context: Context, @Arg("id", () => ID) id: string): Promise<boolean> {
    await revokeApiKey(context, id);
    return true;
  }
}
