import { expect, test } from "vitest";
import { mondayOf, placeInDay } from "./weekLayout.ts";

const zone = "Europe/Madrid";
const at = (id: string, startsAt: string, endsAt: string) => ({ id, startsAt, endsAt });
const places = (day: string, ...appointments: ReturnType<typeof at>[]) =>
  placeInDay(appointments, day, zone).map(({ appointment, from, till, lane, lanes }) => [
    appointment.id,
    from / 60,
    till / 60,
    `${lane + 1} of ${lanes}`,
  ]);

test("a week begins on Monday, also across a year's end", () => {
  expect(["2026-11-16", "2026-11-21", "2026-11-22", "2027-01-01"].map(mondayOf)).toEqual([
    "2026-11-16",
    "2026-11-16",
    "2026-11-16",
    "2026-12-28",
  ]);
});

test("an appointment stands where the clocks of the business show it, in summer and in winter [F198]", () => {
  expect(places("2026-07-02", at("a", "2026-07-02T08:00Z", "2026-07-02T09:30Z"))).toEqual([["a", 10, 11.5, "1 of 1"]]);
  expect(places("2026-12-02", at("a", "2026-12-02T09:00Z", "2026-12-02T10:30Z"))).toEqual([["a", 10, 11.5, "1 of 1"]]);
});

test("one over midnight is in both its days, and in no other", () => {
  const night = at("n", "2026-12-02T22:30Z", "2026-12-03T00:30Z");
  expect(places("2026-12-02", night)).toEqual([["n", 23.5, 24, "1 of 1"]]);
  expect(places("2026-12-03", night)).toEqual([["n", 0, 1.5, "1 of 1"]]);
  expect([places("2026-12-01", night), places("2026-12-04", night)]).toEqual([[], []]);
});

test("those at one time stand side by side, and a short one is tall enough for its name", () => {
  const day = [
    at("long", "2026-12-02T08:00Z", "2026-12-02T11:00Z"),
    at("first", "2026-12-02T08:30Z", "2026-12-02T09:00Z"),
    at("second", "2026-12-02T09:00Z", "2026-12-02T09:05Z"),
    at("after", "2026-12-02T11:00Z", "2026-12-02T12:00Z"),
  ];
  expect(places("2026-12-02", ...day)).toEqual([
    ["long", 9, 12, "1 of 2"],
    ["first", 9.5, 10, "2 of 2"],
    ["second", 10, 10.5, "2 of 2"],
    ["after", 12, 13, "1 of 1"],
  ]);
});
