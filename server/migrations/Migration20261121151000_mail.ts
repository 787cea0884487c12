import { Migration } from "@mikro-orm/migrations";
import { mail } from "./mail.sql.ts";

/** E-mails with their state, and the links of forgotten passwords. */
export class Migration20261121151000_mail extends Migration {
  override up(): void {
    this.addSql(mail);
  }
}
