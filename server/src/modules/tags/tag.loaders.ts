import DataLoader from "dataloader";
import type { Kysely } from "kysely";
import type { Viewer } from "../../core/viewer.ts";
import type { Database } from "../../database/tables.ts";
import { visibleTo } from "../access/visible.ts";

/** How many clients that the viewer sees carry each tag. */
export const tagLoaders = (db: Kysely<Database>, viewer: () => Viewer) => ({
  clientCounts: new DataLoader<string, number>(async (tagIds) => {
    const rows = await db
      .selectFrom("client_tag")
      .innerJoin("client", "client.id", "client_tag.client_id")
      .where(visibleTo(viewer()))
      .where("client_tag.tag_id", "in", tagIds)
      .groupBy("client_tag.tag_id")
      .select((eb) => ["client_tag.tag_id", eb.fn.countAll<string>().as("count")])
      .execute();
    const counts = new Map(rows.map((row) => [row.tag_id, Number(row.count)]));
    return tagIds.map((id) => counts.get(id) ?? 0);
  }),
});
