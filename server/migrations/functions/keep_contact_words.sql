-- A client is found by its active contacts and by those merged into it, and says the primary contact's name (ADR 22, 55).
create or replace function keep_contact_words() returns trigger language plpgsql as $$
declare
  touched uuid[] := '{}';
begin
  -- One that was moved to another client leaves its words behind.
  if tg_table_name = 'contact' then
    touched := (select array_agg(client_id) from new_rows);
    if tg_op = 'UPDATE' then touched := touched || (select array_agg(client_id) from old_rows); end if;
  else
    if tg_op <> 'DELETE' then touched := (select array_agg(survivor_id) from new_rows); end if;
    if tg_op <> 'INSERT' then touched := touched || (select array_agg(survivor_id) from old_rows); end if;
  end if;
  -- While one hands over to another nobody is the primary one: until then the name stays.
  update client c set contact_words = told.shown, contact_words_hidden = told.hidden, contact_person = told.person,
    version = c.version + (c.contact_person is distinct from told.person)::int
  from (
    select client.id, concat_ws(' ', nullif(words.shown, ''), merged.shown) as shown,
      concat_ws(' ', nullif(words.hidden, ''), merged.hidden) as hidden,
      case when words.person is null and words.people > 0 then client.contact_person else words.person end as person
    from (
      select t.client_id, count(k.id) as people, min(k.name) filter (where k.is_primary) as person,
        coalesce(string_agg(k.name, ' ' order by k.id), '') as shown,
        coalesce(string_agg(concat_ws(' ', k.email, k.phone, regexp_replace(k.phone, '\D', '', 'g')), ' ' order by k.id), '') as hidden
      from (select distinct unnest(touched) as client_id) t
      left join contact k on k.client_id = t.client_id and k.active
      group by t.client_id
    ) words
    join client on client.id = words.client_id
    left join lateral (
      select string_agg(one.name, ' ' order by one.id) as shown,
        nullif(string_agg(concat_ws(' ', one.email, one.phone, one.mobile, one.whatsapp, regexp_replace(one.phone, '\D', '', 'g'),
          regexp_replace(one.mobile, '\D', '', 'g'), regexp_replace(one.whatsapp, '\D', '', 'g')), ' ' order by one.id), '') as hidden
      from merged_client join client one on one.id = merged_client.client_id
      where merged_client.survivor_id = client.id
    ) merged on true
  ) told
  where c.id = told.id
    and (c.contact_words, c.contact_words_hidden, c.contact_person) is distinct from (told.shown, told.hidden, told.person);
  return null;
end $$;

create or replace trigger merged_words_insert after insert on merged_client
  referencing new table as new_rows for each statement execute function keep_contact_words();
create or replace trigger merged_words_update after update on merged_client
  referencing old table as old_rows new table as new_rows for each statement execute function keep_contact_words();
create or replace trigger merged_words_delete after delete on merged_client
  referencing old table as old_rows for each statement execute function keep_contact_words();
