import { Migration } from "@mikro-orm/migrations";
import { appointments } from "./appointments.sql.ts";

/** Appointments and calendar feeds. */
export class Migration20261121154000_appointments extends Migration {
  override up(): void {
    this.addSql(appointments);
  }
}
