/** The words of a list as an enum that GraphQL can show. */
export const enumOf = <const T extends readonly string[]>(words: T) =>
  Object.fromEntries(words.map((word) => [word, word])) as { [K in T[number]]: K };
