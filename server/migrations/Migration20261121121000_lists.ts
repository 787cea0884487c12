import { Migration } from "@mikro-orm/migrations";
import { clientFilters } from "./client-filters.sql.ts";
import { lists } from "./lists.sql.ts";

/** Lists and newsletters, the columns that clients are filtered by, and the status before INACTIVE. */
export class Migration20261121121000_lists extends Migration {
  override up(): void {
    this.addSql(clientFilters);
    this.addSql(lists);
  }
}
