import { Migration } from "@mikro-orm/migrations";
import { reveal } from "./reveal.sql.ts";

/** Limits of revealing; fields that ever held contact data. */
export class Migration20261121142000_engine extends Migration {
  override up(): void {
    this.addSql(reveal);
  }
}
