import { Migration } from "@mikro-orm/migrations";
import { moments } from "./moments.sql.ts";

/** Automatic entries carry the moment that a loader of history names. */
export class Migration20261126182100_moments extends Migration {
  override up(): void {
    this.addSql(moments);
  }
}
