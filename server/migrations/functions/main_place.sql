-- A part of the main address, or null. A function, for a generated column may not hold a subquery.
create or replace function main_place(addresses jsonb, part text) returns text language sql immutable parallel safe
  return (select nullif(trim(address ->> part), '') from jsonb_array_elements(addresses) address
    where address ->> 'type' = 'MAIN' limit 1);
