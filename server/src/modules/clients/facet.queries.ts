import { type Expression, sql } from "kysely";
import { visibleTo } from "../access/visible.ts";
import { rootByFields } from "../custom-fields/custom-field.filter.ts";
import { clientConditions } from "./client.queries.ts";
import type { FacetArgs } from "./facet.types.ts";

/** How many values of a field are offered at most. */
const MOST = 100;

/**
 * The values of the clients that the viewer sees and that match a filter, by how many have them. One pass counts them
 * as they are written; then those that differ only in accents and case are put together.
 */
export const clientFacets = rootByFields<FacetArgs>((fields) => ({
  build: ({ args, viewer }) => {
    const conditions = sql.join([visibleTo(viewer), ...clientConditions(args.filter, viewer, fields)], sql` and `);
    return sql`(
      with written as materialized (
        select grouping(main_country, main_region, main_city, language) as part,
          main_country, main_region, main_city, language, count(*) as number
        from client where ${conditions}
        group by grouping sets ((main_country), (main_region), (main_city), (language))
      )
      select json_build_object('countries', ${most("main_country", 0b0111)}, 'regions', ${most("main_region", 0b1011)},
        'cities', ${most("main_city", 0b1101)}, 'languages', ${most("language", 0b1110)}))`;
  },
}));

/** The most frequent values of one field. @param part the mask that `grouping` has where rows are grouped by it alone */
const most = (column: string, part: number): Expression<unknown> =>
  sql`(select coalesce(json_agg(json_build_object('value', value, 'count', number)), '[]') from (
    select (array_agg(${sql.ref(column)} order by number desc, ${sql.ref(column)}))[1] as value, sum(number)::int as number
    from written where part = ${sql.lit(part)} and ${sql.ref(column)} is not null
    group by fold(${sql.ref(column)}) order by 2 desc, 1 limit ${sql.lit(MOST)}) as frequent)`;
