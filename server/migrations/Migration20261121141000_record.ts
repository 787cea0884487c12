import { Migration } from "@mikro-orm/migrations";
import { record } from "./record.sql.ts";

/** Duplicates found by phone and tax number, the business's country, and pictures on the timeline. */
export class Migration20261121141000_record extends Migration {
  override up(): void {
    this.addSql(record);
  }
}
