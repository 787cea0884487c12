import type { ClientFilter } from "../../generated/schema.ts";
import { stateOfFilter, writeListState } from "./listState.ts";

export type ClientTab =
  | "timeline"
  | "general"
  | "contacts"
  | "tasks"
  | "appointments"
  | "files"
  | "properties"
  | "related";

/** The client list; with `create` its panel for a new client is open. */
export const clientsPath = ({ create = false }: { create?: boolean } = {}) => (create ? "/clients?new=1" : "/clients");

/** A client's record, on one of its tabs (the timeline if none is named). */
export const clientPath = (id: string, tab?: ClientTab) =>
  `/clients/${encodeURIComponent(id)}${tab && tab !== "timeline" ? `?tab=${tab}` : ""}`;

/** The client list showing what a filter matches. */
export const clientsMatching = (filter: ClientFilter) =>
  `/clients?${writeListState(new URLSearchParams(), stateOfFilter(filter))}`.replace(/\?$/, "");

/** The client list under a saved filter. */
export const savedFilterPath = ({ id, filter }: { id: string; filter: ClientFilter }) =>
  `/clients?${writeListState(new URLSearchParams({ saved: id }), stateOfFilter(filter))}`;
