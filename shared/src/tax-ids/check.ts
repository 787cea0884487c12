import { entityValidators, euVat, personValidators } from "stdnum";
import type { TextKey } from "../validation.ts";
import { readRuc } from "./panama.ts";

/** What of a tax profile is looked at together. */
export interface TaxNumber {
  country?: string | null | undefined;
  taxId?: string | null | undefined;
  checkDigit?: string | null | undefined;
  rucType?: string | null | undefined;
}

/** Something to tell the person who writes a tax number; it is stored whatever is told. */
export interface TaxNumberNote {
  path: "taxId" | "checkDigit" | "rucType";
  text: TextKey;
  /** False for what is only said, such as that nobody here knows the country's numbers. */
  warning: boolean;
}

/**
 * What looks wrong with a tax number. Panama's RUC is read by its own rules [F18]. If stdnum knows the country's
 * numbers, one of its kinds must fit. For other countries the answer says that nothing was checked.
 */
export function checkTaxNumber({ country, taxId, checkDigit, rucType }: TaxNumber): TaxNumberNote[] {
  if (!country || !taxId) return [];
  if (country === "PA") return checkRuc(taxId, checkDigit, rucType);
  const kinds = [entityValidators, personValidators, euVat].flatMap((byCountry) => byCountry[country] ?? []);
  if (kinds.length === 0) return [{ path: "taxId", text: { key: "clients.taxNote.unknown" }, warning: false }];
  // Not every kind reads the points that people write.
  if (kinds.some((kind) => [taxId, taxId.replace(/[.\s]/g, "")].some((text) => kind.validate(text).isValid))) return [];
  return [{ path: "taxId", text: { key: "clients.taxNote.wrong" }, warning: true }];
}

function checkRuc(value: string, checkDigit?: string | null, rucType?: string | null): TaxNumberNote[] {
  const ruc = readRuc(value);
  if (!ruc) return [{ path: "taxId", text: { key: "clients.taxNote.notARuc" }, warning: true }];
  const { type, checkDigits } = ruc;
  const notes: TaxNumberNote[] = [];
  if (checkDigits && checkDigit?.padStart(2, "0") !== checkDigits) {
    const key = checkDigit ? "clients.taxNote.wrongCheckDigit" : "clients.taxNote.checkDigit";
    notes.push({ path: "checkDigit", text: { key, params: { checkDigits } }, warning: Boolean(checkDigit) });
  }
  if (type && rucType && rucType !== type) {
    notes.push({ path: "rucType", text: { key: `clients.taxNote.${type}` }, warning: true });
  }
  return notes;
}
