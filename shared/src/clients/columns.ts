import { type ClientFieldKey, clientFields } from "./fields.ts";

type Unlisted = "name" | "addresses" | "taxProfile.checkDigit";

/** Always the first column; in parts; and shown behind the tax number. */
const unlisted: readonly string[] = ["name", "addresses", "taxProfile.checkDigit"] satisfies Unlisted[];

/** What the list can show besides fields of the registry; places are those of the main address. */
const besides = [
  "primaryContact",
  "country",
  "region",
  "city",
  "postalCode",
  "source.channel",
  "source.campaign",
  "source.device",
  "createdAt",
  "updatedAt",
  "lastInteractionAt",
] as const;

/** A column of the client list that is no custom field. */
export type ClientColumn = Exclude<ClientFieldKey, Unlisted> | (typeof besides)[number];

/** A column as settings name it: a custom field by its key. */
export type ClientColumnKey = ClientColumn | `custom.${string}`;

/** The columns one can choose from [F55][F56][F57]; the name is always there. */
export const clientColumns: readonly ClientColumn[] = [
  ...(Object.keys(clientFields).filter((key) => !unlisted.includes(key)) as Exclude<ClientFieldKey, Unlisted>[]),
  ...besides,
];

/** The list's columns for a person who has chosen none. */
export const usualColumns: readonly ClientColumn[] = [
  "email",
  "phone",
  "status",
  "tags",
  "owner",
  "createdAt",
  "lastInteractionAt",
];

/** The key of the custom field that a column shows, or null for any other column. */
export const customKeyOfColumn = (column: string): string | null =>
  /^custom\.([A-Za-z]\w{0,79})$/.exec(column)?.[1] ?? null;

/** How a person has the client list: `columns` in their order, null for the usual ones. */
export interface ClientListSettings {
  columns: ClientColumnKey[] | null;
  compact: boolean;
}

/** How the list is before a person has changed anything. */
export const usualListSettings: ClientListSettings = { columns: null, compact: false };
