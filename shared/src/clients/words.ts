/** The words that a client's fields choose from; apart from the rules, which not every page of the admin needs. */
export const clientStatuses = ["PROSPECT", "CLIENT", "INACTIVE"] as const;
export type ClientStatus = (typeof clientStatuses)[number];
export const clientKinds = ["COMPANY", "PERSON"] as const;
export const addressTypes = ["MAIN", "BILLING", "SHIPPING"] as const;
/** How many addresses a client has at most. */
export const maxAddresses = 20;
/** How a client came to us. */
export const channels = ["MANUAL", "FORM", "IMPORT", "API", "CONVERSATION", "STORE"] as const;
export type Channel = (typeof channels)[number];
