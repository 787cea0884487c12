import { type Kysely, type RawBuilder, sql } from "kysely";
import { AppError } from "../../core/errors.ts";
import type { Viewer } from "../../core/viewer.ts";
import type { Database } from "../../database/tables.ts";
import { visibleTo } from "./visible.ts";

/** The client that answers for an id now: for that of a merged client the survivor (ADR 55). */
export const currentId = (id: unknown): RawBuilder<string> =>
  sql`coalesce((select survivor_id from merged_client where client_id = ${id}), ${id})`;

/** Who answers for a merged client, if the viewer sees it; undefined for any other. */
export async function survivorOf(db: Kysely<Database>, viewer: Viewer, id: string) {
  return db
    .selectFrom("merged_client")
    .innerJoin("client", "client.id", "merged_client.survivor_id")
    .select(["client.id", "client.name"])
    .where("merged_client.client_id", "=", id)
    .where(visibleTo(viewer))
    .executeTakeFirst();
}

/** For what may be done to a client only by its own id: who goes by an old one might mean another. */
export const mergedAway = ({ id, name }: { id: string; name: string }) =>
  new AppError("ILLEGAL_STATE", { key: "errors.mergedClient", params: { name } }, [], {
    survivor: { clientId: id, name },
  });
