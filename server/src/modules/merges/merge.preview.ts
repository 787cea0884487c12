import { addressTypes } from "@clientela/shared/clients/words";
import { sql } from "kysely";
import { type Context, viewerOf } from "../../context.ts";
import { changedFields, shownChanges } from "../clients/client.text.ts";
import type { Differences } from "../timeline/field-change.types.ts";
import { movesOf } from "./merge.columns.ts";
import { distinctOwners, type MergeField, proposed } from "./merge.fields.ts";
import { kindOfRows } from "./merge.left.ts";
import { findRows, namedClients, planned } from "./merge.plan.ts";
import type { Row } from "./merge.row.ts";
import type { MergeClientsInput, MergePreview, MergePreviewField } from "./merge.types.ts";

/**
 * What would become of clients that are merged: nothing is written.
 * @throws what `mergeClients` throws
 */
export async function previewMerge(context: Context, input: MergeClientsInput): Promise<MergePreview> {
  const { db } = context.core;
  const named = namedClients(input);
  const { survivorId, otherIds } = named;
  const rows = await findRows(db, viewerOf(context), named, false);
  const { winners, fields } = planned(context, rows, named.chosen);
  const moves: MergePreview["moves"] = [];
  for (const [kind, { count: rowsOf }] of movesOf(context.core)) {
    const count = await rowsOf({ db, survivorId, otherIds, winners });
    if (count > 0) moves.push({ kind, label: kindOfRows(kind, count, context), count });
  }
  return {
    fields: fields.flatMap((field) => shown(context, field, rows) ?? []),
    moves,
    warnings: await warnings(context, rows),
  };
}

/** Null for a field that none of them has, or that is not shown any more. */
function shown(context: Context, field: MergeField, rows: [Row, ...Row[]]): MergePreviewField | null {
  const changes = (row: Row): Differences =>
    Object.fromEntries(Object.entries(field.told(row)).map(([column, value]) => [column, [value ?? null, null]]));
  const values = rows.map((row) => {
    const parts = shownChanges(changes(row), context).flatMap(({ before }) => before ?? []);
    return { clientId: row.id, value: parts.join(" · ") || null };
  });
  const [known] = changedFields(changes(rows[0]), context);
  if (!known || values.every(({ value }) => value === null)) return null;
  // Whether hidden values are the same would tell what they are not.
  const hidden = known.sensitive && !viewerOf(context).seesContactData;
  const having = values.filter(({ value }) => value !== null);
  return {
    field: field.key,
    label: labelOf(context, field) ?? known.label,
    values,
    proposed: proposed(field, rows).id,
    differs: (hidden ? having : distinctOwners(field, rows)).length > 1,
  };
}

/** Of what holds several fields, or a part of one. */
function labelOf({ translate }: Context, { key }: MergeField): string | null {
  if (key === "taxProfile") return translate("merges.taxProfile");
  const type = addressTypes.find((one) => key === `addresses.${one}`);
  return type ? translate("merges.address", { type: translate(`clients.addressType.${type}`) }) : null;
}

async function warnings({ core, translate }: Context, rows: readonly Row[]): Promise<string[]> {
  const { rows: refused } = await sql<{ name: string }>`
    select list.name from client_list_member member join client_list list on list.id = member.list_id
    where list.newsletter and member.client_id = any(${rows.map(({ id }) => id)}::uuid[])
    group by list.id having bool_or(member.state = 'UNSUBSCRIBED') and bool_or(member.state <> 'UNSUBSCRIBED')
    order by list.name`.execute(core.db);
  const several = (column: string) => new Set(rows.flatMap((row) => row[column] ?? [])).size > 1;
  const refuses = rows.filter(({ newsletter_status: status }) => status === "UNSUBSCRIBED").length;
  return [
    ...refused.map(({ name: list }) => translate("merges.warning.newsletter", { list })),
    ...(refuses > 0 && refuses < rows.length ? [translate("merges.warning.newsletters")] : []),
    ...(several("tax_id") ? [translate("merges.warning.taxId")] : []),
    ...(several("birth_date") ? [translate("merges.warning.birthDate")] : []),
  ];
}
