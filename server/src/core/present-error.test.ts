import { GraphQLError } from "graphql";
import { describe, expect, it } from "vitest";
import { AppError, badInput, notFound } from "./errors.ts";
import { presentError } from "./present-error.ts";
import { translatorOf } from "./text.ts";

const present = (error: GraphQLError, locale = "es") => {
  const logged: unknown[] = [];
  const shown = presentError(error, error.toJSON(), translatorOf(locale), {
    error: (what: unknown) => void logged.push(what),
  });
  return { shown, logged };
};
/** As graphql-js wraps what a resolver throws. */
const thrown = (originalError: Error) => new GraphQLError(originalError.message, { path: ["field"], originalError });

describe("an error on its way out", () => {
  it("of ours is told in the reader's language with its code", () => {
    expect(present(thrown(notFound()))).toEqual({
      shown: { path: ["field"], message: "No existe o ya no puedes verlo", extensions: { code: "NOT_FOUND" } },
      logged: [],
    });
    expect(present(thrown(notFound()), "en").shown.message).toBe("It does not exist, or you can no longer see it");
  });

  it("of ours keeps fields and details", () => {
    const error = new AppError(
      "DUPLICATE_CLIENT",
      { key: "errors.duplicateEmailHidden" },
      [{ path: "email", key: "errors.tooLong", params: { max: 3 } }],
      { duplicates: [] },
    );
    expect(present(thrown(error)).shown.extensions).toEqual({
      code: "DUPLICATE_CLIENT",
      fields: [{ path: "email", message: "Como mucho 3 caracteres" }],
      duplicates: [],
    });
    expect(present(badInput({ path: "a.0.b", key: "errors.required" })).shown.extensions?.fields).toEqual([
      { path: "a.0.b", message: "Falta este dato" },
    ]);
  });

  it("of a variable names the field as the rules do", () => {
    const error = new GraphQLError(
      `Variable "$input" got invalid value "x" at "input.addresses[1].type"; Value "x" does not exist in "AddressType" enum.`,
      {
        extensions: { code: "BAD_USER_INPUT" },
      },
    );
    expect(present(error).shown.extensions).toEqual({
      code: "BAD_USER_INPUT",
      fields: [{ path: "addresses.1.type", message: `Value "x" does not exist in "AddressType" enum.` }],
    });
  });

  it.each([
    new Error("password is hunter2"),
    new TypeError("Cannot read properties of undefined"),
    new GraphQLError("Cannot return null for non-nullable field Query.secret."),
    Object.assign(new Error("select * from client"), { code: "42P01", extensions: { code: "BAD_USER_INPUT" } }),
  ])("that nobody expected shows a reference only: %s", (error) => {
    const { shown, logged } = present(thrown(error));
    const reference = shown.extensions?.reference;
    expect(reference).toMatch(/^[\da-f]{10}$/);
    expect(shown).toEqual({
      path: ["field"],
      message: `Algo ha fallado de nuestro lado. Referencia: ${reference}`,
      extensions: { code: "INTERNAL", reference },
    });
    expect(logged).toEqual([{ err: error, reference, path: ["field"] }]);
  });

  it.each([
    Object.assign(new Error('could not extend file "base/1"'), { code: "53100" }),
    Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" }),
    new Error("wrapped", { cause: Object.assign(new Error("quota"), { code: "EDQUOT" }) }),
  ])("that a full disk caused says so, and is in the log: %s", (error) => {
    const { shown, logged } = present(thrown(error), "en");
    expect(shown.extensions?.code).toBe("STORAGE_FULL");
    expect(shown.message).toContain("The server has no space left");
    expect(logged).toHaveLength(1);
  });
});
