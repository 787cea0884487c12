-- Reactivating restores the former status, however the client was deactivated: by a person, a form, a bulk action or an import.
create or replace function remember_status() returns trigger language plpgsql as $$
begin
  new.status_before_inactive := case when new.status = 'INACTIVE' then old.status end;
  return new;
end $$;
