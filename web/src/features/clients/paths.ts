import { newClientParameter, paths } from "@clientela/shared/paths";
import type { ClientFilter } from "../../generated/schema.ts";
import { listState, stateOfFilter } from "./list/listState.ts";

let lastView = "";

/** Notes which view of the list is on screen, for the ways back to it. */
export function rememberView(search: URLSearchParams): void {
  const view = new URLSearchParams(search);
  view.delete(newClientParameter);
  lastView = view.toString();
}

/** The client list as it was last seen: its filters, its order. */
export const lastClientsPath = () => (lastView ? `${paths.clients}?${lastView}` : paths.clients);

/** The client list; with `create` its panel for a new client is open. */
export const clientsPath = ({ create = false }: { create?: boolean } = {}) =>
  create ? `${paths.clients}?${newClientParameter}=1` : paths.clients;

/** The client list showing what a filter matches. */
export const clientsMatching = (filter: ClientFilter) =>
  `${paths.clients}?${listState.write(new URLSearchParams(), stateOfFilter(filter))}`.replace(/\?$/, "");

/** The client list under a saved filter. */
export const savedFilterPath = ({ id, filter }: { id: string; filter: ClientFilter }) =>
  `${paths.clients}?${listState.write(new URLSearchParams({ saved: id }), stateOfFilter(filter))}`;
