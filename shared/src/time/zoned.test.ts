import { describe, expect, it } from "vitest";
import {
  addDays,
  clockChanges,
  exactLocalTimeOf,
  isRepeated,
  localTimeOf,
  momentOf,
  readDay,
  sameClockIn,
} from "./zoned.ts";

describe("a local time and its moment [Q38]", () => {
  it.each([
    ["2026-07-01T10:00", "Europe/Madrid", "2026-07-01T08:00:00.000Z"],
    ["2026-01-01T10:00", "Europe/Madrid", "2026-01-01T09:00:00.000Z"],
    ["2026-01-01T00:00", "America/Panama", "2026-01-01T05:00:00.000Z"],
    ["2026-01-01T00:00", "Pacific/Kiritimati", "2025-12-31T10:00:00.000Z"],
    ["2026-01-01T12:00", "Asia/Kathmandu", "2026-01-01T06:15:00.000Z"],
    // Shortly before and after the clock goes forward, and on the day of it.
    ["2026-03-29T01:59", "Europe/Madrid", "2026-03-29T00:59:00.000Z"],
    ["2026-03-29T03:00", "Europe/Madrid", "2026-03-29T01:00:00.000Z"],
    ["2026-03-29T10:00", "Europe/Madrid", "2026-03-29T08:00:00.000Z"],
    // It goes back: 02:30 comes twice, and 10:00 is in winter.
    ["2026-10-25T02:30", "Europe/Madrid", "2026-10-25T00:30:00.000Z"],
    ["2026-10-25T10:00", "Europe/Madrid", "2026-10-25T09:00:00.000Z"],
    // Half an hour of change.
    ["2026-04-05T01:45", "Australia/Lord_Howe", "2026-04-04T14:45:00.000Z"],
  ])("%s in %s is %s", (local, zone, moment) => {
    expect(momentOf(local, zone).toISOString()).toBe(moment);
    expect(localTimeOf(moment, zone)).toBe(local);
  });

  it("an hour that is left out is read on the clock of before", () => {
    expect(momentOf("2026-03-29T02:30", "Europe/Madrid").toISOString()).toBe("2026-03-29T01:30:00.000Z");
    expect(localTimeOf("2026-03-29T01:30:00Z", "Europe/Madrid")).toBe("2026-03-29T03:30");
  });

  it("every hour of a year comes back in every zone", () => {
    const lost: string[] = [];
    for (const zone of ["Europe/Madrid", "America/Santiago", "Australia/Lord_Howe"]) {
      for (let moment = Date.UTC(2026, 0, 1); moment < Date.UTC(2027, 0, 1); moment += 3_600_000) {
        const local = localTimeOf(new Date(moment), zone);
        if (localTimeOf(momentOf(local, zone), zone) !== local) lost.push(`${zone} ${local}`);
      }
    }
    expect(lost).toEqual([]);
  });

  it("each moment around each change of the clocks comes back, of an hour that comes twice the right one", () => {
    const zones = [
      "America/New_York",
      "Europe/Madrid",
      "Australia/Lord_Howe",
      "America/Santiago",
      "Africa/Casablanca",
      "Pacific/Apia",
      "Asia/Pyongyang",
      "America/Mexico_City",
      "Europe/Amsterdam",
      "America/Panama",
    ];
    const years = [1, 1891, 1937, 1987, 2011, 2022, 2026, 9998];
    const lost: string[] = [];
    for (const zone of zones) {
      for (const year of years) {
        const from = new Date(0).setUTCFullYear(year, 0, 3);
        const changes = clockChanges(zone, from, new Date(0).setUTCFullYear(year + 1, 0, 3));
        const moments = changes.flatMap(({ at }) =>
          [-5400, -1800, -1, 0, 1, 1800, 5400].map((seconds) => at + seconds * 1000),
        );
        for (const moment of [from, from + 12_345_678, ...moments].map((time) => new Date(time))) {
          const local = exactLocalTimeOf(moment, zone);
          const again = momentOf(local, zone, { second: isRepeated(moment, zone) });
          if (again.getTime() !== moment.getTime()) lost.push(`${zone} ${moment.toISOString()} ${local}`);
          if (sameClockIn(moment, zone, zone).getTime() !== moment.getTime()) lost.push(`${zone} ${local} moves`);
        }
      }
    }
    expect(lost).toEqual([]);
  });

  it("shows seconds where there are some", () => {
    expect(exactLocalTimeOf("2026-12-10T14:00:30Z", "America/Panama")).toBe("2026-12-10T09:00:30");
    expect(exactLocalTimeOf("2026-12-10T14:00:00.5Z", "America/Panama")).toBe("2026-12-10T09:00:00.500");
    expect(exactLocalTimeOf("2026-12-10T14:00:00Z", "America/Panama")).toBe("2026-12-10T09:00");
    expect(exactLocalTimeOf("0001-01-02T12:00:00Z", "Etc/GMT+5")).toBe("0001-01-02T07:00");
  });

  it("tells the changes of a zone's clocks to the second", () => {
    const changes = clockChanges("America/New_York", Date.UTC(2026, 0), Date.UTC(2027, 0));
    expect(changes.map(({ at, after }) => [new Date(at).toISOString(), after / 3_600_000])).toEqual([
      ["2026-03-08T07:00:00.000Z", -4],
      ["2026-11-01T06:00:00.000Z", -5],
    ]);
  });

  it("days are counted across months and years", () => {
    expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
    expect(addDays("2028-03-01", -1)).toBe("2028-02-29");
  });
});

it("a day that a calendar does not have is none", () => {
  expect(["2026-02-29", "2026-13-45", "0000-00-00", "morgen", "", null].map(readDay)).toEqual(Array(6).fill(null));
  expect(["2026-11-22", "2028-02-29"].map(readDay)).toEqual(["2026-11-22", "2028-02-29"]);
});
