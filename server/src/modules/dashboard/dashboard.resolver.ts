import { Ctx, Query, Resolver } from "type-graphql";
import type { Context } from "../../context.ts";
import { findDashboard } from "./dashboard.queries.ts";
import { Dashboard } from "./dashboard.types.ts";

@Resolver()
export class DashboardResolver {
  @Query(() => Dashboard)
  dashboard(@Ctx() context: Context): Promise<Dashboard> {
    return findDashboard(context);
  }
}
