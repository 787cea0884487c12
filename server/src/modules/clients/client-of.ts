import { type ExpressionBuilder, sql } from "kysely";
import { type ComputedField, field, type Table } from "../../core/read/projection.ts";
import type { Database } from "../../database/tables.ts";
import { visibleTo } from "../access/visible.ts";
import { clientProjection } from "./client.projection.ts";

/** The client that a row of a table is of, if the viewer sees it. */
export const clientOf = <T extends Table>(table: T): ComputedField<T> =>
  field<T>(({ viewer, one, eb }) =>
    one(
      clientProjection,
      (eb as ExpressionBuilder<Database, never>)
        .selectFrom("client")
        .where(visibleTo(viewer))
        .whereRef("client.id", "=", sql.ref(`${table}.client_id`)),
    ),
  );
