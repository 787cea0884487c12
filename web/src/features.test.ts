import { expect, test } from "vitest";
import { features } from "./features.ts";

test("every feature that says what it brings is listed, and no page has another's address", () => {
  const written = import.meta.glob<Record<string, unknown>>("./**/*.feature.ts", { eager: true });
  const unlisted = Object.entries(written).filter(
    ([, values]) => !Object.values(values).some((value) => features.includes(value as (typeof features)[number])),
  );
  expect(unlisted.map(([file]) => file)).toEqual([]);
  const paths = features.flatMap(({ pages = [] }) => pages.map(({ path }) => path));
  expect(paths.length).toBe(new Set(paths).size);
});
