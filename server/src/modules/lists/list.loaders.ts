import DataLoader from "dataloader";
import { type Context, viewerOf } from "../../context.ts";
import { onceFor } from "../../core/once-for.ts";
import { visibleTo } from "../access/visible.ts";

/** How many clients that the viewer sees are on each list. */
export const clientCountOfList = onceFor(
  (context: Context) =>
    new DataLoader<string, number>(async (listIds) => {
      const rows = await context.core.db
        .selectFrom("client_list_member")
        .innerJoin("client", "client.id", "client_list_member.client_id")
        .where(visibleTo(viewerOf(context)))
        .where("client_list_member.state", "<>", "UNSUBSCRIBED")
        .where("client_list_member.list_id", "in", listIds)
        .groupBy("client_list_member.list_id")
        .select((eb) => ["client_list_member.list_id", eb.fn.countAll<string>().as("count")])
        .execute();
      const counts = new Map(rows.map((row) => [row.list_id, Number(row.count)]));
      return listIds.map((id) => counts.get(id) ?? 0);
    }),
);
