/**
 * A reader's own variant of a language (`es-PA`) among the tags that their browser names. If the browser names none at
 * all, it is that of the business's country.
 */
export function localeIn(language: string, tags: readonly string[], country?: string | null): string {
  const own = tags.find((tag) => tag === language || tag.startsWith(`${language}-`));
  return own ?? (tags.length === 0 && country ? `${language}-${country}` : language);
}
