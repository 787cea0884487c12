import { channels, clientKinds, clientStatuses } from "@clientela/shared/clients/words";
import { newsletterStatuses } from "@clientela/shared/lists/words";
import type { DateFilter } from "../../../components/dateFilter.ts";
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
import { dateRange, many, order, text, urlState } from "../../../lists/urlState.ts";
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

const values = {
  status: many("status", clientStatuses),
  tagIds: many("tag"),
  listIds: many("list"),
  ownerIds: many("owner"),
  teamIds: many("team"),
  kind: many("kind", clientKinds),
  country: many("country"),
  region: many("region"),
  city: many("city"),
  postalCode: many("postal"),
  language: many("language"),
  channel: many("channel", channels),
  newsletterStatus: many("newsletter", newsletterStatuses),
};
const valuesKeys = Object.keys(values) as ValuesKey[];
/** In the order the page shows them. */
const filterKeys: readonly ClientFilterKey[] = ["search", ...valuesKeys, "created", "customFields"];

/** The list's state in the address. */
export const listState = urlState<ClientListState>({
  search: text("q"),
  ...values,
  created: dateRange("created"),
  customFields: { name: "field", read: readConditions, write: (conditions) => conditions.map(writeCondition) },
  order: order("sort", orderNames, defaultOrder),
});

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
    ...(Object.fromEntries(
      valuesKeys.map((key) => [
        key,
        [...(hasNone(key) && filter[noneOf[key]] ? [nobody] : []), ...(filter[key] ?? [])],
      ]),
    ) as unknown as ClientListValues),
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
