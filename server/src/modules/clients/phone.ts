import { normalizePhone } from "@clientela/shared/normalize/phone";

interface Places {
  addresses?: { type: string; country?: string | null | undefined }[] | undefined;
  taxCountry?: string | null | undefined;
}

/** The country whose numbers need no prefix: the main address's, else the one where taxes are paid, else the business's. */
export const phoneCountry = (own: string | null, { addresses, taxCountry }: Places): string | null =>
  addresses?.find(({ type, country }) => type === "MAIN" && country)?.country ?? taxCountry ?? own;

/** A number in E.164. */
export const storedPhone = (number: string | null | undefined, country: string | null): string | null | undefined =>
  number ? normalizePhone(number, country) : number;
