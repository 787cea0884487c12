import { expect, test } from "vitest";
import { onceFor } from "./once-for.ts";

test("what belongs to a process or a request is made once for each", () => {
  const made: string[] = [];
  const nameOf = onceFor(({ name }: { name: string | null }) => {
    made.push(String(name));
    return name;
  });
  const [one, other] = [{ name: "one" }, { name: null }];
  expect([nameOf(one), nameOf(other), nameOf(one), nameOf(other)]).toEqual(["one", null, "one", null]);
  expect(made).toEqual(["one", "null"]);
});
