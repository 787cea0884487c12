import { localeRules } from "@clientela/shared/people/rules";
import { sql as rawSql } from "kysely";
import type { Core } from "../../../context.ts";
import { transact } from "../../../core/transact.ts";
import { addActivities } from "./demo.activities.ts";
import { addClients } from "./demo.clients.ts";
import { addDetails } from "./demo.details.ts";
import { addFields } from "./demo.fields.ts";
import { addStaff } from "./demo.people.ts";
import { addWork } from "./demo.work.ts";
import { History } from "./history.ts";

/**
 * Loads the demo business in its owner's language: the Northwind trading company in the middle of its work. Its years
 * are moved to end today. Its people cannot sign in until somebody renews their invitation. Does nothing before the
 * business is set up, or when there are clients already.
 */
export async function loadDemo(core: Core): Promise<void> {
  await transact(core, { actor: null, cause: "demo" }, async (_em, sql) => {
    // Several processes may start with it at once: the others wait, and find clients.
    await rawSql`lock table client in share row exclusive mode`.execute(sql);
    const business = await sql.selectFrom("settings").select(["locale", "time_zone"]).executeTakeFirst();
    const owner = await sql
      .selectFrom("app_user")
      .select(["id", "locale"])
      .where("role", "=", "OWNER")
      .orderBy("created_at")
      .limit(1)
      .executeTakeFirst();
    if (!business || !owner || (await sql.selectFrom("client").select("id").limit(1).executeTakeFirst())) return;
    const locale = localeRules.parse(owner.locale ?? business.locale);
    const history = new History(sql, { locale, zone: business.time_zone });
    const staff = await addStaff(history, owner.id);
    await addFields(history);
    const clients = await addClients(history, staff);
    await addDetails(history, staff, clients);
    await addActivities(history, staff, clients);
    await addWork(history, staff, clients);
  });
}
