import { Migration } from "@mikro-orm/migrations";
import { reminderFailures } from "./reminder-failures.sql.ts";

/** Reminders that could not be sent. */
export class Migration20261126180100_reminder_failures extends Migration {
  override up(): void {
    this.addSql(reminderFailures);
  }
}
