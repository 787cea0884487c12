import { expect, test } from "vitest";
import { nextPath, signInPath } from "./paths.ts";

test("the way back survives the sign-in page", () => {
  const { searchParams } = new URL(signInPath("/clients/1?tab=general"), location.origin);
  expect(nextPath(searchParams)).toBe("/clients/1?tab=general");
});

test.each(["https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)", ""])(
  "%j leads nowhere else",
  (next) => {
    expect(nextPath(new URLSearchParams({ next }))).toBe("/");
  },
);
