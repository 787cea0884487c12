import { Migration } from "@mikro-orm/migrations";
import { knownBrowsers } from "./known-browsers.sql.ts";

/** Browsers that nobody else's wrong tries keep from signing in. */
export class Migration20261126184500_known_browsers extends Migration {
  override up(): void {
    this.addSql(knownBrowsers);
  }
}
