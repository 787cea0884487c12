import { contactNeeded, reachable } from "@clientela/shared/clients/rules";
import { MOST_MERGED, mergeRules } from "@clientela/shared/merges/rules";
import { type Kysely, sql } from "kysely";
import { type Context, viewerOf } from "../../context.ts";
import { badInput, notFound, parseInput } from "../../core/errors.ts";
import { distinctIds, uuidOrNull } from "../../core/scalars.ts";
import type { Viewer } from "../../core/viewer.ts";
import type { Database } from "../../database/tables.ts";
import { mergedAway, survivorOf } from "../access/merged.ts";
import { visibleTo } from "../access/visible.ts";
import { customFieldsOf } from "../custom-fields/custom-field.references.ts";
import { settingsOf } from "../settings/settings.cache.ts";
import { type MergeField, mergeFields, taxParts, usual } from "./merge.fields.ts";
import { type Row, rowOf } from "./merge.row.ts";
import type { MergeClientsInput } from "./merge.types.ts";

export interface Named {
  survivorId: string;
  otherIds: string[];
  /** Of each field that somebody chose for the client whose value wins. */
  chosen: Record<string, string>;
}

/**
 * The clients that an input names, each once.
 * @throws BAD_USER_INPUT; NOT_FOUND for what is no id
 */
export function namedClients(input: MergeClientsInput): Named {
  const parsed = parseInput(mergeRules, input);
  const survivorId = uuidOrNull(parsed.survivorId);
  const otherIds = distinctIds(parsed.otherIds);
  if (otherIds.includes(survivorId)) throw badInput({ path: "otherIds", key: "errors.mergedWithItself" });
  if (otherIds.length >= MOST_MERGED) {
    throw badInput({ path: "otherIds", key: "errors.tooManyMerged", params: { max: MOST_MERGED } });
  }
  if (!survivorId || otherIds.includes(null)) throw notFound();
  const chosen = Object.entries(parsed.fields).map(([key, id]) => {
    const wanted = uuidOrNull(id);
    if (wanted !== survivorId && !otherIds.includes(wanted))
      throw badInput({ path: `fields.${key}`, key: "errors.notMerged" });
    return [key.replace(/^custom\./, "customFields."), wanted];
  });
  return { survivorId, otherIds: otherIds as string[], chosen: Object.fromEntries(chosen) };
}

/**
 * The clients' rows, the survivor's first.
 * @throws NOT_FOUND when the viewer does not see one of them; ILLEGAL_STATE for one that was merged
 */
export async function findRows(
  db: Kysely<Database>,
  viewer: Viewer,
  { survivorId, otherIds }: Pick<Named, "survivorId" | "otherIds">,
  lock: boolean,
): Promise<[Row, ...Row[]]> {
  const ids = [survivorId, ...otherIds];
  const { rows } = await sql<{ row: Row }>`select ${rowOf} as row from client
    where client.id = any(${ids}::uuid[]) and ${visibleTo(viewer)}
    order by client.id ${lock ? sql`for update` : sql``}`.execute(db);
  const found = new Map(rows.map(({ row }) => [row.id, row]));
  const missing = ids.find((id) => !found.has(id));
  if (missing) {
    const survivor = await survivorOf(db, viewer, missing);
    throw survivor ? mergedAway(survivor) : notFound();
  }
  return ids.map((id) => found.get(id)) as [Row, ...Row[]];
}

/** What the clients have, in the order in which it is shown; values of fields whose values are gone are not. */
export const fieldsOf = ({ core }: Context, rows: readonly Row[]): MergeField[] =>
  mergeFields(
    rows,
    customFieldsOf(core)
      .list()
      .filter(({ purged }) => !purged)
      .map(({ key }) => key),
  );

/**
 * The survivor's row as it will be, and whose value of each field wins.
 * @throws BAD_USER_INPUT on `fields` for what is no field, and for a choice that an edit would not allow either
 */
export function planned(context: Context, rows: [Row, ...Row[]], chosen: Named["chosen"]) {
  const [survivor] = rows;
  const fields = fieldsOf(context, rows);
  const byId = new Map(rows.map((row) => [row.id, row]));
  refuseUnknown(context, fields, chosen);
  const after = structuredClone(survivor);
  const winners: Record<string, string> = {};
  for (const field of fields) {
    const choice = byId.get(chosen[field.key] ?? "");
    const winner = choice ?? usual(field, rows);
    winners[field.key] = winner.id;
    if (!choice && field.unite) field.unite(after, rows);
    else if (winner !== survivor) field.give(after, winner);
  }
  for (const part of taxParts) {
    const winner = byId.get(chosen[part.key] ?? "");
    if (winner) part.give(after, winner);
  }
  refuseLoss(context, survivor, after);
  if (rows.some((row) => row.newsletter_status === "UNSUBSCRIBED") && after.newsletter_status !== "UNSUBSCRIBED")
    throw badInput({ path: "fields.newsletterStatus", key: "errors.refusalWins" });
  return { after, winners, fields };
}

function refuseUnknown({ core }: Context, fields: MergeField[], chosen: Named["chosen"]): void {
  const known = new Set([...fields, ...taxParts].map(({ key }) => key));
  for (const { key } of customFieldsOf(core).active()) known.add(`customFields.${key}`);
  const unknown = Object.keys(chosen).find((key) => !known.has(key));
  if (unknown !== undefined) throw badInput({ path: `fields.${unknown}`, key: "errors.notMergeable" });
}

/** Somebody may choose an empty value, but not of what a client needs. */
function refuseLoss(context: Context, before: Row, after: Row): void {
  const { kind } = viewerOf(context);
  if (kind !== "user") return;
  const needs = contactNeeded(settingsOf(context.core).current);
  if (needs === "email" && before.email && !after.email)
    throw badInput({ path: "fields.email", key: "errors.required" });
  if (needs === "either" && reachable(before) && !reachable(after))
    throw badInput({ path: "fields.email", key: "errors.emailOrPhone" });
  const lost = customFieldsOf(context.core)
    .active()
    .find(({ key, required }) => required && Object.hasOwn(before.custom, key) && !Object.hasOwn(after.custom, key));
  if (lost) throw badInput({ path: `fields.customFields.${lost.key}`, key: "errors.required" });
}
