import type { ClientColumn, Move } from "../../client-column.ts";
import type { Core } from "../../context.ts";
import { onceFor } from "../../core/once-for.ts";

const known = onceFor((_core: Core) => new Map<string, Move>());

/** Tells what all modules have that refers to clients. */
export function declareClientColumns(core: Core, columns: readonly ClientColumn[]): void {
  for (const { table, onMerge } of columns) if (typeof onMerge !== "string") known(core).set(table, onMerge);
}

/** How the rows of each table move that go with a client. */
export const movesOf = (core: Core): ReadonlyMap<string, Move> => known(core);
