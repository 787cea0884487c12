import { isDeepStrictEqual } from "node:util";
import { type ClientFieldKey, clientFields } from "@clientela/shared/clients/fields";
import { addressTypes, type ClientStatus, maxAddresses } from "@clientela/shared/clients/words";
import type { newsletterStatuses } from "@clientela/shared/lists/words";
import { isEmpty, type Row } from "./merge.row.ts";

/** Something of a client that is one client's as a whole once they are merged. */
export interface MergeField {
  /** As FieldChange has it; an address by its type, a tax profile whole. */
  key: string;
  /** Null where there is none. */
  of(row: Row): unknown;
  /** The same by column, as the ledger would tell it. */
  told(row: Row): Record<string, unknown>;
  /** How much it says: parts, or words. */
  size(value: unknown): number;
  /** Gives a row what another has. */
  give(to: Row, from: Row): void;
  /** The proposal holds even if the survivor has a value. */
  always?: true;
  /** Gives a row what all have, where nobody chose one of them. */
  unite?(to: Row, all: readonly Row[]): void;
}

type NewsletterStatus = (typeof newsletterStatuses)[number];

/** Which status says more of what somebody is to the business. */
const statusRank: Record<ClientStatus, number> = { CLIENT: 3, PROSPECT: 2, INACTIVE: 1 };
/** A refusal wins, and after that who agreed. */
const newsletterRank: Record<NewsletterStatus, number> = { UNSUBSCRIBED: 4, SUBSCRIBED: 3, PENDING: 2, NEVER: 1 };

const words = (value: unknown) => String(value).trim().split(/\s+/).length;

function column(
  key: string,
  name: string,
  { with: companion, ...how }: Partial<MergeField> & { with?: string } = {},
): MergeField {
  return {
    key,
    of: (row) => (isEmpty(row[name]) ? null : row[name]),
    told: (row) => ({ [name]: row[name] }),
    size: () => 1,
    give(to, from) {
      to[name] = from[name] ?? null;
      if (companion) to[companion] = from[companion] ?? null;
    },
    ...how,
  };
}

const particular: Partial<Record<ClientFieldKey, Parameters<typeof column>[2]>> = {
  name: { size: words },
  email: { with: "email_shared" },
  status: { size: (value) => statusRank[value as ClientStatus], always: true },
  newsletterStatus: { size: (value) => newsletterRank[value as NewsletterStatus], always: true },
  // The name of a contact, which the contacts themselves decide.
  contactPerson: { give: () => undefined },
};
const parted = (key: string) => key.startsWith("taxProfile.") || ["addresses", "tags", "lists"].includes(key);
const columns = Object.entries(clientFields)
  .filter(([key]) => !parted(key))
  .map(([key, field]) => column(key, field.column, particular[key as ClientFieldKey]));

/** The parts of a tax profile, each by itself only where somebody says so. */
export const taxParts = Object.entries(clientFields)
  .filter(([key]) => key.startsWith("taxProfile."))
  .map(([key, field]) => column(key, field.column));
const taxProfile: MergeField = {
  key: "taxProfile",
  of(row) {
    const parts = taxParts.map((part) => part.of(row));
    return parts.every((part) => part === null) ? null : parts;
  },
  told: (row) => Object.assign({}, ...taxParts.map((part) => part.told(row))),
  size: (value) => (value as unknown[]).filter((part) => part !== null).length,
  give(to, from) {
    for (const part of taxParts) part.give(to, from);
  },
};

export const addressesOf = ({ addresses }: Row, type: string) => addresses.filter((one) => one.type === type);
const addresses = addressTypes.map(
  (type): MergeField => ({
    key: `addresses.${type}`,
    of(row) {
      const found = addressesOf(row, type);
      return found.length > 0 ? found : null;
    },
    told: (row) => ({ addresses: addressesOf(row, type) }),
    size: (value) => (value as object[]).flatMap((one) => Object.values(one).filter((part) => !isEmpty(part))).length,
    give(to, from) {
      to.addresses = withAddresses(to, type, addressesOf(from, type));
    },
    ...(type === "SHIPPING" && { unite: uniteShipping }),
  }),
);

/** Goods may go to any number of places, as many as a client has room for. */
function uniteShipping(to: Row, all: readonly Row[]): void {
  const places: Row["addresses"] = [];
  for (const place of all.flatMap((row) => addressesOf(row, "SHIPPING"))) {
    if (!places.some((known) => isDeepStrictEqual(known, place))) places.push(place);
  }
  const others = to.addresses.filter(({ type }) => type !== "SHIPPING");
  if (places.length > addressesOf(to, "SHIPPING").length)
    to.addresses = withAddresses(to, "SHIPPING", places.slice(0, maxAddresses - others.length));
}

/** A client's addresses with other ones of a type, in the order of types. */
export const withAddresses = (row: Row, type: string, given: Row["addresses"]) =>
  addressTypes.flatMap((each) => (each === type ? given : addressesOf(row, each)));

const custom = (key: string): MergeField => ({
  key: `customFields.${key}`,
  of: (row) => (isEmpty(row.custom[key]) ? null : row.custom[key]),
  told: (row) => ({ [`custom.${key}`]: row.custom[key] }),
  size: () => 1,
  give(to, from) {
    const { [key]: _former, ...others } = to.custom;
    to.custom = isEmpty(from.custom[key]) ? others : { ...to.custom, [key]: from.custom[key] as never };
  },
});

/** All that clients have, in the order in which it is shown. */
export function mergeFields(rows: readonly Row[], customKeys: readonly string[]): MergeField[] {
  const held = customKeys.filter((key) => rows.some((row) => !isEmpty(row.custom[key])));
  return [...columns, taxProfile, ...addresses, ...held.map(custom), column("avatarUrl", "avatar_id")];
}

/** The clients whose value differs from that of those before them. */
export function distinctOwners(field: MergeField, rows: readonly Row[]): Row[] {
  const met: unknown[] = [];
  return rows.filter((row) => {
    const value = field.of(row);
    if (value === null || met.some((known) => isDeepStrictEqual(known, value))) return false;
    met.push(value);
    return true;
  });
}

/** Whose value is proposed: the fuller, then the newer, never an empty one. @param rows the survivor first */
export function proposed(field: MergeField, rows: readonly [Row, ...Row[]]): Row {
  const [survivor] = rows;
  const size = (row: Row) => {
    const value = field.of(row);
    return value === null ? 0 : field.size(value);
  };
  return rows.reduce((best, row) => {
    const more = size(row) - size(best);
    const newer = field.always ? false : row.updated_at > best.updated_at;
    return more > 0 || (more === 0 && newer && size(row) > 0 && !isDeepStrictEqual(field.of(row), field.of(best)))
      ? row
      : best;
  }, survivor);
}

/** Whose value wins where nobody chose: the survivor's if there is one. */
export const usual = (field: MergeField, rows: readonly [Row, ...Row[]]): Row =>
  field.always || field.of(rows[0]) === null ? proposed(field, rows) : rows[0];
