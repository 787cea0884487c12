/** Whom to ask for at a client is its primary contact: `client.contact_person` is a copy of that contact's name. */
export const contactPerson = `
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
        coalesce(string_agg(concat_ws(' ', k.email, k.phone, regexp_replace(k.phone, '\\D', '', 'g')), ' ' order by k.id), '') as hidden
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

-- The name on the client's record is a contact now: as the primary one where there was none.
update contact set is_primary = true, active = true
where id in (
  select distinct on (client.id) contact.id from client
  join contact on contact.client_id = client.id and fold(contact.name) = fold(client.contact_person)
  where not exists (select from contact other where other.client_id = client.id and other.active)
  order by client.id, contact.id);
alter table contact disable trigger ledger_insert;
alter table contact disable trigger contact_words_insert;
insert into contact (client_id, name, is_primary)
select client.id, btrim(client.contact_person), not exists (select from contact where client_id = client.id and is_primary)
from client
where btrim(client.contact_person) <> ''
  and not exists (select from contact where client_id = client.id and fold(name) = fold(client.contact_person));
alter table contact enable trigger ledger_insert;
alter table contact enable trigger contact_words_insert;

create temporary table words on commit drop as
  select k.client_id, string_agg(k.name, ' ' order by k.id) as shown, min(k.name) filter (where k.is_primary) as person
  from contact k where k.active group by 1;
-- Where the record said another name than the primary contact's, the timeline keeps it; a name where there was none is no news.
update client c set contact_person = words.person
from words where words.client_id = c.id and c.contact_person <> words.person;
alter table client disable trigger ledger_update;
update client c set contact_person = words.person, contact_words = words.shown
from words where words.client_id = c.id and (c.contact_person, c.contact_words) is distinct from (words.person, words.shown);
alter table client enable trigger ledger_update;
`;
