import { sql } from "kysely";
import type { Context } from "../../context.ts";
import { field, type Table } from "../../core/read/projection.ts";

/** A person by the column that has their id. */
export const userBy = <T extends Table>(column: `${T}.${string}`) =>
  field<T>(
    () => sql.ref(column),
    (id: string | null, { core }: Context) => core.references.users.get(id),
  );
