import { readdirSync } from "node:fs";
import { expect, test } from "vitest";

type Texts = { [key: string]: string | Texts };
const flat = (texts: Texts, path = ""): [string, string][] =>
  Object.entries(texts).flatMap(([key, value]) =>
    typeof value === "string" ? [[`${path}${key}`, value] as [string, string]] : flat(value, `${path}${key}.`),
  );
const plural = /^(.+)_(zero|one|two|few|many|other)$/;
/** Plural forms differ by language (CLDR), so they compare by their stem. */
const stem = (key: string) => plural.exec(key)?.[1] ?? key;
const placeholders = (text: string) => [...new Set(text.match(/\{\{\w+\}\}/g) ?? [])].sort();

const load = async (language: string) => {
  const folder = new URL(`./${language}/`, import.meta.url);
  const files = readdirSync(folder).sort();
  const modules = await Promise.all(files.map((file) => import(new URL(file, folder).href) as Promise<Texts>));
  return flat(Object.assign({}, ...modules.map((module) => ({ ...module }))) as Texts);
};

test("both languages have the same texts with the same placeholders", async () => {
  const [es, en] = [await load("es"), await load("en")];
  expect([...new Set(es.map(([key]) => stem(key)))]).toEqual([...new Set(en.map(([key]) => stem(key)))]);
  const english = new Map(en.flatMap(([key, text]) => [key, stem(key)].map((name) => [name, placeholders(text)])));
  for (const [key, text] of es) {
    expect([key, placeholders(text)]).toEqual([key, english.get(key) ?? english.get(stem(key))]);
  }
  expect(es.filter(([, text]) => !text.trim())).toEqual([]);
});

test.each(["es", "en"])("whatever is counted has a text for each number that %s tells apart", async (language) => {
  const forms = new Map<string, string[]>();
  for (const [key] of await load(language)) {
    const [, stem, form] = plural.exec(key) ?? [];
    if (stem && form) forms.set(stem, [...(forms.get(stem) ?? []), form]);
  }
  const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  const without = [...forms].flatMap(([stem, there]) =>
    needed.filter((form) => !there.includes(form)).map((form) => `${stem}_${form}`),
  );
  expect(without).toEqual([]);
});

test("a thing has one word: an address is a «correo» in Spanish, an “e-mail” in English", async () => {
  const texts = [...(await load("es")), ...(await load("en"))];
  expect(texts.filter(([, text]) => /\bemail\b/i.test(text.replace(/\{\{\w+\}\}/g, "")))).toEqual([]);
  expect((await load("es")).filter(([, text]) => /e-mail/i.test(text))).toEqual([]);
});
