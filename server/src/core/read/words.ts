import { readSearch } from "@clientela/shared/normalize/search";
import { type RawBuilder, type SqlBool, sql } from "kysely";
import { Slot } from "./slots.ts";

/** A search as LIKE patterns for folded texts. */
export interface Patterns {
  /** The longest word first. */
  words: Slot<string[]>;
  numbers: Slot<string[]>;
}

/**
 * The patterns of a search: its words as `fold()` writes them, and the digits of numbers. `form` makes a word a
 * pattern.
 */
export function patternsOf(search: Slot<string>, form: (word: string) => string = anywhere): Patterns {
  const read = (run: Parameters<Slot<string>["read"]>[0]) => readSearch(search.read(run), run.viewer.country);
  return {
    words: new Slot((run) =>
      read(run)
        .words.sort((a, b) => b.length - a.length)
        .map(form),
    ),
    numbers: new Slot((run) => read(run).numbers.map(anywhere)),
  };
}

/** A folded word as a pattern that finds it within others. */
export const anywhere = (word: string): string => `%${word.replace(/[\\%_]/g, "\\$&")}%`;

/** The condition that a folded text has every word of a search, or its number. */
export const hasWords = (folded: RawBuilder<unknown>, { words, numbers }: Patterns): RawBuilder<SqlBool> =>
  sql<SqlBool>`(${folded} like all (${words}::text[]) or ${folded} like any (${numbers}::text[]))`;

/**
 * The same for a text without an index: it is folded once, in a row of its own. A number in it may be spaced in any
 * way.
 */
export function matchesWords(text: RawBuilder<unknown>, search: Slot<string>): RawBuilder<SqlBool> {
  const { words, numbers } = patternsOf(search);
  const joined = sql`regexp_replace(sought.text, '(\\d)[ ().+/-]+(?=\\d)', '\\1', 'g')`;
  return sql<SqlBool>`(select sought.text like all (${words}::text[])
      or (${numbers}::text[] <> '{}' and ${joined} like any (${numbers}::text[]))
    from (select fold(${text}) as text offset 0) sought)`;
}
