import { Migration } from "@mikro-orm/migrations";
import { purge } from "./purge.sql.ts";

/** Custom fields that are purged without a word on every timeline. */
export class Migration20261121156000_purge extends Migration {
  override up(): void {
    this.addSql(purge);
  }
}
