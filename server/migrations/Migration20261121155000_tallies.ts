import { Migration } from "@mikro-orm/migrations";
import { tallies } from "./tallies.sql.ts";

/** Counts of clients and contacts kept by triggers, and an index for the latest happenings. */
export class Migration20261121155000_tallies extends Migration {
  override up(): void {
    this.addSql(tallies);
  }
}
