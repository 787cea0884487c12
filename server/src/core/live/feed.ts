import type pg from "pg";

/**
 * Rows that are added to a table, told to the followers of their key. A module declares it beside its reading of them.
 */
export interface Feed {
  /** The name in the log and in `/healthz`. */
  readonly name: string;
  /** Each row has an `id` and, indexed, `xid xid8 default pg_current_xact_id()`. */
  readonly table: string;
  /** The followed key: a column of `news` (the row's name here) or of a table that `join` brings. */
  readonly key: string;
  readonly join?: string;
}

/** A row: its key, its id. */
export type News = [key: string, id: string];

/** The input of a feed's reading: the snapshot it was last read in, and the followed keys. */
export interface Wanted {
  feed: Feed;
  since: string;
  keys: readonly string[];
}

/** One statement that reads the news of feeds, and the snapshot in which it does. */
export const newsStatement = (wanted: readonly Wanted[]): pg.QueryConfig => ({
  text: `select pg_current_snapshot()::text as now,
    json_build_array(${wanted.map(({ feed }, index) => newsOf(feed, `$${2 * index + 1}`, `$${2 * index + 2}`)).join()}) as news`,
  values: wanted.flatMap(({ since, keys }) => [since, keys]),
});

/** In order of their commits. The key as text leaves the index of `xid` as the only one to go by. */
const newsOf = ({ table, key, join = "" }: Feed, since: string, keys: string) => `
  (select coalesce(json_agg(json_build_array(${key}, news.id) order by news.xid, news.id), '[]')
    from (select * from ${table} where xid >= pg_snapshot_xmin(${since}::pg_snapshot)
      and not pg_visible_in_snapshot(xid, ${since}::pg_snapshot)) news
    ${join} where (${key})::text = any(${keys}::text[]))`;
