import { normalizeEmail } from "@clientela/shared/normalize/email";
import { normalizePhone } from "@clientela/shared/normalize/phone";
import { oneLine } from "@clientela/shared/normalize/text";

type Execute = (sql: string, params?: unknown[]) => Promise<unknown>;
type Row = { id: string; [column: string]: string | null };

/** Required names, where nothing is left of one that nobody could see, and other texts of one line. */
const texts: [table: string, required: string[], optional: string[]][] = [
  ["client", ["name"], ["contact_person", "first_name", "last_name", "gender"]],
  ["contact", ["name"], ["position"]],
  ["app_user", ["name"], []],
  ["tag", ["name"], []],
  ["team", ["name"], []],
  ["client_list", ["name"], []],
  ["custom_field", ["label"], []],
  ["activity_kind", ["label"], []],
  ["saved_filter", ["name"], []],
  ["task", ["title"], []],
  ["appointment", ["title"], ["place"]],
];
const NAMELESS = "—";
const SUSPECT = String.raw`[\u0001-\u001F\u007F-\u009F\u00AD\u034F\u115F\u1160\u180B-\u180F\u200B-\u200F\u2028-\u202E\u2060-\u206F\u2800\u3164\uFE00-\uFE0F\uFEFF\uFFA0\uFFF9-\uFFFB\U000E0000-\U000E0FFF]`;

/** Brings texts of one line, addresses and numbers that were stored before into the form in which they are stored now. */
export async function cleanTexts(execute: Execute): Promise<void> {
  for (const [table, required, optional] of texts) {
    const columns = [...required, ...optional];
    const suspect = columns.map((name) => `${name} ~ '${SUSPECT}' or ${name} is not nfc normalized`).join(" or ");
    await change(execute, table, columns, suspect, (value, column) => {
      const line = oneLine(value);
      return line || (required.includes(column) ? NAMELESS : null);
    });
  }
  for (const table of ["client", "contact", "app_user"]) {
    const suspect = String.raw`email ~* '@(.*\.)?xn--' or email ~ '${SUSPECT}' or email is not nfc normalized`;
    await change(execute, table, ["email"], suspect, normalizeEmail);
  }
  await execute(String.raw`update client set website = regexp_replace(website, '^(https?):/{3,}', '\1://', 'i')
    where website ~* '^https?:/{3,}'`);
  await changePhones(execute, "client", ["phone", "mobile", "whatsapp"]);
  await changePhones(execute, "contact", ["phone"]);
}

async function change(
  execute: Execute,
  table: string,
  columns: string[],
  suspect: string,
  clean: (value: string, column: string) => string | null,
): Promise<void> {
  const rows = (await execute(`select id, ${columns.join(", ")} from ${table} where ${suspect}`)) as Row[];
  for (const row of rows) await rewrite(execute, table, row, columns, clean);
}

/** What was not understood as a number of a country, and mobiles of Mexico with the 1 that they had. */
async function changePhones(execute: Execute, table: "client" | "contact", columns: string[]): Promise<void> {
  const suspect = columns.map((name) => String.raw`(${name} !~ '^\+[1-9][0-9]+$' or ${name} ~ '^\+521[0-9]{10}$')`);
  const of = columns.map((name) => `${table}.${name}`).join(", ");
  const from = table === "client" ? "client" : "contact join client on client.id = contact.client_id";
  const rows = (await execute(`select ${table}.id, ${of},
      coalesce(client.main_country, client.tax_country, (select country from settings)) as country
    from ${from} where ${suspect.map((one) => one.replaceAll(/\b(phone|mobile|whatsapp)\b/g, `${table}.$1`)).join(" or ")}`)) as Row[];
  for (const row of rows) {
    await rewrite(execute, table, row, columns, (value) => normalizePhone(value, row.country));
  }
}

async function rewrite(
  execute: Execute,
  table: string,
  row: Row,
  columns: string[],
  clean: (value: string, column: string) => string | null,
): Promise<void> {
  const changed = columns.flatMap((column) => {
    const value = row[column];
    if (value === null || value === undefined) return [];
    const after = clean(value, column);
    return after === value ? [] : [[column, after] as const];
  });
  if (changed.length === 0) return;
  await execute(`update ${table} set ${changed.map(([column]) => `${column} = ?`).join(", ")} where id = ?`, [
    ...changed.map(([, value]) => value),
    row.id,
  ]);
}
