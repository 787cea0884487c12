import { Migration } from "@mikro-orm/migrations";
import { bulkEnds } from "./bulk-ends.sql.ts";

/** Work on many clients that cannot stay unfinished. */
export class Migration20261126183000_bulk_ends extends Migration {
  override up(): void {
    this.addSql(bulkEnds);
  }
}
