import { type ClientBase, escapeIdentifier } from "pg";
import { StartError } from "../../start-error.ts";

/** What is not there while tables are filled. */
interface Bared {
  foreignKeys: { table: string; name: string; definition: string }[];
  /** The statements that make indexes, which are made of all rows in a fraction of the time. */
  indexes: string[];
}

/**
 * Makes tables take rows as they come, until the transaction is complete. No trigger writes entries a second time, and
 * no row waits for the one it refers to. Answers what to put back.
 */
export async function bareTables(client: ClientBase, tables: string[]): Promise<Bared> {
  const { rows: known } = await client.query(
    "select array_agg(relname::text) as names from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'",
  );
  const unknown = tables.find((table) => !known[0].names.includes(table));
  if (unknown) {
    throw new StartError(
      `The backup holds the table ${unknown}, which is not of Clientela: give each its own database.`,
    );
  }
  const { rows: foreignKeys } = await client.query<Bared["foreignKeys"][number]>(
    `select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as definition
     from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`,
  );
  for (const { table, name } of foreignKeys)
    await client.query(`alter table ${table} drop constraint ${escapeIdentifier(name)}`);
  const { rows: indexes } = await client.query<{ name: string; definition: string }>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition
     from pg_index where indrelid = any ($1::regclass[]) and not indisreplident
       and not exists (select from pg_constraint where conindid = indexrelid)`,
    [tables.map(escapeIdentifier)],
  );
  for (const { name } of indexes) await client.query(`drop index ${name}`);
  for (const table of tables) await client.query(`alter table ${escapeIdentifier(table)} disable trigger user`);
  // What migrations put into new tables is among the rows that come.
  await client.query(`truncate ${tables.map(escapeIdentifier).join(", ")}`);
  return { foreignKeys, indexes: indexes.map(({ definition }) => definition) };
}

/** Puts back what `bareTables` took away; references are checked, and counters go on after the highest number. */
export async function completeTables(
  client: ClientBase,
  tables: Record<string, string[]>,
  { foreignKeys, indexes }: Bared,
): Promise<void> {
  for (const definition of indexes) await client.query(definition);
  for (const { table, name, definition } of foreignKeys) {
    await client.query(`alter table ${table} add constraint ${escapeIdentifier(name)} ${definition}`);
  }
  for (const table of Object.keys(tables)) {
    await client.query(`alter table ${escapeIdentifier(table)} enable trigger user`);
  }
  const { rows } = await client.query<{ table: string; column: string; sequence: string }>(
    `select attrelid::regclass::text as table, attname as column, sequence
     from pg_attribute, pg_get_serial_sequence(attrelid::regclass::text, attname) sequence
     where attrelid = any ($1::regclass[]) and attnum > 0 and not attisdropped and sequence is not null`,
    [Object.keys(tables).map(escapeIdentifier)],
  );
  for (const { table, column, sequence } of rows) {
    const highest = `max(${escapeIdentifier(column)})`;
    await client.query(`select setval($1, coalesce(${highest}, 1), ${highest} is not null) from ${table}`, [sequence]);
  }
}
