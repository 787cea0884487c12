import { Migration } from "@mikro-orm/migrations";
import { notificationAbout } from "./notification-about.sql.ts";

/** What each notification is about, in place of a copy of its words. */
export class Migration20261126180200_notification_about extends Migration {
  override up(): void {
    this.addSql(notificationAbout);
  }
}
