import { countedUpTo } from "@clientela/shared/paging";
import { useFormats } from "../i18n/format.ts";

/** How many rows a list has, for a text: the number for its plural, and what is written (`10.000+`). */
export function useCounted(): (count: number) => { count: number; formatted: string } {
  const { number } = useFormats();
  return (count) => ({ count, formatted: count > countedUpTo ? `${number(countedUpTo)}+` : number(count) });
}
