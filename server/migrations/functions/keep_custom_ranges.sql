-- Keeps custom_range for more than, less than, before and after.
create or replace function keep_custom_ranges() returns trigger language plpgsql as $$
begin
  if not exists (select from custom_field where type in ('NUMBER', 'DATE')) then return null; end if;
  if tg_op = 'UPDATE' then
    delete from custom_range r using new_rows n join old_rows o using (id)
    where r.client_id = n.id and n.custom is distinct from o.custom
      and not exists (select from custom_ranges(n.custom) kept where kept.key = r.key and kept.value = r.value);
    insert into custom_range
    select n.id, now.key, now.value from new_rows n join old_rows o using (id) cross join lateral custom_ranges(n.custom) now
    where n.custom is distinct from o.custom
    on conflict do nothing;
  else
    insert into custom_range
    select n.id, now.key, now.value from new_rows n cross join lateral custom_ranges(n.custom) now where n.custom <> '{}';
  end if;
  return null;
end $$;
