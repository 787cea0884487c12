import type pg from "pg";

const TABLES = ["client", "client_tag", "client_list_member", "custom_range", "timeline_entry"];

/**
 * Takes indexes, keys and our triggers off the large tables and answers how to put them back, read from the catalogue:
 * whatever the migrations made is there again afterwards. Needs no superuser.
 */
export async function makeBare(db: pg.Client): Promise<() => Promise<void>> {
  const tables = [TABLES];
  const constraints = await db.query<{ drop: string; add: string }>(
    `select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
       format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as add
     from pg_constraint where contype in ('f', 'p', 'u') and (conrelid = any($1::regclass[]) or confrelid = any($1::regclass[]))
     order by contype = 'f' desc`,
    tables,
  );
  const indexes = await db.query<{ drop: string; add: string }>(
    `select format('drop index %s', indexrelid::regclass) as drop, pg_get_indexdef(indexrelid) as add
     from pg_index where indrelid = any($1::regclass[])
       and not exists (select from pg_constraint where conindid = indexrelid and contype in ('p', 'u'))`,
    tables,
  );
  for (const { drop } of [...constraints.rows, ...indexes.rows]) await db.query(drop);
  for (const table of TABLES) await db.query(`alter table ${table} disable trigger user`);
  // What search reads must be there with the row, and nothing else writes it.
  await db.query("alter table client enable trigger search_words");
  return async () => {
    // Keys before foreign keys, which come first when they are dropped.
    for (const { add } of [...constraints.rows.reverse(), ...indexes.rows]) {
      const began = performance.now();
      await db.query(add);
      console.log(`  ${seconds(began)}  ${add.slice(0, 110)}`);
    }
    for (const table of TABLES) await db.query(`alter table ${table} enable trigger user`);
  };
}

export const seconds = (began: number) => `${((performance.now() - began) / 1000).toFixed(1).padStart(6)} s`;
