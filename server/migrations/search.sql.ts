/** What search reads of clients and contacts, the plain text of notes, and what tells that two numbers are one. */
export const search = String.raw`
-- Of clients it is a plain column now, which a trigger keeps: what it is made of may change without writing every row anew.
alter table client alter column search drop expression, alter column search_public drop expression;

-- The public part is a run of the whole one, so that the index on the whole serves both. The space in front lets the
-- beginning of the first word be looked for like that of any other.
create function client_search_public(c client) returns text language sql immutable parallel safe
  return ' ' || fold(c.name || ' ' || coalesce(c.contact_person, '') || ' ' || coalesce(c.first_name, '') || ' '
    || coalesce(c.last_name, '') || ' ' || c.custom_search || ' ' || c.contact_words);
create function client_search(c client) returns text language sql immutable parallel safe
  return client_search_public(c) || ' ' || fold(coalesce(c.email, '') || ' ' || coalesce(c.phone, '') || ' ' || coalesce(c.mobile, '') || ' '
    || coalesce(c.whatsapp, '') || ' ' || regexp_replace(coalesce(c.phone, ''), '\D', '', 'g') || ' '
    || regexp_replace(coalesce(c.mobile, ''), '\D', '', 'g') || ' ' || regexp_replace(coalesce(c.whatsapp, ''), '\D', '', 'g') || ' '
    || c.custom_search_contact || ' ' || c.contact_words_hidden);
create function keep_search() returns trigger language plpgsql as $$
begin
  new.search_public := client_search_public(new);
  new.search := client_search(new);
  return new;
end $$;
-- By its name after the trigger that makes the words of custom fields.
create trigger search_words before insert or update of name, contact_person, first_name, last_name, email, phone, mobile, whatsapp,
  custom, custom_search, custom_search_contact, contact_words, contact_words_hidden on client
  for each row execute function keep_search();

create function contact_search(name text, email text, phone text) returns text language sql immutable parallel safe
  return fold(name || ' ' || coalesce(email, '') || ' ' || coalesce(phone, '') || ' ' || regexp_replace(coalesce(phone, ''), '\D', '', 'g'));
drop index contact_search;

-- Sanitised HTML as people read it: what parts blocks is a space, other tags are nothing.
create function plain_text(html text) returns text language sql immutable strict parallel safe
  return replace(replace(replace(replace(replace(replace(
    regexp_replace(regexp_replace(html, '</?(p|br|ul|ol|li|blockquote|pre|h3|h4|table|tr|th|td)(\s[^>]*|/)?>', ' ', 'gi'), '<[^>]*>', '', 'g'),
    '&lt;', '<'), '&gt;', '>'), '&quot;', '"'), '&#39;', ''''), '&nbsp;', ' '), '&amp;', '&');

-- What tells that two numbers are one: the digits with the extension, without what was put into a country's mobiles or
-- taken away: Mexico's 1, Argentina's 9, the 9 before Brazil's eight digits, which landlines never had.
create function phone_key(phone text) returns text language sql immutable parallel safe
  return (select '+' || case
      when digits ~ '^521\d{10}$' then '52' || substr(digits, 4)
      when digits ~ '^549\d{10}$' then '54' || substr(digits, 4)
      when digits ~ '^55\d{2}9[6-9]\d{7}$' then substr(digits, 1, 4) || substr(digits, 6)
      else nullif(digits, '') end || coalesce(';' || extension, '')
    from (select regexp_replace(regexp_replace(phone, ';ext=\d+$', ''), '\D', '', 'g') as digits, substring(phone from ';ext=(\d+)$') as extension) parts);
create or replace function duplicate_keys(phone text, mobile text, whatsapp text, tax_id text) returns text[]
  language sql immutable parallel safe
  return array_remove(array[phone_key(phone), phone_key(mobile), phone_key(whatsapp),
    '#' || nullif(regexp_replace(upper(tax_id), '[^A-Z0-9]', '', 'g'), '')], null);
`;

