import type { GraphQLResolveInfo } from "graphql";
import { sql } from "kysely";
import { type Context, viewerOf } from "../../context.ts";
import { badInput } from "../../core/errors.ts";
import { uuidOrNull } from "../../core/scalars.ts";
import { visibleTo } from "../access/visible.ts";
import { clientConditions } from "../clients/client.queries.ts";
import { conditionFields } from "../custom-fields/custom-field.filter.ts";
import type { OperationKind } from "../operations/operation.kind.ts";
import { runOperation } from "../operations/operation.service.ts";
import type { BulkResult } from "../operations/operation.types.ts";
import type { BulkArgs } from "./bulk.types.ts";
import { deleting } from "./kinds/delete.ts";

const MAX_IDS = 10_000;
const MAX_SKIPPED = 100;

/**
 * Does work of a kind on a selection of clients. A filter does not match clients that the viewer does not see; if they
 * were named, they are told as skipped.
 * @throws BAD_USER_INPUT unless exactly one of ids and filter is given
 */
export async function runBulk<Payload extends object>(
  context: Context,
  { selection, operationId }: BulkArgs,
  info: GraphQLResolveInfo,
  kind: OperationKind<Payload>,
  payload: Payload,
): Promise<BulkResult> {
  const viewer = viewerOf(context);
  const { ids } = selection;
  if ((ids == null) === (selection.filter == null)) throw badInput({ path: "selection", key: "errors.selection" });
  if (ids && ids.length > MAX_IDS)
    throw badInput({ path: "selection.ids", key: "errors.tooManyIds", params: { max: MAX_IDS } });
  const fields = await conditionFields(context, selection.filter);
  const result = await runOperation(context, kind, payload, {
    id: operationId,
    choose: (db, id) =>
      context.core.reader.run<BulkArgs>(
        ({ eb, args, viewer: scope }) => {
          const { ids: named, filter } = args.selection;
          const meant = named
            ? [
                sql<boolean>`client.id = any(${meantBy(
                  named.map((list) => list.map(uuidOrNull)),
                  kind,
                )})`,
              ]
            : clientConditions(filter, scope, fields);
          const clients = eb
            .selectFrom("client")
            .where(visibleTo(scope))
            .where(({ and }) => and(meant));
          return sql`insert into operation_target (operation_id, position, record_id)
            ${clients.select([
              sql<string>`${id}::uuid`.as("operation_id"),
              sql<number>`row_number() over (order by client.id)`.as("position"),
              "client.id",
            ])}`;
        },
        info,
        viewer,
        db,
      ),
  });
  return ids
    ? { ...result, skipped: [...(await unseen(context, result, ids, kind)), ...result.skipped].slice(0, MAX_SKIPPED) }
    : result;
}

/** The id of a merged client stands for the survivor, but nobody is deleted by another one's. */
const meantBy = (ids: unknown, { name }: { name: string }) =>
  name === deleting.name
    ? sql`${ids}::uuid[]`
    : sql`array(select coalesce(survivor_id, named.id) from unnest(${ids}::uuid[]) with ordinality named(id, place)
        left join merged_client on client_id = named.id order by place)`;

/** The clients that were named and are none for the viewer. */
async function unseen(
  { core, translate }: Context,
  { operationId }: BulkResult,
  named: string[],
  kind: { name: string },
) {
  const rows = await core.db
    .selectFrom("operation_target")
    .select("record_id")
    .where("operation_id", "=", operationId)
    .execute();
  const found = new Set(rows.map(({ record_id }) => record_id));
  const ids = [...new Set(named.map((id) => uuidOrNull(id) ?? id))].filter((id) => !found.has(id));
  const { rows: meant } = await sql<{ ids: string[] }>`
    select ${meantBy(ids.map(uuidOrNull), kind)} as ids`.execute(core.db);
  return ids
    .filter((_, index) => !found.has(meant[0]?.ids[index] ?? null))
    .map((clientId) => ({ clientId, reason: translate("errors.notFound") }));
}
