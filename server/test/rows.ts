import type pg from "pg";
import { LEFT_OUT } from "../src/commands/backup/format.ts";

/**
 * A hash of all rows of each table. Left out is what a restoration makes anew: numbers of transactions, the list of
 * migrations, one machine's rows.
 */
export async function hashRows(db: pg.Pool | pg.Client): Promise<Record<string, string>> {
  const { rows } = await db.query<{ name: string; columns: string }>(
    `select relname as name, string_agg(quote_ident(attname), ', ' order by attname) as columns
     from pg_class join pg_attribute on attrelid = pg_class.oid and attnum > 0 and not attisdropped
     where relnamespace = 'public'::regnamespace and relkind = 'r' and atttypid <> 'xid8'::regtype
       and relname <> all ($1)
     group by relname order by relname`,
    [LEFT_OUT],
  );
  const result: Record<string, string> = {};
  for (const { name, columns } of rows) {
    const { rows: found } = await db.query(
      `select count(*) || ' ' || coalesce(md5(string_agg(hash, '' order by hash)), '') as hash
       from (select md5(row(${columns})::text) as hash from ${name}) rows`,
    );
    result[name] = found[0].hash;
  }
  return result;
}

/** What a schema is made of: columns, indexes, constraints, functions and triggers, as PostgreSQL writes them. */
export async function describeSchema(db: pg.Pool | pg.Client): Promise<string[]> {
  const { rows } = await db.query<{ line: string }>(
    `select concat_ws(' ', 'column', attrelid::regclass, attname, format_type(atttypid, atttypmod), attnotnull, pg_get_expr(adbin, adrelid)) as line
       from pg_attribute join pg_class on pg_class.oid = attrelid left join pg_attrdef on adrelid = attrelid and adnum = attnum
       where attnum > 0 and not attisdropped and relkind = 'r' and relnamespace in ('public'::regnamespace, to_regnamespace('ledger'))
     union all select indexdef from pg_indexes where schemaname in ('public', 'ledger')
     union all select concat_ws(' ', 'constraint', conrelid::regclass, conname, pg_get_constraintdef(oid)) from pg_constraint where connamespace = 'public'::regnamespace
     union all select pg_get_functiondef(oid) from pg_proc where pronamespace in ('public'::regnamespace, to_regnamespace('ledger'))
       and prokind = 'f' and not exists (select from pg_depend where objid = pg_proc.oid and deptype = 'e')
     union all select concat_ws(' ', pg_get_triggerdef(oid), tgenabled) from pg_trigger where not tgisinternal
     union all select concat_ws(' ', 'type', enumtypid::regtype, enumlabel) from pg_enum
     order by line`,
  );
  return rows.map(({ line }) => line);
}