/** Indexes that refuse what folds to the same: gone while names are brought in line. */
export const dropNameKeys = `
drop index tag_name_key, team_name_key, client_list_name_key, custom_field_label_key, activity_kind_label_key, saved_filter_name;
`;

/** What folds to the same now: tags become one, the oldest; others get a number behind their name. */
export const sameNames = `
do $do$
declare
  pair record;
begin
  for pair in
    select id as gone, kept from (
      select id, first_value(id) over (partition by fold(name) order by created_at, id) as kept from tag) twins
    where id <> kept order by id
  loop
    insert into client_tag (client_id, tag_id) select client_id, pair.kept from client_tag where tag_id = pair.gone on conflict do nothing;
    delete from client_tag where tag_id = pair.gone;
    update timeline_entry
      set tag_ids = array_remove(tag_ids, pair.gone) || case when pair.kept = any(tag_ids) then '{}' else array[pair.kept] end
      where tag_ids <> '{}' and tag_ids @> array[pair.gone];
    update saved_filter set filter = jsonb_set(filter, '{tagIds}',
        (select jsonb_agg(distinct case tag when pair.gone::text then pair.kept::text else tag end)
          from jsonb_array_elements_text(filter -> 'tagIds') as tags(tag)))
      where jsonb_typeof(filter -> 'tagIds') = 'array' and filter -> 'tagIds' @> to_jsonb(pair.gone::text);
    delete from tag where id = pair.gone;
  end loop;
end $do$;

do $do$
declare
  named record;
  twin record;
  free text;
  number integer;
  taken boolean;
begin
  for named in
    select * from (values ('team', 'name', 'true', 'null'), ('client_list', 'name', 'true', 'null'),
      ('custom_field', 'label', 'deleted_at is null', 'null'), ('activity_kind', 'label', 'true', 'null'),
      ('saved_filter', 'name', 'true', 'owner_id')) kinds(of, field, condition, owner)
  loop
    for twin in execute format('select id, name, owner from (select id, %1$I as name, (%3$s)::text as owner,
        row_number() over (partition by fold(%1$I), %3$s order by id) as place from %2$I where %4$s) twins where place > 1',
      named.field, named.of, named.owner, named.condition)
    loop
      number := 2;
      loop
        free := twin.name || ' ' || number;
        execute format('select exists (select from %I where fold(%I) = fold($1) and %s and (%s)::text is not distinct from $2)',
          named.of, named.field, named.condition, named.owner) into taken using free, twin.owner;
        exit when not taken;
        number := number + 1;
      end loop;
      execute format('update %I set %I = $1 where id = $2', named.of, named.field) using free, twin.id;
    end loop;
  end loop;
end $do$;

create unique index tag_name_key on tag (fold(name));
create unique index team_name_key on team (fold(name));
create unique index client_list_name_key on client_list (fold(name));
create unique index custom_field_label_key on custom_field (fold(label)) where deleted_at is null;
create unique index activity_kind_label_key on activity_kind (fold(label));
create unique index saved_filter_name on saved_filter (owner_id, fold(name));
`;

/** What was stored folded, made anew where it differs; indexes of folded names have to be built again. */
export const foldedAnew = `
-- Nothing that a person sees changes here: neither the ledger nor the tallies are told.
alter table client disable trigger user;
with words as (select id, client_search_public(client) as shown, client_search(client) as whole from client)
update client set search_public = words.shown, search = words.whole
from words where words.id = client.id and (client.search, client.search_public) is distinct from (words.whole, words.shown);
update client set addresses = addresses where
  (main_region_key, main_city_key, main_postal_code_key) is distinct from
  (fold(main_place(addresses, 'region')), fold(main_place(addresses, 'city')), fold(main_place(addresses, 'postalCode')));
alter table client enable trigger user;
reindex index client_name;
reindex index client_duplicate;
reindex index contact_name;
create index contact_search on contact using gin (contact_search(name, email, phone) gin_trgm_ops);
`;
