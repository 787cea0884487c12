-- Numbers, and days counted from 1970, of all custom fields: what custom_range holds.
create or replace function custom_ranges(custom jsonb) returns table (key text, value numeric) language sql stable
begin atomic
  select field.key, case field.type when 'NUMBER' then (custom ->> field.key)::numeric
    else ((custom ->> field.key)::date - date '1970-01-01')::numeric end
  from custom_field field
  where field.type in ('NUMBER', 'DATE') and custom ->> field.key is not null;
end;
