import { channels, clientKinds, clientStatuses } from "@clientela/shared/clients/words";
import { newsletterStatuses } from "@clientela/shared/lists/words";
import { type DateFilter, readDateFilter, writeDateFilter } from "../../../components/dateFilter.ts";
import type {
  Channel,
  ClientFilter,
  ClientKind,
  ClientOrder,
  ClientOrderField,
  ClientStatus,
  CustomFieldCondition,
  NewsletterStatus,
} from "../../../generated/schema.ts";
import { readConditions, writeCondition } from "./filters/customConditions.ts";

/** The filters that are any of several values, by their name in the API's filter. */
export interface ClientListValues {
  status: ClientStatus[];
  tagIds: string[];
  listIds: string[];
  ownerIds: string[];
  teamIds: string[];
  kind: ClientKind[];
  country: string[];
  region: string[];
  city: string[];
  postalCode: string[];
  language: string[];
  channel: Channel[];
  newsletterStatus: NewsletterStatus[];
}

/** What the client list shows, as its URL says it. */
export interface ClientListState extends ClientListValues {
  search: string;
  created: DateFilter | null;
  customFields: CustomFieldCondition[];
  order: ClientOrder;
}

export type ClientFilterKey = Exclude<keyof ClientListState, "order">;
export type ValuesKey = keyof ClientListValues;

/** Stands among the people or teams of a filter for having none. */
export const nobody = "none";
/** The API's name for that. */
const noneOf = { ownerIds: "withoutOwner", teamIds: "withoutTeam" } as const satisfies Partial<
  Record<ValuesKey, keyof ClientFilter>
>;

export const defaultOrder: ClientOrder = { field: "CREATED_AT", direction: "DESC" };

const orderNames = {
  name: "NAME",
  email: "EMAIL",
  status: "STATUS",
  created: "CREATED_AT",
  activity: "LAST_INTERACTION_AT",
} as const satisfies Record<string, ClientOrderField>;

/** Each filter's name in the URL and, where they are fixed, its values. */
const valuesInUrl = {
  status: { name: "status", known: clientStatuses },
  tagIds: { name: "tag" },
  listIds: { name: "list" },
  ownerIds: { name: "owner" },
  teamIds: { name: "team" },
  kind: { name: "kind", known: clientKinds },
  country: { name: "country" },
  region: { name: "region" },
  city: { name: "city" },
  postalCode: { name: "postal" },
  language: { name: "language" },
  channel: { name: "channel", known: channels },
  newsletterStatus: { name: "newsletter", known: newsletterStatuses },
} as const satisfies Record<ValuesKey, { name: string; known?: readonly string[] }>;

const valuesKeys = Object.keys(valuesInUrl) as ValuesKey[];
/** In the order the page shows them. */
const filterKeys: readonly ClientFilterKey[] = ["search", ...valuesKeys, "created", "customFields"];

/** Reads the list's state from a URL's query; whatever is not understood is left out. */
export function readListState(params: URLSearchParams): ClientListState {
  return {
    ...readValues((key) => readList(params, valuesInUrl[key].name)),
    search: params.get("q") ?? "",
    created: readDateFilter(params.get("created")),
    customFields: readConditions(params.getAll("field")),
    order: readOrder(params.get("sort")),
  };
}

/** Writes a state into a copy of the query, leaving what belongs to others (an open panel) alone. */
export function writeListState(params: URLSearchParams, state: ClientListState): URLSearchParams {
  const next = new URLSearchParams(params);
  const put = (key: string, value: string | null) => (value ? next.set(key, value) : next.delete(key));
  put("q", state.search);
  for (const key of valuesKeys) put(valuesInUrl[key].name, state[key].map(escapeComma).join(","));
  put("created", writeDateFilter(state.created));
  next.delete("field");
  for (const condition of state.customFields) next.append("field", writeCondition(condition));
  put("sort", writeOrder(state.order));
  return next;
}

/** The API's filter of a state; undefined where nothing is filtered. */
export function filterOf(state: ClientListState): ClientFilter | undefined {
  const { search, created, customFields } = state;
  const filter: ClientFilter = {
    ...(search.trim() && { search: search.trim() }),
    ...Object.fromEntries(valuesKeys.flatMap((key) => conditionsOf(key, state[key]))),
    ...(created && { createdAt: created }),
    ...(customFields.length && { customFields }),
  };
  return Object.keys(filter).length ? filter : undefined;
}

/** The state that shows what a filter matches, in the usual order: the opposite of {@link filterOf}. */
export function stateOfFilter(filter: ClientFilter): ClientListState {
  const { preset, from, to } = filter.createdAt ?? {};
  return {
    ...readValues((key) => [...(hasNone(key) && filter[noneOf[key]] ? [nobody] : []), ...(filter[key] ?? [])]),
    search: filter.search ?? "",
    created: preset ? { preset } : from || to ? { from: from ?? null, to: to ?? null } : null,
    customFields: filter.customFields ?? [],
    order: defaultOrder,
  };
}

/** The filters that are set, in the order the page shows them. */
export function activeFilters(state: ClientListState): ClientFilterKey[] {
  return filterKeys.filter((key) => {
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

const hasNone = (key: ValuesKey): key is keyof typeof noneOf => Object.hasOwn(noneOf, key);

function conditionsOf(key: ValuesKey, values: readonly string[]): [string, unknown][] {
  const named = hasNone(key) ? values.filter((value) => value !== nobody) : values;
  return [
    ...(named.length > 0 ? [[key, named] as [string, unknown]] : []),
    ...(hasNone(key) && named.length < values.length ? [[noneOf[key], true] as [string, unknown]] : []),
  ];
}

function readValues(read: (key: ValuesKey) => readonly string[]): ClientListValues {
  const entries = valuesKeys.map((key) => {
    const field = valuesInUrl[key];
    const known: readonly string[] | null = "known" in field ? field.known : null;
    return [key, read(key).filter((value) => !known || known.includes(value))];
  });
  return Object.fromEntries(entries) as ClientListValues;
}

/** A value may have a comma of its own, as in `Washington, D. C.`. */
const escapeComma = (value: string) => value.replaceAll("%", "%25").replaceAll(",", "%2C");
const readList = (params: URLSearchParams, key: string) =>
  (params.get(key) ?? "")
    .split(",")
    .map((value) => value.replaceAll("%2C", ",").replaceAll("%25", "%"))
    .filter(Boolean);

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
