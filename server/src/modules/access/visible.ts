import { type Expression, type RawBuilder, type SqlBool, sql } from "kysely";
import type { ViewerScope } from "../../core/read/projection.ts";

interface Teams {
  seesAllClients: boolean;
  teamIds: readonly string[] | Expression<unknown>;
}

/**
 * The gate: which clients exist for a viewer, as a condition on the table `client`. Every query on clients, and on
 * whatever hangs on one, starts with it.
 */
export const visibleTo = ({ seesAllClients, teamIds }: Teams): RawBuilder<SqlBool> =>
  seesAllClients
    ? sql`client.deleted_at is null`
    : sql`(client.deleted_at is null and client.team_id = any(${teamIds}::uuid[]))`;

/** The gate for bringing deleted clients back: those that the viewer would see if they were not deleted. */
export const deletedVisibleTo = ({ seesAllClients, teamIds }: Teams): RawBuilder<SqlBool> =>
  seesAllClients
    ? sql`client.deleted_at is not null`
    : sql`(client.deleted_at is not null and client.team_id = any(${teamIds}::uuid[]))`;

/** The mask in place of a value that the viewer may not see [F209]. */
export const MASK = "•••";

/** A column of contact data: itself, or the mask in place of whatever is there. */
export const contactData = (
  column: string,
  { seesContactData }: Pick<ViewerScope, "seesContactData">,
): RawBuilder<string | null> =>
  seesContactData ? sql`${sql.ref(column)}` : sql`case when ${sql.ref(column)} is not null then ${sql.lit(MASK)} end`;
