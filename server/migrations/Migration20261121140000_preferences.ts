import { Migration } from "@mikro-orm/migrations";

/** How each person has the client list. */
export class Migration20261121140000_preferences extends Migration {
  override up(): void {
    this.addSql("alter table app_user add column client_list jsonb;");
  }
}
