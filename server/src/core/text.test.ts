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

describe("texts", () => {
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
