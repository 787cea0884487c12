import { Migration } from "@mikro-orm/migrations";
import { entryContacts } from "./entry-contacts.sql.ts";

/** Activities with one of the client's people, and entries for files of the record. */
export class Migration20261121157000_entry_contacts extends Migration {
  override up(): void {
    this.addSql(entryContacts);
  }
}
