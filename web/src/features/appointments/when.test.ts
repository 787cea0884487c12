import { clockChanges } from "@clientela/shared/time/zoned";
import { expect, test } from "vitest";
import { changedTimes, momentsOf, whenOf } from "./when.ts";

const minute = 60_000;
const zones = [
  "America/New_York",
  "Europe/Madrid",
  "Australia/Lord_Howe",
  "America/Santiago",
  "Africa/Casablanca",
  "Asia/Kathmandu",
  "America/Panama",
  "UTC",
];
/** Appointments over and beside each change of the clocks of a year, and some far from any. */
const samples = zones.flatMap((timeZone) => {
  const changes = clockChanges(timeZone, Date.UTC(2027, 0), Date.UTC(2028, 0)).map(({ at }) => at);
  return [Date.UTC(2027, 5, 1, 9), ...changes].flatMap((near) =>
    [-90, -60, -30, 0, 30, 60].flatMap((before) =>
      [1, 30, 60, 1440, 3 * 1440 + 480].map((length) => ({
        startsAt: new Date(near + before * minute).toISOString(),
        endsAt: new Date(near + (before + length) * minute + 30_000).toISOString(),
        timeZone,
      })),
    ),
  );
});

test("times that were not changed are not sent, in every zone and around every change of its clocks [F198]", () => {
  for (const sample of samples) expect(changedTimes(whenOf(sample), sample)).toEqual({});
});

test("a changed end leaves the start at the very moment it was, and the other way round", () => {
  for (const sample of samples) {
    const shown = whenOf(sample);
    const later = changedTimes({ ...shown, endDay: "2031-01-15", end: "10:00" }, sample);
    expect(later.startsAt).toBe(sample.startsAt);
    const earlier = changedTimes({ ...shown, day: "2020-01-15", start: "10:00" }, sample);
    expect(earlier.endsAt).toBe(sample.endsAt);
  }
});

test("what is typed ends after it starts wherever it did, also in an hour that comes twice", () => {
  for (const sample of samples) {
    const { startsAt, endsAt } = momentsOf(whenOf(sample));
    expect(endsAt > startsAt, JSON.stringify(sample)).toBe(true);
  }
});

test("a zone changed alone is sent alone; with a time, both are read on the new clocks", () => {
  const sample = { startsAt: "2026-12-10T14:00:00Z", endsAt: "2026-12-12T22:00:00Z", timeZone: "America/Panama" };
  const moved = { ...whenOf(sample), timeZone: "Europe/Madrid" };
  expect(changedTimes(moved, sample)).toEqual({ timeZone: "Europe/Madrid" });
  expect(changedTimes({ ...moved, start: "10:00" }, sample)).toEqual({
    startsAt: "2026-12-10T09:00:00.000Z",
    endsAt: "2026-12-12T16:00:00.000Z",
    timeZone: "Europe/Madrid",
  });
});

test("days, seconds and 24 hours are shown and kept", () => {
  expect(whenOf({ startsAt: "2026-12-10T14:00:30Z", endsAt: "2026-12-12T22:00:00Z", timeZone: "UTC" })).toEqual({
    day: "2026-12-10",
    start: "14:00:30",
    endDay: "2026-12-12",
    end: "22:00",
    timeZone: "UTC",
  });
  const whole = { day: "2026-12-10", start: "14:00", endDay: "2026-12-11", end: "14:00", timeZone: "UTC" };
  expect(momentsOf(whole).endsAt.toISOString()).toBe("2026-12-11T14:00:00.000Z");
});
