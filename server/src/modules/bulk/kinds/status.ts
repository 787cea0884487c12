import { clientStatuses } from "@clientela/shared/clients/words";
import { sql } from "kysely";
import { z } from "zod";
import type { OperationKind } from "../../operations/operation.kind.ts";
import { resetColumns, setColumns } from "../columns.ts";

const payload = z.object({ status: z.enum(clientStatuses) });

/** Sets the status of clients. */
export const settingStatus: OperationKind<z.output<typeof payload>> = {
  name: "STATUS",
  cause: "bulk",
  payload,
  subject: (_core, { status }, translate) => translate(`clients.status.${status}`),
  apply: (chunk, { status }) => setColumns(chunk, { status: sql`${status}::client_status` }),
  undo: (chunk) => resetColumns(chunk, (before) => sql`status = (${before} ->> 'status')::client_status`),
};
