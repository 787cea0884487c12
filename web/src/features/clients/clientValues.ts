import { type ClientFieldKey, clientFields } from "@clientela/shared/clients/fields";
import type { CustomValues } from "@clientela/shared/custom-fields/rules";
import type { CustomValue } from "@clientela/shared/custom-fields/types";
import { valueUnder } from "@clientela/shared/records";
import type { UpdateClientInput } from "../../generated/schema.ts";
import type { ClientRecord_ClientFragment } from "./clients.generated.ts";

export type ClientRecord = ClientRecord_ClientFragment;
export type TaxKey = keyof ClientRecord["taxProfile"];
/** A field of the record: one of the registry, or one that the business defined. */
export type RecordKey = ClientFieldKey | `customFields.${string}`;

const allKeys = Object.keys(clientFields) as ClientFieldKey[];

/** The part of the tax profile a registry key names, or null: `taxProfile.taxId` → `taxId`. */
export const taxKeyOf = (key: RecordKey): TaxKey | null =>
  key.startsWith("taxProfile.") ? (key.slice("taxProfile.".length) as TaxKey) : null;

/** The key of a field that the business defined, or null: `customFields.level` → `level`. */
export const customKeyOf = (key: RecordKey): string | null =>
  key.startsWith("customFields.") ? key.slice("customFields.".length) : null;

/** What a record holds in the fields that the business defined. */
export const customValuesOf = (client: ClientRecord) => (client.customFields ?? {}) as Record<string, CustomValue>;

/** A record's value in a field. Newsletters are left out: a page may show them outdated. */
export function fieldValue(client: ClientRecord, key: RecordKey): unknown {
  const custom = customKeyOf(key);
  if (custom) return valueUnder(customValuesOf(client), custom) ?? null;
  const tax = taxKeyOf(key);
  if (key === "lists") return client.lists.filter(({ newsletter }) => !newsletter);
  return tax ? client.taxProfile[tax] : client[key as Exclude<ClientFieldKey, `taxProfile.${string}`>];
}

/** A copy of the record with another value in a field. */
export function withValue(client: ClientRecord, key: RecordKey, value: unknown): ClientRecord {
  const custom = customKeyOf(key);
  if (custom) return { ...client, customFields: { ...customValuesOf(client), [custom]: value } };
  if (key === "lists") {
    const newsletters = client.lists.filter(({ newsletter }) => newsletter);
    return { ...client, lists: [...newsletters, ...(value as ClientRecord["lists"])] };
  }
  const tax = taxKeyOf(key);
  return tax ? { ...client, taxProfile: { ...client.taxProfile, [tax]: value } } : { ...client, [key]: value };
}

/** Whether two values of a field are the same: people, teams and tags compare by id, tags in any order. */
export const sameValue = (one: unknown, other: unknown): boolean =>
  JSON.stringify(comparable(one)) === JSON.stringify(comparable(other));

/** Whether two records hold the same under a key. */
export const sameUnder = (a: ClientRecord, b: ClientRecord, key: RecordKey): boolean =>
  sameValue(fieldValue(a, key), fieldValue(b, key));

const keysOf = (...clients: ClientRecord[]): RecordKey[] => {
  const custom = new Set(clients.flatMap((client) => Object.keys(customValuesOf(client))));
  return [...allKeys, ...[...custom].map((key) => `customFields.${key}` as const)];
};

/** The fields in which two records differ. */
export const changedKeys = (before: ClientRecord, after: ClientRecord): RecordKey[] =>
  keysOf(before, after).filter((key) => !sameUnder(before, after, key));

/** What a record holds, by field. */
export type ClientValues = Record<RecordKey, unknown>;
export const valuesOf = (client: ClientRecord) =>
  Object.fromEntries(keysOf(client).map((key) => [key, fieldValue(client, key)])) as ClientValues;

/** A copy of the record with other values in some fields. */
export const withValues = (client: ClientRecord, values: Partial<ClientValues>): ClientRecord =>
  (Object.keys(values) as RecordKey[]).reduce((result, key) => withValue(result, key, values[key]), client);

/** The API's input that sets the named fields of a record and leaves the others alone. */
export function inputOf(client: ClientRecord, keys: readonly RecordKey[]): UpdateClientInput {
  const input: Record<string, unknown> = {};
  const custom: CustomValues = {};
  for (const key of keys) {
    const customKey = customKeyOf(key);
    if (customKey) custom[customKey] = valueUnder(customValuesOf(client), customKey) ?? null;
    // The API takes the tax profile as a whole: a part left out would be cleared.
    else if (taxKeyOf(key)) input.taxProfile = withoutTypename(client.taxProfile);
    else if (key === "owner") input.ownerId = client.owner?.id ?? null;
    else if (key === "team") input.teamId = client.team?.id ?? null;
    else if (key === "tags") input.tagIds = client.tags.map(({ id }) => id);
    else if (key === "lists") input.listIds = (fieldValue(client, key) as ClientRecord["lists"]).map(({ id }) => id);
    else if (key === "addresses") input.addresses = client.addresses.map(withoutTypename);
    else input[key] = fieldValue(client, key) ?? null;
  }
  if (Object.keys(custom).length) input.customFields = custom;
  return input;
}

function comparable(value: unknown): unknown {
  if (value === undefined || value === "") return null;
  if (Array.isArray(value)) {
    const parts = value.map(comparable);
    return parts.every((part) => typeof part === "string") ? parts.sort() : parts;
  }
  if (typeof value !== "object" || value === null) return value;
  if ("id" in value) return value.id;
  const parts = Object.entries(value).filter(([key, part]) => key !== "__typename" && part != null && part !== "");
  return Object.fromEntries(parts.sort(([a], [b]) => (a < b ? -1 : 1)));
}

const withoutTypename = <T extends object>(value: T): T => {
  const { __typename: _, ...rest } = value as T & { __typename?: string };
  return rest as T;
};
