-- What tells that two numbers are one: the digits with the extension, without what was put into a country's mobiles or
-- taken away: Mexico's 1, Argentina's 9, the 9 before Brazil's eight digits, which landlines never had.
create or replace function phone_key(phone text) returns text language sql immutable parallel safe
  return (select '+' || case
      when digits ~ '^521\d{10}$' then '52' || substr(digits, 4)
      when digits ~ '^549\d{10}$' then '54' || substr(digits, 4)
      when digits ~ '^55\d{2}9[6-9]\d{7}$' then substr(digits, 1, 4) || substr(digits, 6)
      else nullif(digits, '') end || coalesce(';' || extension, '')
    from (select regexp_replace(regexp_replace(phone, ';ext=\d+$', ''), '\D', '', 'g') as digits, substring(phone from ';ext=(\d+)$') as extension) parts);
