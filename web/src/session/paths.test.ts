import { expect, test } from "vitest";
import { nextPath, signInPath } from "./paths.ts";

test("the way back survives the sign-in page", () => {
  const { searchParams } = new URL(signInPath("/clients/1?tab=general"), location.origin);
  expect(nextPath(searchParams)).toBe("/clients/1?tab=general");
});

const elsewhere = [
  "https://evil.test/",
  "//evil.test",
  "/..//evil.test",
  "/./\\evil.test",
  "/\\evil.test",
  "\\\\evil.test",
];
const encoded = [
  "/%2e%2e//evil.test",
  "/a/%2E%2e//evil.test",
  "/.%2e/.//evil.test",
  "%2F%2Fevil.test",
  "/clients/..//evil.test",
];
const unreadable = [
  "//",
  "///",
  "/\\",
  "/\t/evil.test",
  "/\n/evil.test",
  "\t//evil.test",
  " //evil.test",
  "/\u0000/evil.test",
];
const strange = [
  "//[",
  "//evil.test:99999",
  "http:",
  "http:evil.test",
  "javascript:alert(1)",
  "data:text/html,x",
  "clients",
  "",
];

test.each([...elsewhere, ...encoded, ...unreadable, ...strange])("%j leads nowhere else", (next) => {
  expect(nextPath(new URLSearchParams({ next }))).toBe("/");
});

test.each(["/clients?q=a%20b+c", "/clients/1?tab=//evil.test", "/clients?next=https://evil.test/", "/%2F/evil.test"])(
  "%j is a path of this admin",
  (next) => {
    const path = nextPath(new URLSearchParams({ next }));
    expect(path).toBe(next);
    expect(new URL(path, location.origin).host).toBe(location.host);
  },
);
