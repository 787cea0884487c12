import { Migration } from "@mikro-orm/migrations";
import { contactPerson } from "./contact-person.sql.ts";

/** One truth about whom to ask for: the primary contact. */
export class Migration20261126190100_contact_person extends Migration {
  override up(): void {
    this.addSql("select set_config('app.cause', 'bulk', true)");
    this.addSql(contactPerson);
  }
}
