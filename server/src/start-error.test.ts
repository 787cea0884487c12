import { afterEach, expect, test, vi } from "vitest";
import { inTime } from "./start-error.ts";

afterEach(() => void vi.useRealTimers());

test("a step of the start that hangs ends with what it waited for", async () => {
  vi.useFakeTimers();
  const hanging = inTime("an answer of the database", 60, new Promise(() => {}));
  const refused = expect(hanging).rejects.toThrow("It waited 60 seconds for an answer of the database, in vain.");
  await vi.advanceTimersByTimeAsync(60_000);
  await refused;
});

test("a step that ends in time brings what it brings, and leaves no timer", async () => {
  vi.useFakeTimers();
  expect(await inTime("a number", 60, Promise.resolve(7))).toBe(7);
  await expect(inTime("a number", 60, Promise.reject(new Error("broken")))).rejects.toThrow("broken");
  expect(vi.getTimerCount()).toBe(0);
});
