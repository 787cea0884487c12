import { Migration } from "@mikro-orm/migrations";
import { tasks } from "./tasks.sql.ts";

/** Tasks. */
export class Migration20261121153000_tasks extends Migration {
  override up(): void {
    this.addSql(tasks);
  }
}
