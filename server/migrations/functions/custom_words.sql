-- What search reads of custom fields: all that is shown to everyone, or (contact) the kinds that may be hidden.
create or replace function custom_words(custom jsonb, contact boolean) returns text language sql stable
  return coalesce((select string_agg(
      case when jsonb_typeof(held.value) = 'array' then (
          select string_agg(case when field.stored ? item then field.stored ->> item else item end, ' ')
          from jsonb_array_elements_text(held.value) item)
        when field.type = 'PHONE' then (held.value #>> '{}') || ' ' || regexp_replace(held.value #>> '{}', '\D', '', 'g')
        when field.stored ? (held.value #>> '{}') then field.stored ->> (held.value #>> '{}')
        else held.value #>> '{}' end, ' ' order by field.position, field.id)
    from jsonb_each(custom) held
    join custom_field field on field.key = held.key and field.searchable and field.deleted_at is null
      and (field.type in ('EMAIL', 'PHONE')) = custom_words.contact), '');
