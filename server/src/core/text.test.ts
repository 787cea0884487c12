import { en } from "@clientela/shared/locales/en";
import { es } from "@clientela/shared/locales/es";
import type { TextName } from "@clientela/shared/textNames";
import { createInstance } from "i18next";
import { describe, expect, it } from "vitest";
import { languageOfTags, tagsOfHeader, translatorOf } from "./text.ts";

describe("the language of a browser", () => {
  it.each([
    ["es", "es"],
    ["en-GB,en;q=0.9", "en"],
    ["fr-FR, fr;q=0.9, en;q=0.8, es;q=0.7", "en"],
    ["en;q=0.5, es;q=0.8", "es"],
    ["es-PA;q=0.1,en;q=0.2", "en"],
    ["EN", "en"],
    ["de, fr", undefined],
    ["*", undefined],
    ["", undefined],
    [undefined, undefined],
    [";q=;;,,=", undefined],
  ])("%s → %s", (header, locale) => {
    expect(languageOfTags(tagsOfHeader(header))).toBe(locale);
  });
});

/** All texts below a key of the locales, by their names. */
const textsOf = (texts: object, path = ""): [name: string, text: string][] =>
  Object.entries(texts).flatMap(([key, text]): [string, string][] =>
    typeof text === "string" ? [[path + key, text]] : textsOf(text, `${path}${key}.`),
  );

describe("texts", () => {
  it.each(Object.entries({ es, en }))(
    "are told as i18next tells them, again and again: %s",
    async (lng, translation) => {
      const i18next = createInstance({
        lng,
        resources: { [lng]: { translation } },
        initAsync: false,
        interpolation: { escapeValue: false },
      });
      await i18next.init();
      for (const [name, text] of textsOf(translation)) {
        const parameters = [...text.matchAll(/\{\{(\w+)/g)].map(([, parameter]) => parameter as string);
        for (const value of ["<b> {{name}} $t(errors.required)", "", 2, null]) {
          const params = Object.fromEntries(parameters.map((parameter) => [parameter, value]));
          expect(translatorOf(lng)(name as TextName, params), name).toBe(i18next.t(name as never, params as never));
        }
      }
    },
  );

  it("are told in one of our languages, Spanish where it is neither", () => {
    expect(translatorOf("en")("errors.tooLong", { max: 3 })).toBe("At most 3 characters");
    for (const locale of ["es", "fr", "", null, undefined])
      expect(translatorOf(locale)("errors.tooLong", { max: 3 })).toBe("Como mucho 3 caracteres");
  });

  it("carry what they are given as it is: pages escape, not we", () => {
    expect(translatorOf("es")("errors.duplicateEmail", { name: "<b>A & B</b> {{name}} $t(errors.required)" })).toBe(
      "Ya existe un cliente con este correo: <b>A & B</b> {{name}} $t(errors.required)",
    );
  });
});
