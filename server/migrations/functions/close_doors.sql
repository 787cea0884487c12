-- Ends what was opened with the rights or the password that a person no longer has (ADR 26).
create or replace function close_doors() returns trigger language plpgsql as $$
begin
  if new.invitation_hash is not distinct from old.invitation_hash then
    new.invitation_hash := null;
    new.invitation_expires_at := null;
  end if;
  delete from session where user_id = new.id;
  delete from password_reset where user_id = new.id;
  delete from calendar_feed where user_id = new.id;
  update message set text = null, html = null where user_id = new.id and secret and text is not null;
  if not new.active then
    delete from api_key where created_by_id = new.id;
  else
    -- A weaker role sorts after a stronger one. What a key loses with its maker does not come back with them.
    update api_key set role = new.role where created_by_id = new.id and role < new.role;
  end if;
  return new;
end $$;
