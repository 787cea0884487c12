import { Migration } from "@mikro-orm/migrations";

/** In new businesses a phone will do where an e-mail is required; those from before keep their rule. */
export class Migration20261126184500_phone_instead_of_email extends Migration {
  override up(): void {
    this.addSql(`
alter table settings add phone_instead_of_email boolean not null default true;
update settings set phone_instead_of_email = false;`);
  }
}
