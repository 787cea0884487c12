-- A person whose role falls may hold links, made or read in the outbox, to accounts that are now above them.
create or replace function close_doors_of_others() returns trigger language plpgsql as $$
declare
  above uuid[] := array(select id from app_user
    where id <> new.id and role >= old.role and (not new.active or role < new.role));
begin
  update app_user set invitation_hash = null, invitation_expires_at = null
    where id = any(above) and invitation_hash is not null;
  delete from password_reset where user_id = any(above);
  update message set text = null, html = null where user_id = any(above) and secret and text is not null;
  return null;
end $$;
