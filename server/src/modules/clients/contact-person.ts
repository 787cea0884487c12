import { type Kysely, sql } from "kysely";
import type { Database } from "../../database/tables.ts";

/**
 * Gives a client's primary contact this name (ADR 22). If a contact has the name already, that one becomes primary.
 * Else a primary contact with nothing but a name is renamed. Else a new contact becomes primary. Null puts the primary
 * one out of use. A trigger then writes the name to the client.
 */
export async function setContactPerson(db: Kysely<Database>, clientId: string, name: string | null): Promise<void> {
  const { rows: contacts } = await sql<{ id: string; name: string; primary: boolean; bare: boolean; named: boolean }>`
    select id, name, is_primary as primary, coalesce(email, phone, position) is null as bare,
      coalesce(fold(name) = fold(${name}::text), false) as named
    from contact where client_id = ${clientId} and (active or fold(name) = fold(${name}::text))
    order by active desc, id`.execute(db);
  const current = contacts.find(({ primary }) => primary);
  if ((current?.name ?? null) === name) return;
  if (name !== null && current && (current.named || (current.bare && !contacts.some(({ named }) => named)))) {
    return change(db, current.id, sql`name = ${name}`);
  }
  if (current)
    await change(db, current.id, name === null ? sql`is_primary = false, active = false` : sql`is_primary = false`);
  const next = contacts.find((one) => one !== current && (name === null || one.named));
  if (next) return change(db, next.id, sql`is_primary = true, active = true, name = ${name ?? next.name}`);
  if (name !== null) await db.insertInto("contact").values({ client_id: clientId, name, is_primary: true }).execute();
}

async function change(db: Kysely<Database>, id: string, columns: ReturnType<typeof sql>): Promise<void> {
  await sql`update contact set ${columns}, version = version + 1, updated_at = now() where id = ${id}`.execute(db);
}
