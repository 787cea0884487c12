import { expect, test } from "vitest";
import { optionalUrl } from "./validation.ts";

test.each([
  ["example.test", "https://example.test"],
  ["//example.test", "https://example.test"],
  ["https:////example.test", "https://example.test"],
  ["\\\\example.test", "https://example.test"],
  ["HTTP://example.test/Path", "http://example.test/Path"],
  ["http:example.test", "http://example.test"],
  ["example.test/path?x=1#y", "https://example.test/path?x=1#y"],
  ["example.test:8080/path", "https://example.test:8080/path"],
  ["köln.test", "https://köln.test"],
  ["\u200Bexample.test\uFEFF", "https://example.test"],
  ["  ", null],
])("the web address %j is stored as %j", (typed, stored) => {
  expect(optionalUrl.parse(typed)).toBe(stored);
  expect(optionalUrl.parse(stored)).toBe(stored);
});

test.each([
  "javascript:alert(1)",
  "JAVASCRIPT:alert(1)",
  "java\nscript:alert(1)",
  "data:text/html,x",
  "mailto:a@example.test",
  "tel:123",
  "ftp://example.test",
  "/path",
  "//",
  "https://",
  "://example.test",
  "two words.test",
  "http//example.test",
  "@example.test",
  "nothing",
])("the web address %j is refused", (typed) => {
  expect(optionalUrl.safeParse(typed).success).toBe(false);
});
