import { Arg, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import type { Context } from "../../context.ts";
import { type ActivityKindRow, activityKindsOf } from "./activity-kind.references.ts";
import { archiveActivityKind, createActivityKind, updateActivityKind } from "./activity-kind.service.ts";
import { ActivityKind, ActivityKindInput } from "./activity-kind.types.ts";

const rowOf = ({ core }: Context, id: string): ActivityKindRow | null => activityKindsOf(core).get(id);

@Resolver()
export class ActivityKindResolver {
  @Query(() => [ActivityKind], { description: "The business's own kinds of activities by name, archived ones too." })
  activityKinds(@Ctx() { core }: Context): ActivityKindRow[] {
    return activityKindsOf(core).list();
  }

  @Mutation(() => ActivityKind)
  async createActivityKind(
    @Ctx() context: Context,
    @Arg("input", () => ActivityKindInput) input: ActivityKindInput,
  ): Promise<ActivityKindRow | null> {
    return rowOf(context, await createActivityKind(context, input));
  }

  @Mutation(() => ActivityKind)
  async updateActivityKind(
    @Ctx() context: Context,
    @Arg("id", () => ID) id: string,
    @Arg("input", () => ActivityKindInput) input: ActivityKindInput,
  ): Promise<ActivityKindRow | null> {
    return rowOf(context, await updateActivityKind(context, id, input));
  }

  @Mutation(() => ActivityKind, { description: "Offers a kind no more, or again. What was written with it keeps it." })
  async archiveActivityKind(
    @Ctx() context: Context,
    @Arg("id", () => ID) id: string,
    @Arg("archived", () => Boolean) archived: boolean,
  ): Promise<ActivityKindRow | null> {
    return rowOf(context, await archiveActivityKind(context, id, archived));
  }
}
