import { Migration } from "@mikro-orm/migrations";
import { entryVersion } from "./entry-version.sql.ts";

/** Versions of manual entries. */
export class Migration20261126180300_entry_version extends Migration {
  override up(): void {
    this.addSql(entryVersion);
  }
}
