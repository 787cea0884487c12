/** The name of a country in a language; the code itself where none is known. @param code ISO 3166-1 alpha-2 */
export const countryName = (code: string, language: string): string => nameOf(code, language, "region");

/** The name of a language in a language, its first letter raised as in a list. @param code BCP 47 */
export const languageName = (code: string, language: string): string => {
  const name = nameOf(code, language, "language");
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
};

function nameOf(code: string, language: string, type: "region" | "language"): string {
  try {
    return new Intl.DisplayNames(language, { type, fallback: "code" }).of(code) ?? code;
  } catch {
    return code;
  }
}
