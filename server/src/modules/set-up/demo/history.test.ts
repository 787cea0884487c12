import { localTimeOf } from "@clientela/shared/time/zoned";
import type { Kysely } from "kysely";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Database } from "../../../database/tables.ts";
import { History } from "./history.ts";

const historyAt = (now: string, zone: string) => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(now) });
  return new History({} as Kysely<Database>, { locale: "es", zone });
};
afterEach(() => vi.useRealTimers());

describe("moments of the demo's past", () => {
  it.each([
    ["2026-11-26T17:00:00Z", "America/Panama"],
    ["2027-01-01T00:00:30Z", "UTC"],
    ["2028-02-29T11:59:00Z", "Pacific/Kiritimati"],
    ["2027-03-28T01:30:00Z", "Europe/Madrid"],
    ["2027-11-07T06:30:00Z", "America/New_York"],
    ["2026-11-29T03:00:00Z", "Pacific/Pago_Pago"],
  ])("at %s in %s they are over, on working days, and distinct today", (now, zone) => {
    const history = historyAt(now, zone);
    for (let daysAgo = 1; daysAgo < 60; daysAgo += 1) {
      const moment = history.past(daysAgo, "9:05");
      expect(moment.getTime()).toBeLessThan(Date.parse(now));
      const local = localTimeOf(moment, zone);
      expect([1, 2, 3, 4, 5]).toContain(new Date(`${local.slice(0, 10)}T12:00:00Z`).getUTCDay());
      expect(local.slice(11, 16)).toBe("09:05");
    }
    const recent = ["23:57", "23:58", "23:59"].map((time) => history.past(0, time).getTime());
    expect(new Set(recent).size).toBe(3);
    for (const moment of recent) expect(moment).toBeLessThan(Date.parse(now));
  });
});
