import type { ClientFilter, ClientSelection } from "../../../../generated/schema.ts";

/** What is ticked in a list: rows by id, or everything that the list's filter matches. */
export interface Selected {
  ids: ReadonlySet<string>;
  all: boolean;
  /** The row ticked last, from which a range goes on. */
  from: string | null;
}

export const nothingSelected: Selected = { ids: new Set(), all: false, from: null };

/** Whether a row is ticked. */
export const isSelected = ({ ids, all }: Selected, id: string): boolean => all || ids.has(id);

/**
 * Ticks or unticks a row; with `range` all rows since the one ticked last become like this one. Unticking one while
 * everything is selected leaves the other rows that are loaded.
 * @param rows ids of the loaded rows, in their order.
 */
export function toggleRow(selected: Selected, rows: readonly string[], id: string, range: boolean): Selected {
  const ids = new Set(selected.all ? rows : selected.ids);
  const wanted = !isSelected(selected, id);
  const [start, end] = [rows.indexOf(selected.from ?? ""), rows.indexOf(id)].sort((a, b) => a - b);
  const touched = range && start !== undefined && start >= 0 ? rows.slice(start, (end ?? start) + 1) : [id];
  for (const each of touched) {
    if (wanted) ids.add(each);
    else ids.delete(each);
  }
  return { ids, all: false, from: id };
}

/** Ticks all rows that are loaded, or unticks everything when they all were. */
export function toggleLoaded(selected: Selected, rows: readonly string[]): Selected {
  if (rows.every((id) => isSelected(selected, id))) return nothingSelected;
  return { ids: new Set(rows), all: false, from: null };
}

/** What is selected, as the API names it. */
export const apiSelection = ({ ids, all }: Selected, filter: ClientFilter | undefined): ClientSelection =>
  all ? { filter: filter ?? {} } : { ids: [...ids] };
