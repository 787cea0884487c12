import DataLoader from "dataloader";
import { type Context, viewerOf } from "../../context.ts";
import { onceFor } from "../../core/once-for.ts";
import { visibleTo } from "../access/visible.ts";

/** How many clients that the viewer sees carry each tag. */
export const clientCountOfTag = onceFor(
  (context: Context) =>
    new DataLoader<string, number>(async (tagIds) => {
      const rows = await context.core.db
        .selectFrom("client_tag")
        .innerJoin("client", "client.id", "client_tag.client_id")
        .where(visibleTo(viewerOf(context)))
        .where("client_tag.tag_id", "in", tagIds)
        .groupBy("client_tag.tag_id")
        .select((eb) => ["client_tag.tag_id", eb.fn.countAll<string>().as("count")])
        .execute();
      const counts = new Map(rows.map((row) => [row.tag_id, Number(row.count)]));
      return tagIds.map((id) => counts.get(id) ?? 0);
    }),
);
