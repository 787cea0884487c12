import { Migration } from "@mikro-orm/migrations";
import { options } from "./options.sql.ts";

/** Options that are renamed, merged and taken away without writing clients. */
export class Migration20261121142100_options extends Migration {
  override up(): void {
    this.addSql(options);
  }
}
