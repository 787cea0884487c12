import type pg from "pg";

/** What a column holds, where code knows more of it than PostgreSQL does. */
const narrower: Record<string, string> = {
  "app_user.client_list": "unknown",
  "client.addresses": "StoredAddress[]",
  "client.source_channel": "Channel",
  "client.custom": "Record<string, CustomValue>",
  // Filled by triggers.
  "client.search": "GeneratedAlways<string>",
  "client.search_public": "GeneratedAlways<string>",
  "client_list_member.state": "NewsletterState",
  "client_tally.channel": "Channel",
  "custom_field.stored": "Record<string, string | null>",
  "custom_field.type": "CustomFieldType",
  "custom_field.written": "Record<string, string>",
  "message.kind": "MessageKind",
  "notification.kind": "NotificationKind",
  "notification_preference.kind": "NotificationKind",
  "option_change.saved_filters": "ChangedFilter[]",
  "option_change.stored_before": "Record<string, string | null>",
  "option_change.written_before": "Record<string, string>",
};

const HEAD = `// Written by \`pnpm tables\` from the migrated database: change a migration, or what scripts/tables.ts knows, and run it.
import type { Channel } from "@clientela/shared/clients/words";
import type { CustomFieldType, CustomValue } from "@clientela/shared/custom-fields/types";
import type { NewsletterState } from "@clientela/shared/lists/words";
import type { MessageKind } from "@clientela/shared/mail/rules";
import type { NotificationKind } from "@clientela/shared/notifications/rules";
import type { GeneratedAlways } from "kysely";
import type { ChangedFilter, Exact, Generated, Json, StoredAddress, Time } from "./column-types.ts";
`;

const types: Record<string, string> = {
  bool: "boolean",
  bytea: "Buffer",
  date: "string",
  int2: "number",
  int4: "number",
  int8: "Exact",
  numeric: "Exact",
  text: "string",
  timestamptz: "Time",
  uuid: "string",
  varchar: "string",
  xid8: "Exact",
};

interface Column {
  table: string;
  name: string;
  type: string;
  /** The values of an enum, or of a check that lists them. */
  values: string[] | null;
  nullable: boolean;
  given: "ALWAYS" | "DEFAULT" | null;
}

/** The text of `src/database/tables.ts`, from a migrated database. */
export async function describeTables(db: pg.Client | pg.Pool): Promise<string> {
  const { rows } = await db.query<Column>(
    `select relname as table, attname as name, typname as type, not attnotnull as nullable,
       coalesce(
         (select array_agg(enumlabel::text order by enumsortorder) from pg_enum where enumtypid = atttypid),
         (select array(select match[1] from regexp_matches(pg_get_constraintdef(pg_constraint.oid), '''(\\w+)''::text', 'g') match)
          from pg_constraint where conrelid = pg_class.oid and conkey = array[attnum]
            and pg_get_constraintdef(pg_constraint.oid) ~ ('^CHECK \\(\\(' || attname || ' = ANY \\(ARRAY\\['))) as values,
       case when attgenerated <> '' or attidentity = 'a' then 'ALWAYS' when atthasdef or attidentity = 'd' then 'DEFAULT' end as given
     from pg_class join pg_attribute on attrelid = pg_class.oid and attnum > 0 and not attisdropped join pg_type on pg_type.oid = atttypid
     where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'mikro_orm_migrations'
     order by relname, attnum`,
  );
  const unknown = Object.keys(narrower).find((key) => !rows.some(({ table, name }) => key === `${table}.${name}`));
  if (unknown) throw new Error(`scripts/tables.ts names ${unknown}, which is no column.`);
  const tables = Map.groupBy(rows, ({ table }) => table);
  const shown = [...tables].map(
    ([table, columns]) =>
      `  ${table}: {\n${columns.map((column) => `    ${column.name}: ${typeOf(column)};\n`).join("")}  };\n`,
  );
  return `${HEAD}\n/** The tables as Kysely sees them. */\nexport interface Database {\n${shown.join("")}}\n`;
}

function typeOf(column: Column): string {
  const held = column.nullable ? `${contentOf(column)} | null` : contentOf(column);
  if (column.given === "ALWAYS") return `GeneratedAlways<${held}>`;
  return column.given === "DEFAULT" ? `Generated<${held}>` : held;
}

function contentOf({ table, name, type, values }: Column): string {
  const known = narrower[`${table}.${name}`];
  if (type === "jsonb") return `Json<${known ?? "object"}>`;
  if (known) return known;
  if (values) return values.map((value) => `"${value}"`).join(" | ");
  const isList = type.startsWith("_");
  const single = types[isList ? type.slice(1) : type];
  if (!single) throw new Error(`${table}.${name}: scripts/tables.ts does not know the type ${type}.`);
  return isList ? `${single}[]` : single;
}
