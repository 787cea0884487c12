import { Migration } from "@mikro-orm/migrations";
import { causes } from "./causes.sql.ts";

/** Which causes are of many clients at once. */
export class Migration20261126180000_causes extends Migration {
  override up(): void {
    this.addSql(causes);
  }
}
