-- What search reads of a task: its words, and once more with its numbers joined, however they are spaced.
create or replace function task_search(title text, description text) returns text language sql immutable parallel safe
  return (select folded || ' ' || regexp_replace(folded, '(\d)[ ().+/-]+(?=\d)', '\1', 'g')
    from (select fold(title || ' ' || coalesce(description, '')) as folded offset 0) words);
