-- Another password: no browser is known any more.
create or replace function forget_browsers() returns trigger language plpgsql as $$
begin
  delete from known_browser where user_id = new.id;
  return null;
end $$;
