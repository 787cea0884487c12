import { Migration } from "@mikro-orm/migrations";

/** Tasks are found by an index. */
export class Migration20261127013000_task_search extends Migration {
  override up(): void {
    this.addSql(String.raw`
create function task_search(title text, description text) returns text language sql immutable parallel safe
  return (select folded || ' ' || regexp_replace(folded, '(\d)[ ().+/-]+(?=\d)', '\1', 'g')
    from (select fold(title || ' ' || coalesce(description, '')) as folded offset 0) words);
create index task_search on task using gin (task_search(title, description) gin_trgm_ops) where deleted_at is null;
`);
  }
}
