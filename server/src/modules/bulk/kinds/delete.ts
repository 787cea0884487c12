import { sql } from "kysely";
import { z } from "zod";
import { deletedVisibleTo } from "../../access/visible.ts";
import type { OperationKind } from "../../operations/operation.kind.ts";
import { resetColumns, setColumns } from "../columns.ts";

/** Deletes clients. */
export const deleting: OperationKind<object> = {
  name: "DELETE",
  cause: "bulk",
  payload: z.object({}),
  apply: (chunk) => setColumns(chunk, { deleted_at: sql`now()` }),
  // A client's e-mail may be somebody else's by now.
  undo: (chunk) =>
    resetColumns(chunk, () => sql`deleted_at = null`, {
      visible: deletedVisibleTo,
      unless: sql`(client.email is not null and not client.email_shared and exists (
        select from client other where other.email = client.email and other.deleted_at is null and not other.email_shared))`,
    }),
};
