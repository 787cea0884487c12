import { foldText } from "./fold.ts";
import { parsePhone, plainNumber } from "./phone.ts";

/** A search as both it may be: words of a text, and digits of a telephone number; either finds. */
export interface Search {
  /** Folded, at most eight; a record matches when it has each of them, in any order. */
  words: string[];
  /** Of a number in each of the ways in which it may be stored; a record matches when it has one of them. */
  numbers: string[];
}

const MAX_WORDS = 8;
/** What follows is not read: folding a megabyte keeps everybody waiting. */
const MAX_LENGTH = 500;
const MIN_DIGITS = 3;

/**
 * What a search looks for. `24/7` is a text and the digits 247; `01 55 50 12 34` is the number +33155501234.
 * @param country ISO 3166-1 alpha-2, the business's, whose numbers need no prefix.
 */
export const readSearch = (text: string, country?: string | null): Search =>
  readShort(text.slice(0, MAX_LENGTH), country);

const readShort = (text: string, country: string | null | undefined): Search => ({
  // Each by itself: folded together, letters that are words of their own would lose their neighbours.
  words: text
    .replace(/^\s*tel:\s*(?=[\d+(])/i, "")
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, MAX_WORDS)
    // Marks alone fold to nothing, which everything has.
    .map((word) => foldText(word) || word),
  numbers: numbersOf(plainNumber(text), country),
});

function numbersOf(typed: string, country: string | null | undefined): string[] {
  const phone = parsePhone(typed, country)?.number;
  const digits = /^[+\d\s().,/-]+$/.test(typed) ? typed.replace(/\D/g, "") : "";
  if (digits.length < MIN_DIGITS && !phone) return [];
  const numbers = [digits, ...(phone ? [phone.number.slice(1), phone.nationalNumber] : []), ...withoutPrefix(digits)];
  return [...new Set(numbers)].filter((one) => one.length >= MIN_DIGITS);
}

/** What is dialled before a number inside a country, or to leave one. */
const PREFIXES = ["0", "00", "011", "01", "02", "06", "1", "8", "810"];
const WHOLE = 8;

/** Half a number, or one of another country, without its prefix; other digits than 0 only begin a whole number. */
const withoutPrefix = (digits: string): string[] =>
  PREFIXES.filter((prefix) => digits.startsWith(prefix))
    .filter((prefix) => /^0+$/.test(prefix) || digits.length - prefix.length >= WHOLE)
    .map((prefix) => digits.slice(prefix.length).replace(/^0+/, ""));
