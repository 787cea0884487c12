/** Who knew a password that was changed may have made any number of browsers known: they go with it. */
export const knownBrowsersEnd = `
create index known_browser_user_id_idx on known_browser (user_id, used_at desc);

create function forget_browsers() returns trigger language plpgsql as $$
begin
  delete from known_browser where user_id = new.id;
  return null;
end $$;
create trigger forget_browsers after update of password_hash on app_user for each row
  when (old.password_hash is distinct from new.password_hash)
  execute function forget_browsers();
`;
