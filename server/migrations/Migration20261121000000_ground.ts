import { Migration } from "@mikro-orm/migrations";
import { groundTables } from "./ground.sql.ts";
import { ledger } from "./ledger.sql.ts";

/** People, settings, clients, tags and the ledger. */
export class Migration20261121000000_ground extends Migration {
  override up(): void {
    this.addSql(groundTables);
    this.addSql(ledger);
  }
}
