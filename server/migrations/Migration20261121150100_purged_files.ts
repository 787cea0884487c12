import { Migration } from "@mikro-orm/migrations";

/** Of a file that was deleted long ago the name stays, without its bytes. */
export class Migration20261121150100_purged_files extends Migration {
  override up(): void {
    this.addSql("alter table client_file alter column storage_key drop not null;");
  }
}
