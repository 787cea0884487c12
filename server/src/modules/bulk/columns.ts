import { type RawBuilder, type SqlBool, sql } from "kysely";
import { visibleTo } from "../access/visible.ts";
import type { Chunk } from "../operations/operation.kind.ts";
import { changeClients, restoreClients } from "./chunk-of-clients.ts";

/** Sets columns of the clients of a chunk; each remembers what they held. */
export function setColumns(chunk: Chunk, columns: Record<string, RawBuilder<unknown>>) {
  const all = Object.entries(columns);
  const assigned = sql.join(all.map(([name, value]) => sql`${sql.ref(name)} = ${value}`));
  return changeClients(chunk, true, (clients) => {
    const differs = sql.join(
      all.map(([name, value]) => sql`was.${sql.ref(name)} is distinct from ${value}`),
      sql` or `,
    );
    const before = sql.join(all.flatMap(([name]) => [sql.lit(name), sql`was.${sql.ref(name)}`]));
    return {
      parts: {
        updated: sql`update client set ${assigned}, version = client.version + 1, updated_at = now()
          from ${clients} was where client.id = was.id and (${differs})
          returning client.id, client.version, jsonb_build_object(${before}) as before`,
      },
      changed: sql`select id, before, version from updated`,
    };
  });
}

/** Puts columns back if nobody has changed the client since: then it still has the version that the change gave it. */
export const resetColumns = (
  chunk: Chunk,
  columns: (before: RawBuilder<unknown>) => RawBuilder<unknown>,
  { visible = visibleTo, unless = sql<SqlBool>`false` } = {},
) =>
  restoreClients(
    chunk,
    (clients) => ({
      parts: {
        updated: sql`update client set ${columns(sql`was.before`)}, version = client.version + 1, updated_at = now()
          from ${clients} was where client.id = was.client_id and client.version = was.version and not ${unless}
          returning client.id`,
      },
      restored: sql`select id from updated`,
    }),
    visible,
  );
