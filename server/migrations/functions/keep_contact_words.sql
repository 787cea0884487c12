-- A client is found by its active contacts, and says the primary one's name (ADR 22).
create or replace function keep_contact_words() returns trigger language plpgsql as $$
declare
  touched uuid[] := (select array_agg(client_id) from new_rows);
begin
  -- One that was moved to another client leaves its words behind.
  if tg_op = 'UPDATE' then touched := touched || (select array_agg(client_id) from old_rows); end if;
  -- While one hands over to another nobody is the primary one: until then the name stays.
  update client c set contact_words = told.shown, contact_words_hidden = told.hidden, contact_person = told.person,
    version = c.version + (c.contact_person is distinct from told.person)::int
  from (
    select client.id, words.shown, words.hidden,
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
  ) told
  where c.id = told.id
    and (c.contact_words, c.contact_words_hidden, c.contact_person) is distinct from (told.shown, told.hidden, told.person);
  return null;
end $$;
