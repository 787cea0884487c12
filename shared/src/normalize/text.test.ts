import { expect, test } from "vitest";
import { problemsOf, requiredText } from "../validation.ts";
import { oneLine } from "./text.ts";

const FAMILY = "👨\u200D👩\u200D👧";
const SCOTLAND = "🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}";

test.each([
  ["VIP\u200B", "VIP"],
  ["\uFEFFVIP", "VIP"],
  ["V\u00ADI\u2060P", "VIP"],
  ["VI\u200DP", "VIP"],
  ["VIP\uFE0F", "VIP"],
  ["\u202AVIP\u202C", "VIP"],
  ["\u2067VIP\u2069", "VIP"],
  ["VIP\u{E0041}", "VIP"],
  ["Ana\r\nPérez\tRuiz", "Ana Pérez Ruiz"],
  ["Ana\u2028Pérez\u0085Ruiz", "Ana Pérez Ruiz"],
  ["Pe\u0301rez", "P\u00E9rez"],
  [`Casa ${FAMILY} ❤️`, `Casa ${FAMILY} ❤️`],
  [`Bar ${SCOTLAND}`, `Bar ${SCOTLAND}`],
  ["1\uFE0F\u20E3", "1\uFE0F\u20E3"],
  ["می\u200Cخواهم", "می\u200Cخواهم"],
  ["葛\u{E0100}飾", "葛\u{E0100}飾"],
  ["क्\u200Dष", "क्\u200Dष"],
])("%j is kept as %j", (typed, kept) => {
  expect(oneLine(typed)).toBe(kept);
  expect(oneLine(kept)).toBe(kept);
});

test.each([
  "\u200B",
  "\u2800",
  "\u3164",
  "\u115F\u1160",
  "\u200D\u200D",
  "\uFE0F",
  "\u00A0\u3000",
  "\u202E",
  "\u{E0020}",
  "\0",
  "\u00AD",
])("a text of nothing that is seen, %j, is none", (typed) => {
  const { error } = requiredText(200).safeParse(typed);
  expect(error && problemsOf(error)).toMatchObject([{ key: "errors.required" }]);
});
