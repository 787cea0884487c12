import { createFormats } from "@clientela/shared/formats";
import { expect, test } from "vitest";
import { whenTexts } from "./whenTexts.ts";

const zone = "Europe/Madrid";
const formats = createFormats("es-ES", zone);
const when = (startsAt: string, endsAt: string, timeZone = zone) =>
  whenTexts({ startsAt, endsAt, timeZone }, zone, formats);

test("an appointment is told on the business's clocks, in summer and in winter", () => {
  expect(when("2031-07-02T08:00Z", "2031-07-02T09:30Z")).toEqual({
    day: "2 jul 2031",
    from: "10:00",
    till: "11:30",
    there: null,
  });
  expect(when("2031-12-02T09:00Z", "2031-12-02T10:30Z")).toMatchObject({ from: "10:00", till: "11:30" });
});

test("one over midnight names the day it ends", () => {
  expect(when("2031-07-02T21:00Z", "2031-07-02T23:00Z")).toMatchObject({ from: "23:00", till: "3 jul 2031, 1:00" });
});

test("one agreed on other clocks tells their time too, and only where it differs", () => {
  expect(when("2031-07-02T08:00Z", "2031-07-02T09:00Z", "America/Panama").there).toBe("03:00 Panama");
  expect(when("2031-07-02T08:00Z", "2031-07-02T09:00Z", "Europe/Paris").there).toBeNull();
});
