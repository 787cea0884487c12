import { Migration } from "@mikro-orm/migrations";
import { bulk } from "./bulk.sql.ts";

/** Bulk operations and saved filters. */
export class Migration20261121123000_bulk extends Migration {
  override up(): void {
    this.addSql(bulk);
  }
}
