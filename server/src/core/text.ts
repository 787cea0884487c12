import { en } from "@clientela/shared/locales/en";
import { es } from "@clientela/shared/locales/es";
import type { Locale } from "@clientela/shared/people/rules";
import type { TextName } from "@clientela/shared/textNames";
import { createInstance } from "i18next";

const texts = createInstance({
  resources: { es: { translation: es }, en: { translation: en } },
  fallbackLng: "es",
  initAsync: false,
  interpolation: { escapeValue: false },
});
await texts.init();

/** Tells a text of `shared/src/locales` in one language. */
export type Translate = (key: TextName, params?: Record<string, unknown>) => string;

/** i18next takes 10 µs and more for a text; an answer may hold hundreds, so plain ones are put together here. */
const inLanguage = (locale: Locale): Translate => {
  const tell = texts.getFixedT(locale);
  const kept = new Map<string, readonly string[]>();
  return (key, params = {}) => {
    const pieces = kept.get(key) ?? piecesOf(texts.getResource(locale, "translation", key));
    if (!pieces || "count" in params) return tell(key, params);
    kept.set(key, pieces);
    if (pieces.length === 1) return pieces[0] as string;
    const told = pieces.map((piece, n) => (n % 2 ? params[piece] : piece));
    return told.some((part) => typeof part !== "string") ? tell(key, params) : told.join("");
  };
};

/** A text cut at its parameters, whose names come between; undefined where there is more to it than these. */
function piecesOf(text: unknown): readonly string[] | undefined {
  if (typeof text !== "string") return undefined;
  const pieces = text.split(/\{\{(\w+)\}\}/);
  return pieces.some((piece) => /[{$]/.test(piece)) ? undefined : pieces;
}
const translators: Record<Locale, Translate> = { es: inLanguage("es"), en: inLanguage("en") };

/** The texts of a language; Spanish where it is none of ours. */
export const translatorOf = (locale: string | null | undefined): Translate =>
  translators[locale === "en" ? "en" : "es"];

/** The languages that a browser asks for, dearest first (`Accept-Language`, RFC 9110, 12.5.4): `es-PA`, `es`, `en`. */
export const tagsOfHeader = (header: string | undefined): string[] =>
  (header?.split(",") ?? [])
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().split(";");
      const quality = parameters.map((parameter) => /^\s*q=([\d.]+)/.exec(parameter)?.[1]).find(Boolean);
      return { tag: canonical(tag), quality: quality === undefined ? 1 : Number(quality) };
    })
    .sort((a, b) => b.quality - a.quality)
    .flatMap(({ tag }) => tag ?? []);

/** A tag as Intl writes it; null for what it would refuse, which anybody may send. */
const canonical = (tag: string): string | null => {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    return null;
  }
};

/** The first of our languages among tags, or undefined. */
export const languageOfTags = (tags: readonly string[]): Locale | undefined =>
  tags.map((tag) => tag.slice(0, 2)).find((language): language is Locale => language === "es" || language === "en");
