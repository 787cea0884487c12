import { Migration } from "@mikro-orm/migrations";
import { merges } from "./merges.sql.ts";

/** Clients can be merged, and separated again. */
export class Migration20261127015000_merges extends Migration {
  override up(): void {
    this.addSql(merges);
  }
}
