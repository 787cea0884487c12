import { Migration } from "@mikro-orm/migrations";
import { operations } from "./operations.sql.ts";

/** Work on many clients is one kind of operation, which a job goes on with. */
export class Migration20261126211500_operations extends Migration {
  override up(): void {
    this.addSql(operations);
  }
}
