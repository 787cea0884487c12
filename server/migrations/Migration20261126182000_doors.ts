import { Migration } from "@mikro-orm/migrations";
import { doors } from "./doors.sql.ts";

/** Sessions, links and keys end with the rights or the password that they were made under. */
export class Migration20261126182000_doors extends Migration {
  override up(): void {
    this.addSql(doors);
  }
}
