import { type GraphQLNamedType, isObjectType } from "graphql";
import { KEY_COLUMN, MEMBER_COLUMN } from "./columns.ts";
import type { Page } from "./connection.ts";
import { encode, type PageState } from "./keyset.ts";

/**
 * A page's rows in the order they were read: from the end when backward. There is one more than its size if the list
 * goes on.
 */
export interface PageRows {
  state: PageState;
  size: number;
  rows?: PageRow[];
  total?: number;
}
interface PageRow {
  [KEY_COLUMN]?: (string | null)[];
  [MEMBER_COLUMN]?: unknown;
}

/**
 * A page's rows as the connection that GraphQL shows.
 *
 * @throws Error when a key of the order is null: such rows would be lost between pages
 */
export function toConnection({ state, size, rows = [], total }: PageRows): Page {
  const shown = rows.slice(0, size);
  if (state.backward) shown.reverse();
  const nodeOf = (row: PageRow) => (MEMBER_COLUMN in row ? row[MEMBER_COLUMN] : row);
  const cursorOf = (row: PageRow) => (row[KEY_COLUMN] ? encode(state.list, row[KEY_COLUMN]) : "");
  const [first, last] = [shown.at(0), shown.at(-1)];
  const more = rows.length > size;
  return {
    nodes: shown.map(nodeOf),
    get edges() {
      return shown.map((row) => ({ node: nodeOf(row), cursor: cursorOf(row) }));
    },
    pageInfo: {
      hasNextPage: state.before || (!state.backward && more),
      hasPreviousPage: state.after || (state.backward && more),
      startCursor: first ? cursorOf(first) : null,
      endCursor: last ? cursorOf(last) : null,
    },
    totalCount: total as number,
  };
}

/** Whether a type is a connection, known by its fields. */
export function isConnection(type: GraphQLNamedType): boolean {
  if (!isObjectType(type)) return false;
  const { nodes, edges, pageInfo } = type.getFields();
  return Boolean(nodes && edges && pageInfo);
}
