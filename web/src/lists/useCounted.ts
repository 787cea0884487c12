import { useFormats } from "../i18n/format.ts";

/** The server counts no further: among a million rows that would take seconds. */
export const countedUpTo = 10_000;

/** How many rows a list has, for a text: the number for its plural, and what is written (`10.000+`). */
export function useCounted(): (count: number) => { count: number; formatted: string } {
  const { number } = useFormats();
  return (count) => ({ count, formatted: count > countedUpTo ? `${number(countedUpTo)}+` : number(count) });
}
