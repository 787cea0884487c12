import { localeIn } from "@clientela/shared/locale";
import type { TextKey } from "@clientela/shared/validation";
import i18next from "i18next";
import { initReactI18next } from "react-i18next";

/** The languages the admin speaks. */
export const languages = ["es", "en"] as const;
export type Language = (typeof languages)[number];

const storageKey = "clientela.language";
/** Whether a value names a language the admin speaks. */
export const isLanguage = (value: unknown): value is Language => languages.includes(value as Language);

/** Before sign-in a part of the texts is enough; the frame loads them all. */
const loaders = {
  public: {
    es: () => import("@clientela/shared/locales/public-es").then(({ publicEs }) => publicEs),
    en: () => import("@clientela/shared/locales/public-en").then(({ publicEn }) => publicEn),
  },
  all: {
    es: () => import("@clientela/shared/locales/es").then(({ es }) => es),
    en: () => import("@clientela/shared/locales/en").then(({ en }) => en),
  },
};
let extent: keyof typeof loaders = "public";
const loaded = new Set<string>();

async function load(language: Language): Promise<void> {
  const part = `${extent} ${language}`;
  if (loaded.has(part)) return;
  i18next.addResourceBundle(language, "translation", await loaders[extent][language]());
  loaded.add(part);
}

/** The language chosen here before, else the first of the browser's that we speak, else English. */
export function preferredLanguage(): Language {
  const stored = localStorage.getItem(storageKey);
  if (isLanguage(stored)) return stored;
  return navigator.languages.map((tag) => tag.slice(0, 2)).find(isLanguage) ?? "en";
}

/** Prepares translation in a language; only that language's texts are loaded, those of the public pages at first. */
export async function startI18n(language: Language): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources: {},
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  await load(language);
  document.documentElement.lang = language;
}

/** Loads all texts of the language in use, and from now on of each that is switched to. */
export async function loadAllTexts(): Promise<void> {
  extent = "all";
  await load(currentLanguage());
}

/** The language in use. */
export const currentLanguage = (): Language => i18next.language as Language;

/** Loads a language's texts where they are missing, switches to it and remembers it in this browser. */
export async function switchLanguage(language: Language): Promise<void> {
  await load(language);
  await i18next.changeLanguage(language);
  localStorage.setItem(storageKey, language);
  document.documentElement.lang = language;
}

/** The text of a rule's verdict in the language in use; its key is only known at run time. */
export const textOf = ({ key, params }: TextKey): string => String(i18next.t(key as never, params as never));

/** The browser's own variant of a language (`es-PA`), or the language alone. */
export const localeOf = (language: string): string => localeIn(language, navigator.languages);
