import { readSearch } from "@clientela/shared/normalize/search";
import { type RawBuilder, type SqlBool, sql } from "kysely";
import { Slot } from "./slots.ts";

/** A search as LIKE patterns for folded texts. */
export interface Patterns {
  /** The most telling word first. */
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
        .words.sort((a, b) => telling(b) - telling(a))
        .map(form),
    ),
    numbers: new Slot((run) => read(run).numbers.map(anywhere)),
  };
}

/** A folded word as a pattern that finds it within others. */
export const anywhere = (word: string): string => `%${word.replace(/[\\%_]/g, "\\$&")}%`;

/** So many words of a search are looked for in an index: the more there are, the less a further one tells. */
const LOOKED_UP = [0, 1, 2];

/**
 * The condition that a text has every word of a search, or its number, for a trigram index of `folded`, of which the
 * text is a part. The index goes through the whole list of each trigram it is given: those that do not overlap tell
 * nearly as much as all.
 */
export function hasWordsByIndex(folded: RawBuilder<unknown>, text: RawBuilder<unknown>, { words, numbers }: Patterns) {
  const rough = words.map((all) => all.filter((pattern, n) => n === 0 || telling(pattern) > 2).map(roughly));
  const every = LOOKED_UP.map((n) => sql`${folded} like ${rough.map((all) => all[n] ?? "%")}`);
  return sql<SqlBool>`((${sql.join(every, sql` and `)} and ${text} like all (${words}::text[]))
    or (${folded} like any (${numbers.map((all) => all.map(roughly))}::text[]) and ${text} like any (${numbers}::text[])))`;
}

const telling = (text: string): number => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;

/** Only of what is letters or digits alone: in a mixture of both every trigram tells much. */
const roughly = (pattern: string): string =>
  /^%(?:\p{L}{6,}|\p{N}{6,})%$/u.test(pattern) ? `%${pattern.match(/[^%]{3}/gu)?.join("%")}%` : pattern;

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
