import { clientStatuses } from "@clientela/shared/clients/rules";
import { type DateFilter, readDateFilter, writeDateFilter } from "../../components/dateFilter.ts";
import type { ClientFilter, ClientOrder, ClientOrderField, ClientStatus } from "../../generated/schema.ts";

/** What the client list shows, as its URL says it. */
export interface ClientListState {
  search: string;
  status: ClientStatus[];
  tagIds: string[];
  ownerIds: string[];
  created: DateFilter | null;
  order: ClientOrder;
}

export type ClientFilterKey = Exclude<keyof ClientListState, "order">;

export const defaultOrder: ClientOrder = { field: "CREATED_AT", direction: "DESC" };

const orderNames = {
  name: "NAME",
  email: "EMAIL",
  status: "STATUS",
  created: "CREATED_AT",
  activity: "LAST_INTERACTION_AT",
} as const satisfies Record<string, ClientOrderField>;

/** Reads the list's state from a URL's query; whatever is not understood is left out. */
export function readListState(params: URLSearchParams): ClientListState {
  return {
    search: params.get("q") ?? "",
    status: list(params, "status").filter((value): value is ClientStatus =>
      (clientStatuses as readonly string[]).includes(value),
    ),
    tagIds: list(params, "tag"),
    ownerIds: list(params, "owner"),
    created: readDateFilter(params.get("created")),
    order: readOrder(params.get("sort")),
  };
}

/** Writes a state into a copy of the query, leaving what belongs to others (an open panel) alone. */
export function writeListState(params: URLSearchParams, state: ClientListState): URLSearchParams {
  const next = new URLSearchParams(params);
  const put = (key: string, value: string | null) => (value ? next.set(key, value) : next.delete(key));
  put("q", state.search);
  put("status", state.status.join(","));
  put("tag", state.tagIds.join(","));
  put("owner", state.ownerIds.join(","));
  put("created", writeDateFilter(state.created));
  put("sort", writeOrder(state.order));
  return next;
}

/** The API's filter of a state; undefined where nothing is filtered. */
export function filterOf({ search, status, tagIds, ownerIds, created }: ClientListState): ClientFilter | undefined {
  const filter: ClientFilter = {
    ...(search.trim() && { search: search.trim() }),
    ...(status.length && { status }),
    ...(tagIds.length && { tagIds }),
    ...(ownerIds.length && { ownerIds }),
    ...(created && { createdAt: created }),
  };
  return Object.keys(filter).length ? filter : undefined;
}

/** The filters that are set, in the order the page shows them. */
export function activeFilters(state: ClientListState): ClientFilterKey[] {
  const keys: ClientFilterKey[] = ["search", "status", "tagIds", "ownerIds", "created"];
  return keys.filter((key) => {
    const value = state[key];
    return Array.isArray(value) ? value.length > 0 : Boolean(value);
  });
}

/** The state without one filter. */
export const withoutFilter = (state: ClientListState, key: ClientFilterKey): ClientListState => ({
  ...state,
  [key]: key === "search" ? "" : key === "created" ? null : [],
});

/** The next order when a person chooses a column: dates start with the newest, texts with A; again turns it round. */
export function orderAfterClick(current: ClientOrder, field: ClientOrderField): ClientOrder {
  if (current.field === field) return { field, direction: current.direction === "ASC" ? "DESC" : "ASC" };
  return { field, direction: field === "CREATED_AT" || field === "LAST_INTERACTION_AT" ? "DESC" : "ASC" };
}

const list = (params: URLSearchParams, key: string) => (params.get(key) ?? "").split(",").filter(Boolean);

function readOrder(value: string | null): ClientOrder {
  const name = value?.replace(/^-/, "") ?? "";
  if (!Object.hasOwn(orderNames, name)) return defaultOrder;
  return { field: orderNames[name as keyof typeof orderNames], direction: value?.startsWith("-") ? "DESC" : "ASC" };
}

function writeOrder({ field, direction }: ClientOrder): string | null {
  if (field === defaultOrder.field && direction === defaultOrder.direction) return null;
  const name = Object.entries(orderNames).find(([, value]) => value === field)?.[0];
  return `${direction === "DESC" ? "-" : ""}${name}`;
}
