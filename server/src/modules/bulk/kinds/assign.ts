import { type RawBuilder, sql } from "kysely";
import { z } from "zod";
import { forgetOperation } from "../../notifications/notification.service.ts";
import type { OperationKind } from "../../operations/operation.kind.ts";
import { teamsOf, usersOf } from "../../people/people.references.ts";
import { tellOfAssignment } from "../assigned.ts";
import { resetColumns, setColumns } from "../columns.ts";

const teamId = z.uuid().nullable();
const toOwner = z.object({ ownerId: z.uuid().nullable(), teamId: teamId.optional() });
const toTeam = z.object({ teamId });

const held = (before: RawBuilder<unknown>, column: string) =>
  sql`${sql.ref(column)} = case when jsonb_exists(${before}, ${sql.lit(column)})
    then (${before} ->> ${sql.lit(column)})::uuid else client.${sql.ref(column)} end`;

/** Gives clients to an owner, and to a team where that is said, or to nobody. */
export const assigning: OperationKind<z.output<typeof toOwner>> = {
  name: "ASSIGN",
  cause: "bulk",
  payload: toOwner,
  subject: (core, { ownerId }, translate) =>
    ownerId === null ? translate("bulk.nobody") : (usersOf(core).get(ownerId)?.name ?? null),
  apply: (chunk, { ownerId, teamId }) =>
    setColumns(chunk, {
      owner_id: sql`${ownerId}::uuid`,
      ...(teamId !== undefined && { team_id: sql`${teamId}::uuid` }),
    }),
  undo: (chunk) => resetColumns(chunk, (before) => sql`${held(before, "owner_id")}, ${held(before, "team_id")}`),
  finished: async (work, { ownerId }) => {
    if (ownerId) await tellOfAssignment(work, ownerId);
  },
  undone: ({ db, operationId }) => forgetOperation(db, operationId),
};

/** Gives clients to a team, or to none. */
export const movingToTeam: OperationKind<z.output<typeof toTeam>> = {
  name: "TEAM",
  cause: "bulk",
  payload: toTeam,
  subject: (core, { teamId }, translate) =>
    teamId === null ? translate("bulk.noTeam") : (teamsOf(core).get(teamId)?.name ?? null),
  apply: (chunk, { teamId }) => setColumns(chunk, { team_id: sql`${teamId}::uuid` }),
  undo: (chunk) => resetColumns(chunk, (before) => held(before, "team_id")),
};
