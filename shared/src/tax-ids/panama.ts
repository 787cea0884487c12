import type { rucTypes } from "../clients/fieldTexts.ts";

/** What a Panamanian RUC says of itself. */
export interface Ruc {
  /** Null for a tax number (NT), which people and companies have. */
  type: (typeof rucTypes)[number] | null;
  /** The two check digits (DV); null for a tax number and for volumes and entries of more digits than cards had. */
  checkDigits: string | null;
}

/** Stand for the letters of an identity card in the computation of the DV. */
const LETTERS: Record<string, string> = { "": "00", E: "50", N: "40", PE: "75", AV: "15", PI: "79" };
const PROVINCE = "0?[1-9]|1[0-3]";
const NATURAL = new RegExp(`^(?:(${PROVINCE})|(${PROVINCE})-?(AV|PI)|(E|N|PE))-(\\d{1,4})-(\\d{1,6})$`);
const TAX_NUMBER = new RegExp(`^(?:${PROVINCE})-?NT-\\d{1,4}-\\d{1,7}$`);
const JURIDICAL = /^(\d{2,10})-(\d{1,4})-(\d{1,7})$/;

/**
 * Reads a RUC. A person's is their identity card (`8-442-445`, `E-12-342`, `1AV-432-658`), a company's its place in the
 * public registry (`155596713-2-2015`). Null for any other form. The DV is computed as the tax office publishes it
 * (DGI, "Cálculo del dígito verificador") [F18].
 */
export function readRuc(value: string): Ruc | null {
  const ruc = value.replace(/\s/g, "").toUpperCase();
  if (TAX_NUMBER.test(ruc)) return { type: null, checkDigits: null };
  const natural = NATURAL.exec(ruc);
  if (natural) {
    const [, plain, lettered, ofProvince, alone, volume = "", entry = ""] = natural;
    if (volume.length > 3 || entry.length > 5) return { type: "NATURAL", checkDigits: null };
    const province = plain ?? lettered ?? "";
    const letters = LETTERS[ofProvince ?? alone ?? ""] ?? "";
    const digits = `5${province.padStart(2, "0")}${letters}${volume.padStart(3, "0")}${entry.padStart(5, "0")}`;
    return { type: "NATURAL", checkDigits: checkDigitsOf(digits, false) };
  }
  const juridical = JURIDICAL.exec(ruc);
  if (!juridical) return null;
  const [, roll = "", image = "", seat = ""] = juridical;
  const digits = roll.padStart(10, "0") + image.padStart(4, "0") + seat.padStart(6, "0");
  // Rolls of before the registry was renumbered have two digits replaced, and one weight counts twice.
  const old = /^...00[0-4]/.test(digits);
  const written = old ? digits.slice(0, 5) + renumbered(digits.slice(5, 7)) + digits.slice(7) : digits;
  return { type: "JURIDICAL", checkDigits: checkDigitsOf(written, old) };
}

const checkDigitsOf = (digits: string, old: boolean): string => {
  const first = checkDigit(digits, old);
  return `${first}${checkDigit(digits + first, old)}`;
};

/** Weights grow from 2 at the right, modulo 11; 0 and 1 give 0. */
function checkDigit(digits: string, old: boolean): string {
  let sum = 0;
  [...digits].reverse().forEach((digit, place) => {
    const weight = place + 2;
    sum += Number(digit) * (old && weight >= 12 ? weight - 1 : weight);
  });
  const rest = sum % 11;
  return String(rest > 1 ? 11 - rest : 0);
}

/**
 * The table of the DGI. From 10 on the values count 01 to 09 over and over, except for jumps from 22 to 23 and after
 * 25.
 */
function renumbered(pair: string): string {
  const number = Number(pair);
  if (number < 10) return pair;
  const from = number < 23 ? 10 : number < 26 ? 17 : 25;
  return String(((number - from) % 9) + 1).padStart(2, "0");
}
