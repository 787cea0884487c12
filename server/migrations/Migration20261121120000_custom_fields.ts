import { Migration } from "@mikro-orm/migrations";
import { customFields } from "./custom-fields.sql.ts";

/** Custom fields: definitions, values, and their place in search, filters and the ledger. */
export class Migration20261121120000_custom_fields extends Migration {
  override up(): void {
    this.addSql(customFields);
  }
}
