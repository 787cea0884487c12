import type pg from "pg";

/** A business as the first released schema keeps it: people, teams, tags, 400 clients, their history, notes and keys. */
export async function fillFirstSchema(db: pg.Client): Promise<void> {
  await db.query(`
    insert into settings (business_name, locale, time_zone, currency) values ('Ferretería Olga', 'es', 'America/Panama', 'USD');
    insert into app_user (name, email, role, password_hash, locale)
      select 'Persona ' || n, 'p' || n || '@example.com', (array['OWNER', 'ADMIN', 'AGENT', 'AGENT'])[n]::user_role, 'x', 'es'
      from generate_series(1, 4) n;
    insert into team (name) values ('Norte'), ('Sur');
    insert into team_member select team.id, app_user.id from team, app_user where role = 'AGENT';
    insert into session (token_hash, user_id, expires_at)
      select sha256(email::bytea), id, now() + interval '1 day' from app_user;
    insert into api_key (name, role, secret_hash, prefix, created_by_id)
      select 'clave', 'AGENT', sha256(email::bytea), 'cl_', id from app_user where role = 'OWNER';
    insert into tag (name, color) select 'Etiqueta ' || n, '#336699' from generate_series(1, 5) n;`);
  await db.query(`
    insert into client (kind, name, contact_person, email, phone, status, addresses, owner_id, team_id, created_at)
      select case n % 2 when 0 then 'COMPANY' else 'PERSON' end::client_kind, 'Cliente ñandú ' || n, 'Ana ' || n,
        case when n % 3 > 0 then 'c' || n || '@example.org' end, '+507265' || 1000 + n,
        (array['PROSPECT', 'CLIENT', 'INACTIVE'])[n % 3 + 1]::client_status,
        case n % 4 when 0 then '[{"type": "MAIN", "city": "Colón", "country": "PA"}]' else '[]' end::jsonb,
        (select id from app_user order by email offset n % 4 limit 1), (select id from team order by name offset n % 2 limit 1),
        now() - n * interval '1 hour'
      from generate_series(1, 400) n`);
  await db.query(
    "insert into client_tag select client.id, tag.id from client, tag where hashtext(client.name || tag.name) % 3 = 0",
  );
  await db.query("update client set phone = phone || '9', status = 'CLIENT' where hashtext(name) % 5 = 0");
  await db.query("update client set deleted_at = now() where hashtext(name) % 17 = 0");
  await db.query(`
    insert into timeline_entry (client_id, kind, automatic, actor_id, title, description, occurred_at)
      select id, 'NOTE', false, owner_id, 'Llamada', 'Pidió <b>precio</b> y dijo que volvería', created_at + interval '1 hour' from client`);
}
