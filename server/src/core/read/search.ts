import { type Expression, type RawBuilder, type SqlBool, sql } from "kysely";
import type { Keyset, Query } from "./keyset.ts";
import type { Sought, Within } from "./projection.ts";

/** Rows that a search reads along the list before it asks the index of words. */
interface Reach {
  near: number;
  /** If so many of the near rows match, but not a whole page, going further is faster than the index. */
  promising: number;
  far: number;
}
const REACH: Reach = { near: 400, promising: 3, far: 5000 };
/** For each value of a column: its rows lie apart, and reading one takes two to three times as long. */
const REACH_WITHIN: Reach = { near: 150, promising: 10, far: 2000 };
/** So many of the near rows must match for counting along the list to beat counting by the index. */
const FREQUENT = 25;

/** The rows of a list that match words: a page of them, or how many there are. */
export class Search {
  private readonly page;
  private readonly reach;
  private readonly given = sql`(select value from given)`;

  constructor(
    private readonly keyset: Keyset,
    private readonly table: string,
    private readonly sought: Sought,
    private readonly within?: Within,
  ) {
    this.page = sql.lit(keyset.most + 1);
    this.reach = within ? REACH_WITHIN : REACH;
  }

  /** Only the matching rows that the keyset's `cut` will leave. */
  seek(query: Query): Query {
    const { keyset, reach, sought, given } = this;
    const enough = sql`${keyset.size} + 1`;
    const found = (part: string) => sql`(select count(*) from ${sql.table(part)})`;
    const promising = sql<boolean>`${found("near")} between ${sql.lit(reach.promising)} and ${keyset.size}`;
    const tried = ["near", "far"];
    const byIndex = (condition: Expression<SqlBool>) => {
      const rest = tried.map((part) => sql<SqlBool>`${found(part)} < ${enough}`);
      const rows = keyset.placed(keyset.between(query)).where(({ and }) => and([...rest, condition]));
      // The offset keeps the planner from walking along the list in the hope of an early match.
      return keyset.nearest(sql`(${rows} offset 0)`);
    };
    const parts = [
      sql`given as materialized (select ${sought.given} as value)`,
      sql`near as materialized (${this.alongList(query, reach.near)})`,
      sql`far as materialized (${this.alongList(query.where(promising), reach.far)})`,
    ];
    if (sought.recent && !keyset.state.backward) {
      const recent = byIndex(sql<SqlBool>`${sought.recent(given)} and ${sought.indexed}`);
      parts.push(sql`recent(id) as materialized ${recent}`);
      tried.push("recent");
    }
    // Each part is only run where those before it have not found enough.
    return query.where(sql<boolean>`${keyset.id} = any(array(
      with ${sql.join(parts)}
      ${sql.join(
        tried.map((part) => sql`select id from ${sql.table(part)} where ${found(part)} >= ${enough}`),
        sql` union all `,
      )}
      union all
      ${byIndex(sought.indexed)}
      union all
      ${byIndex(sql<boolean>`${keyset.id} = any(array(${sought.others(given)}))`)}))`);
  }

  /** The number of rows that match, counted up to `most`. */
  count(query: Query, most: number): RawBuilder<unknown> {
    const { keyset, sought, given } = this;
    const ids = query.select(sql`${keyset.id}`.as("id"));
    const counted = (found: Expression<unknown>) =>
      sql`(select count(*) from (${found} limit ${sql.lit(most)}) as counted)`;
    const near = sql`(select count(*) from ${this.window(query)} as ${sql.table(this.table)} where ${sought.matches(given)})`;
    const byIndex = sql`select * from ${ids.where(sought.indexed)} as own
      union select * from ${ids.where(sql<boolean>`${keyset.id} = any(array(${sought.others(given)}))`)} as others`;
    return sql`(with given as materialized (select ${sought.given} as value)
      select case when ${near} >= ${sql.lit(FREQUENT)} then ${counted(sql`select from ${ids.where(sought.matches(given))} as every`)}
      else ${counted(byIndex)} end)`;
  }

  /** The ids of those that match among the nearest rows, as many as a page needs, the nearest first. */
  private alongList(query: Query, size: number): RawBuilder<unknown> {
    const { keyset, page, table, within } = this;
    const matches = this.sought.matches(this.given);
    if (!within) {
      return sql`select ${keyset.id} as id from ${keyset.cut(query.selectAll() as Query, size)} as ${sql.table(table)}
        where ${matches} order by ${keyset.order} limit ${page}`;
    }
    const { id, order } = keyset.at("part");
    const own = query
      .selectAll()
      .select(sql`row_number() over (order by ${keyset.order})`.as("place"))
      .where(sql<boolean>`${sql.ref(within.column)} = value.value`) as Query;
    // Each value's rows are searched up to a limit. After the first row at which a value met its limit, later matches
    // of that value may be missing: stop there.
    return sql`select ${id} as id from (
        select part.*, count(*) filter (where part.last) over (order by ${order} rows between unbounded preceding and 1 preceding) as ended
        from (select distinct unnest((select ${within.values}::uuid[]))) as value(value) cross join lateral (
          select ${sql.join(keyset.place)}, ${matches} as matches, place = ${sql.lit(size)} as last
          from ${keyset.cut(own, size)} as ${sql.table(table)}
          where place = ${sql.lit(size)} or ${matches} order by ${keyset.order} limit ${page}) as part) as part
      where part.matches and part.ended = 0 order by ${order} limit ${page}`;
  }

  /** The near rows, of each value where there are several, whole and under the name of their table. */
  private window(query: Query): Expression<unknown> {
    const { keyset, reach, table, within } = this;
    if (!within) return keyset.cut(query.selectAll() as Query, reach.near);
    const own = query.selectAll().where(sql<boolean>`${sql.ref(within.column)} = part.value`) as Query;
    return sql`(select ${sql.table(table)}.* from (select distinct unnest((select ${within.values}::uuid[]))) as part(value)
      cross join lateral ${keyset.cut(own, reach.near)} as ${sql.table(table)})`;
  }
}
