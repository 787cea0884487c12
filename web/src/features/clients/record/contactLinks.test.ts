import { expect, test } from "vitest";
import { callLink, whatsappLink } from "./contactLinks.ts";

test.each([
  ["+5072651234", "tel:+5072651234", "https://wa.me/5072651234"],
  ["+5072651234;ext=12", "tel:+5072651234;ext=12", null],
  ["6123-4567 preguntar por Ana", "tel:61234567", null],
])("%s is called by %s and written to by %s", (stored, call, write) => {
  expect([callLink(stored), whatsappLink(stored)]).toEqual([call, write]);
});
