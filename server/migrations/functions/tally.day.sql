-- The day of a moment where the business is.
create or replace function tally.day(moment timestamptz) returns date language sql stable
  return (moment at time zone coalesce((select time_zone from settings), 'UTC'))::date;
