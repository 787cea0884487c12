import { Migration } from "@mikro-orm/migrations";
import { knownBrowsersEnd } from "./known-browsers-end.sql.ts";

/** No browser stays known longer than the password by which it became so. */
export class Migration20261126195000_known_browsers_end extends Migration {
  override up(): void {
    this.addSql(knownBrowsersEnd);
  }
}
