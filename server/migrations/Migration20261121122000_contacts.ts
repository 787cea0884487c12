import { Migration } from "@mikro-orm/migrations";
import { contacts } from "./contacts.sql.ts";

/** Contacts, files for avatars, and whether agents may have hidden contact data revealed. */
export class Migration20261121122000_contacts extends Migration {
  override up(): void {
    this.addSql(contacts);
  }
}
