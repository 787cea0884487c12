import { expect, test } from "vitest";
import { formatPhone } from "./phone.ts";

test.each([
  ["+50761234567", "PA", "6123-4567"],
  ["+50761234567", "ES", "+507 6123 4567"],
  ["+50761234567", null, "+507 6123 4567"],
  ["+34911234567", "ES", "911 23 45 67"],
  ["ext. 12", "ES", "ext. 12"],
  ["•••", "ES", "•••"],
])("%s is read in %s as %s", (stored, country, shown) => {
  expect(formatPhone(stored, country)).toBe(shown);
});
