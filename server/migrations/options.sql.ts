/**
 * Options by name: clients hold a value that never changes, and the definition says what it is called. So renaming an
 * option, merging two or taking one away writes no client at all, and everybody sees it at the same moment.
 */
export const options = `
-- What values are called where they are not called what they are; null where the option was taken away.
alter table custom_field
  add column stored jsonb not null default '{}' check (jsonb_typeof(stored) = 'object'),
  -- Of an option with several values the one that is written.
  add column written jsonb not null default '{}' check (jsonb_typeof(written) = 'object');

-- What makes search read a field, or forget a purged one, client by client, and how far it is; null when nothing is to do.
alter table custom_field add column work_done integer, add column work_total integer;
alter table custom_field add column purged_at timestamptz;

-- A change of options, kept for the ten minutes in which it can be taken back: the definition before it, and the saved
-- filters before and after.
drop table custom_field_rename;
create table option_change (
  id uuid primary key default uuidv7(),
  field_id uuid not null references custom_field on delete cascade,
  -- The version that it left the field at.
  version integer not null,
  option text not null,
  affected integer not null,
  options_before text[] not null,
  stored_before jsonb not null,
  written_before jsonb not null,
  saved_filters jsonb not null,
  created_at timestamptz not null default now(),
  undone_at timestamptz
);

create or replace function custom_words(custom jsonb, contact boolean) returns text language sql stable
  return coalesce((select string_agg(
      case when jsonb_typeof(held.value) = 'array' then (
          select string_agg(case when field.stored ? item then field.stored ->> item else item end, ' ')
          from jsonb_array_elements_text(held.value) item)
        when field.type = 'PHONE' then (held.value #>> '{}') || ' ' || regexp_replace(held.value #>> '{}', '\\D', '', 'g')
        when field.stored ? (held.value #>> '{}') then field.stored ->> (held.value #>> '{}')
        else held.value #>> '{}' end, ' ' order by field.position, field.id)
    from jsonb_each(custom) held
    join custom_field field on field.key = held.key and field.searchable and field.deleted_at is null
      and (field.type in ('EMAIL', 'PHONE')) = custom_words.contact), '');
`;
