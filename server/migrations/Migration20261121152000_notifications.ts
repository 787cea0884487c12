import { Migration } from "@mikro-orm/migrations";
import { notifications } from "./notifications.sql.ts";

/** Notifications, and how each person wants them. */
export class Migration20261121152000_notifications extends Migration {
  override up(): void {
    this.addSql(notifications);
  }
}
