import { expect, test } from "vitest";
import { callLink, mailLink, whatsappLink } from "./contactLinks.ts";

test("numbers become links that a phone understands", () => {
  expect(callLink("+49 (30) 007-4321")).toBe("tel:+49300074321");
  expect(whatsappLink("+507 6000-1234")).toBe("https://wa.me/50760001234");
});

test("a number without its country code has no WhatsApp link: it would reach somebody else", () => {
  expect(whatsappLink("6000-1234")).toBeNull();
});

test("an address cannot smuggle a subject or a second recipient into a mail link", () => {
  expect(mailLink("ana@x.test?cc=eva@x.test")).toBe("mailto:ana@x.test%3Fcc%3Deva%40x.test");
});
