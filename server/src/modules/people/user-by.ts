import { sql } from "kysely";
import type { Context } from "../../context.ts";
import { field, type Table } from "../../core/read/projection.ts";
import { usersOf } from "./people.references.ts";

/** A person by the column that has their id. */
export const userBy = <T extends Table>(column: `${T}.${string}`) =>
  field<T>(
    () => sql.ref(column),
    (id: string | null, { core }: Context) => usersOf(core).get(id),
  );
