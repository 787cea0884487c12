import DataLoader from "dataloader";
import type { Kysely } from "kysely";
import type { Viewer } from "../../core/viewer.ts";
import type { Database } from "../../database/tables.ts";
import { visibleTo } from "../access/visible.ts";

/** How many clients that the viewer sees are on each list. */
export const listLoaders = (db: Kysely<Database>, viewer: () => Viewer) => ({
  listClientCounts: new DataLoader<string, number>(async (listIds) => {
    const rows = await db
      .selectFrom("client_list_member")
      .innerJoin("client", "client.id", "client_list_member.client_id")
      .where(visibleTo(viewer()))
      .where("client_list_member.state", "<>", "UNSUBSCRIBED")
      .where("client_list_member.list_id", "in", listIds)
      .groupBy("client_list_member.list_id")
      .select((eb) => ["client_list_member.list_id", eb.fn.countAll<string>().as("count")])
      .execute();
    const counts = new Map(rows.map((row) => [row.list_id, Number(row.count)]));
    return listIds.map((id) => counts.get(id) ?? 0);
  }),
});
