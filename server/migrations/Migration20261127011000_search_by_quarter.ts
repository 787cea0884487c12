import { Migration } from "@mikro-orm/migrations";

/** The index of words has each quarter's clients apart: a search that is read from the newest on seldom needs the others. */
export class Migration20261127011000_search_by_quarter extends Migration {
  override up(): void {
    this.addSql(`
drop index client_search;
create index client_search on client
  using gin (date_trunc('quarter', created_at at time zone 'UTC'), search gin_trgm_ops) where deleted_at is null;
`);
  }
}
