import {
  type ClientFieldKey,
  clientField,
  clientFields,
  type TextFieldKey,
  textFields,
} from "@clientela/shared/clients/fields";
import type { createClientRules, updateClientRules } from "@clientela/shared/clients/rules";
import type { CustomValues } from "@clientela/shared/custom-fields/rules";
import { isContactType } from "@clientela/shared/custom-fields/types";
import { isReservedKey, valueUnder } from "@clientela/shared/records";
import type { z } from "zod";
import type { AddressType, CreateClientInput } from "../../../generated/schema.ts";
import type { CustomField } from "../../../hooks/useCustomFields.ts";
import { type ClientRecord, customValuesOf, type TaxKey } from "../clientValues.ts";

export type ClientFormValues = z.input<ReturnType<typeof createClientRules>>;
export type ClientFormResult = z.output<ReturnType<typeof updateClientRules>>;

export const emptyAddress = (type: AddressType) => ({
  type,
  line1: null,
  line2: null,
  city: null,
  region: null,
  postalCode: null,
  country: null,
});

/** The name of a custom field in a form: the form's library sets nothing under a reserved one. */
export const formKeyOf = (key: string): string => (isReservedKey(key) ? `$${key}` : key);

const valuesByField = (customFields: CustomValues | undefined): CustomValues =>
  Object.fromEntries(Object.entries(customFields ?? {}).map(([key, value]) => [key.replace(/^\$/, ""), value]));

const taxKeys: TaxKey[] = ["legalName", "country", "idType", "taxId", "checkDigit", "rucType", "fiscalCode"];

const textsOf = (textOf: (key: TextFieldKey) => string | null) =>
  Object.fromEntries(textFields.map((key) => [key, textOf(key)])) as Record<TextFieldKey, string | null>;

/** The form's values before anyone typed: every field, so that none starts as undefined. */
export const emptyFormValues = (fields: readonly CustomField[]): ClientFormValues => ({
  customFields: Object.fromEntries(fields.map(({ key }) => [formKeyOf(key), null])),
  ...textsOf(() => null),
  kind: "COMPANY",
  name: "",
  taxProfile: Object.fromEntries(taxKeys.map((key) => [key, null])),
  addresses: [emptyAddress("MAIN")],
  ownerId: null,
  teamId: null,
  tagIds: [],
});

/** Fields that may be hidden from the viewer [F209]. */
export const sensitiveKeys = (Object.keys(clientFields) as ClientFieldKey[]).filter(
  (key) => clientField(key).sensitive,
);

/** A record as the form shows it, without the fields that the viewer gets masked: a mask must not be saved. */
export function formValuesOf(
  client: ClientRecord,
  without: readonly ClientFieldKey[],
  fields: readonly CustomField[],
): ClientFormValues {
  const values = Object.entries(allValuesOf(client)).filter(([key]) => !without.some((hidden) => hidden === key));
  const custom = customValuesOf(client);
  const customFields = Object.fromEntries(fields.map(({ key }) => [formKeyOf(key), valueUnder(custom, key) ?? null]));
  return { ...Object.fromEntries(values), customFields } as ClientFormValues;
}

/** The business's own fields that the viewer may see, and so write, in a client's form. */
export const writableFields = (fields: readonly CustomField[], { viewerCan }: ClientRecord) =>
  fields.filter(({ type }) => viewerCan.seeContactData || !isContactType(type));

const allValuesOf = (client: ClientRecord): Omit<ClientFormValues, "customFields"> => ({
  ...textsOf((key) => client[key]),
  kind: client.kind,
  name: client.name,
  taxProfile: Object.fromEntries(taxKeys.map((key) => [key, client.taxProfile[key]])),
  addresses: client.addresses.length ? client.addresses.map(plainAddress) : [emptyAddress("MAIN")],
  ownerId: client.owner?.id ?? null,
  teamId: client.team?.id ?? null,
  tagIds: client.tags.map(({ id }) => id),
});

/** The input of creation: only filled fields, so that the server's defaults hold for the rest. */
export function createInputOf(values: ClientFormResult): CreateClientInput {
  const { addresses, taxProfile, customFields, ...rest } = values;
  const custom = Object.entries(valuesByField(customFields)).filter(([, value]) => value !== null);
  const filled = Object.entries(rest).filter(([, value]) => value != null && !(Array.isArray(value) && !value.length));
  const tax = Object.entries(taxProfile ?? {}).filter(([, value]) => value != null);
  const places = (addresses ?? []).filter(isFilled);
  return {
    ...(Object.fromEntries(filled) as unknown as CreateClientInput),
    ...(tax.length && { taxProfile: Object.fromEntries(tax) }),
    ...(places.length && { addresses: places }),
    ...(custom.length && { customFields: Object.fromEntries(custom) }),
  };
}

/** The record as the form's result makes it; people and tags by the names that were chosen from. */
export function recordOf(
  client: ClientRecord,
  { ownerId, teamId, tagIds, addresses, taxProfile, customFields, ...rest }: ClientFormResult,
  from: { users: Named[]; teams: Named[]; tags: ClientRecord["tags"] },
): ClientRecord {
  const named = (present: Named | null | undefined, all: Named[], id: string | null | undefined) =>
    present?.id === id ? present : (all.find((each) => each.id === id) ?? null);
  return {
    ...client,
    ...rest,
    taxProfile: { ...client.taxProfile, ...taxProfile },
    customFields: { ...customValuesOf(client), ...valuesByField(customFields) },
    addresses: (addresses ?? [])
      .filter(isFilled)
      .map((address) => ({ __typename: "Address", ...address })) as ClientRecord["addresses"],
    owner: named(client.owner, from.users, ownerId) as ClientRecord["owner"],
    team: named(client.team, from.teams, teamId) as ClientRecord["team"],
    tags: (tagIds ?? []).flatMap((id) => [...client.tags, ...from.tags].find((tag) => tag.id === id) ?? []),
  } as ClientRecord;
}

interface Named {
  id: string;
  name: string;
}

const isFilled = ({ type: _, ...parts }: object & { type?: unknown }): boolean =>
  Object.entries(parts).some(([key, value]) => key !== "__typename" && Boolean(value));

const plainAddress = ({
  type,
  line1,
  line2,
  city,
  region,
  postalCode,
  country,
}: ClientRecord["addresses"][number]) => ({
  type,
  line1,
  line2,
  city,
  region,
  postalCode,
  country,
});
