import type { TextName } from "@clientela/shared/textNames";
import type { Context } from "../../context.ts";
import { changedFields } from "../clients/client.text.ts";

/** What an undo could not bring back, or left with the survivor. */
export type Left =
  | { what: "gone"; table: string; count: number; names: string[] }
  | { what: "added"; table: string; count: number }
  | { what: "changed"; column: string }
  | { what: "field"; name: string }
  | { what: "owner"; name: string };

/** The name of a kind of rows in the viewer's language. */
export const kindOfRows = (table: string, count: number, { translate }: Pick<Context, "translate">): string =>
  translate(`merges.rows.${table}` as TextName, { count });

/** What was left, one line for each. */
export const toldLeft = (all: readonly Left[], context: Context): string[] =>
  all.flatMap((left) => {
    const { translate } = context;
    switch (left.what) {
      case "added":
        return [translate("merges.left.added", { rows: kindOfRows(left.table, left.count, context) })];
      case "gone": {
        const rows = kindOfRows(left.table, left.count, context);
        const names = left.names.length > 0 ? ` (${left.names.join(", ")})` : "";
        return [translate("merges.left.gone", { rows: rows + names })];
      }
      case "changed": {
        const [field] = changedFields({ [left.column]: [null, null] }, context);
        return field ? [translate("merges.left.changed", { field: field.label })] : [];
      }
      default:
        return [translate(`merges.left.${left.what}`, { name: left.name })];
    }
  });
