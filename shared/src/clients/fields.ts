/**
 * The field registry: every field of a client, once. Form sections, timeline differences and masking read it; so will
 * import, export and merge. `column` is the database's name for it, and so the key of a difference in the ledger.
 */
interface FieldBase {
  column: string;
  group: "basic" | "contact" | "fiscal" | "address" | "relations";
  /** Contact data that may be hidden from agents [F209]. */
  sensitive?: true;
  /** No client is without it. */
  required?: true;
}
interface ShortText extends FieldBase {
  type: "text";
  /** In characters. */
  most: number;
}
interface OtherField extends FieldBase {
  type:
    | "email"
    | "phone"
    | "url"
    | "date"
    | "choice"
    | "country"
    | "language"
    | "addresses"
    | "user"
    | "team"
    | "tags"
    | "lists";
}
export type ClientField = ShortText | OtherField;

export const clientFields = {
  name: { column: "name", group: "basic", type: "text", most: 200, required: true },
  kind: { column: "kind", group: "basic", type: "choice" },
  contactPerson: { column: "contact_person", group: "basic", type: "text", most: 200 },
  firstName: { column: "first_name", group: "basic", type: "text", most: 100 },
  lastName: { column: "last_name", group: "basic", type: "text", most: 100 },
  birthDate: { column: "birth_date", group: "basic", type: "date" },
  gender: { column: "gender", group: "basic", type: "text", most: 40 },
  language: { column: "language", group: "basic", type: "language" },
  status: { column: "status", group: "basic", type: "choice" },
  email: { column: "email", group: "contact", type: "email", sensitive: true },
  phone: { column: "phone", group: "contact", type: "phone", sensitive: true },
  mobile: { column: "mobile", group: "contact", type: "phone", sensitive: true },
  whatsapp: { column: "whatsapp", group: "contact", type: "phone", sensitive: true },
  website: { column: "website", group: "contact", type: "url" },
  newsletterStatus: { column: "newsletter_status", group: "contact", type: "choice" },
  "taxProfile.legalName": { column: "tax_legal_name", group: "fiscal", type: "text", most: 200 },
  "taxProfile.country": { column: "tax_country", group: "fiscal", type: "country" },
  "taxProfile.idType": { column: "tax_id_type", group: "fiscal", type: "text", most: 40 },
  "taxProfile.taxId": { column: "tax_id", group: "fiscal", type: "text", most: 40 },
  "taxProfile.checkDigit": { column: "tax_check_digit", group: "fiscal", type: "text", most: 4 },
  "taxProfile.rucType": { column: "tax_ruc_type", group: "fiscal", type: "text", most: 20 },
  "taxProfile.fiscalCode": { column: "tax_fiscal_code", group: "fiscal", type: "text", most: 40 },
  addresses: { column: "addresses", group: "address", type: "addresses" },
  owner: { column: "owner_id", group: "relations", type: "user" },
  team: { column: "team_id", group: "relations", type: "team" },
  tags: { column: "tags", group: "relations", type: "tags" },
  lists: { column: "lists", group: "relations", type: "lists" },
} as const satisfies Record<string, ClientField>;

export type ClientFieldKey = keyof typeof clientFields;

const keyByColumn = new Map<string, ClientFieldKey>(
  Object.entries(clientFields).map(([key, { column }]) => [column, key as ClientFieldKey]),
);

/** The registry's key of a column of the client table, or undefined for a technical one. */
export const clientFieldOfColumn = (column: string): ClientFieldKey | undefined => keyByColumn.get(column);

/** A field's entry as the general interface, so that optional marks can be read. */
export const clientField = (key: ClientFieldKey): ClientField => clientFields[key];

/** Types whose values are one text each, in the API as in the database. */
const textTypes = ["text", "email", "phone", "url", "date", "language"] as const satisfies ClientField["type"][];
export type TextType = (typeof textTypes)[number];

/** A field that holds one text or nothing: its rule, inputs, query, form and column are made from its entry. */
export type TextFieldKey = {
  [K in ClientFieldKey]: K extends `${string}.${string}`
    ? never
    : (typeof clientFields)[K] extends { required: true }
      ? never
      : (typeof clientFields)[K]["type"] extends TextType
        ? K
        : never;
}[ClientFieldKey];

export const textFields = (Object.keys(clientFields) as ClientFieldKey[]).filter((key) => {
  const { type, required } = clientField(key);
  return textTypes.some((text) => text === type) && !required && !key.includes(".");
}) as TextFieldKey[];

/** Of these types fields are shown as their column holds them, unless they are contact data. */
const plainTypes = ["text", "choice", "date", "language", "url", "addresses"] as const satisfies ClientField["type"][];
type PlainKey = {
  [K in ClientFieldKey]: K extends `${string}.${string}`
    ? never
    : (typeof clientFields)[K] extends { sensitive: true }
      ? never
      : (typeof clientFields)[K]["type"] extends (typeof plainTypes)[number]
        ? K
        : never;
}[ClientFieldKey];

/** The column of each field that is shown as its column holds it. */
export const plainColumns = Object.fromEntries(
  Object.entries<ClientField>(clientFields)
    .filter(
      ([key, { type, sensitive }]) => plainTypes.some((plain) => plain === type) && !sensitive && !key.includes("."),
    )
    .map(([key, { column }]) => [key, column]),
) as { [K in PlainKey]: (typeof clientFields)[K]["column"] };
