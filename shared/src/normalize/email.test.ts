import { expect, test } from "vitest";
import { isEmail, normalizeEmail } from "./email.ts";

test.each([
  ["Mail@KÖLN.test", "mail@köln.test"],
  ["mail@xn--kln-sna.test", "mail@köln.test"],
  ["mail@XN--KLN-SNA.test", "mail@köln.test"],
  ["mail@ko\u0308ln.test", "mail@köln.test"],
  ["mail＠köln。test", "mail@köln.test"],
  ["JOSÉ@example.test", "josé@example.test"],
  ["jose\u0301@example.test", "josé@example.test"],
  ["用户@例子.测试", "用户@例子.测试"],
  ["用户@xn--fsqu00a.xn--0zwm56d", "用户@例子.测试"],
  ["почта@пример.рф", "почта@пример.рф"],
  ["a@straße.test", "a@straße.test"],
  ["o'neil+x@example.co.uk", "o'neil+x@example.co.uk"],
  ["\u200Bana@example.test\uFEFF", "ana@example.test"],
  ["\u202Aana@exa\u00ADmple.test\u202C", "ana@example.test"],
])("%j is the address %s", (typed, stored) => {
  expect(normalizeEmail(typed)).toBe(stored);
  expect(isEmail(stored)).toBe(true);
  expect(normalizeEmail(stored)).toBe(stored);
});

test.each([
  "ana",
  "ana@",
  "@example.test",
  "ana@example",
  "ana@@example.test",
  "ana b@example.test",
  "ana@exam ple.test",
  "ana@example.test/x",
  "ana@example.test:25",
  "ana@1.2.3.4",
  "ana@[::1]",
  "a..b@example.test",
  ".a@example.test",
  "a.@example.test",
  "ana@-example.test",
  "Ana <ana@example.test>",
  "ana@example.test, eva@example.test",
])("%j is no address", (typed) => {
  expect(isEmail(typed)).toBe(false);
});
