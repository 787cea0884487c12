/** No session, link or key outlives a change of what its person may do or proves them by, whoever writes that change. */
export const doors = `
create function close_doors() returns trigger language plpgsql as $$
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
create trigger close_doors before update on app_user for each row
  when ((old.role, old.active, old.email, old.password_hash) is distinct from (new.role, new.active, new.email, new.password_hash))
  execute function close_doors();

-- Who manages people may hold links that they made or read in the outbox: to accounts with rights they no longer have.
create function close_doors_of_others() returns trigger language plpgsql as $$
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
create trigger close_doors_of_others after update on app_user for each row
  when (old.active and old.role < 'AGENT' and (not new.active or new.role > old.role))
  execute function close_doors_of_others();

-- Which of those that are open now are older than a rise in rights, nobody wrote down.
update app_user set invitation_hash = null, invitation_expires_at = null where invitation_hash is not null;
delete from password_reset;
update message set text = null, html = null where secret and text is not null;
delete from api_key where created_by_id in (select id from app_user where not active);
delete from calendar_feed where user_id in (select id from app_user where not active);
update api_key set role = u.role from app_user u where u.id = created_by_id and api_key.role < u.role;
`;
