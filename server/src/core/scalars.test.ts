import { type GraphQLScalarType, parseValue } from "graphql";
import { describe, expect, it } from "vitest";
import { CalendarDate, DateTime, Json, uuidOrNull } from "./scalars.ts";

const literal = (scalar: GraphQLScalarType, text: string) => scalar.parseLiteral(parseValue(text), {});

describe("DateTime", () => {
  it.each([
    ["2024-01-31T10:00:00Z", "2024-01-31T10:00:00.000Z"],
    ["2024-01-31T10:00:00.123456+01:00", "2024-01-31T09:00:00.123Z"],
    ["2024-02-29t23:59:59.5z", "2024-02-29T23:59:59.500Z"],
  ])("reads %s", (text, expected) => {
    expect(DateTime.parseValue(text)).toEqual(new Date(expected));
    expect(literal(DateTime, `"${text}"`)).toEqual(new Date(expected));
  });

  it.each([
    "2024-01-31",
    "2024-01-31T10:00:00",
    "2024-02-30T10:00:00Z",
    "0000-01-01T10:00:00Z",
    "2024-01-31T24:00:00Z",
    "0001-01-01T00:00:00+14:00",
    "9999-12-31T23:59:59-14:00",
    "infinity",
    "",
    0,
    null,
    true,
    [],
  ])("refuses %j", (value) => {
    expect(() => DateTime.parseValue(value)).toThrow("Not a date and time");
    expect(() => DateTime.serialize(value)).toThrow("Not a date and time");
  });

  it("shows what PostgreSQL's JSON and its driver give", () => {
    expect(DateTime.serialize("2024-01-31T10:00:00.123456+00:00")).toBe("2024-01-31T10:00:00.123456Z");
    expect(DateTime.serialize("2024-01-31T10:00:00+02:00")).toBe("2024-01-31T08:00:00.000Z");
    expect(DateTime.serialize(new Date(0))).toBe("1970-01-01T00:00:00.000Z");
  });
});

describe("Date", () => {
  it("reads and shows a day as it is written", () => {
    for (const day of ["2024-02-29", "0001-01-01", "9999-12-31"]) {
      expect(CalendarDate.parseValue(day)).toBe(day);
      expect(CalendarDate.serialize(day)).toBe(day);
    }
    expect(literal(CalendarDate, '"2024-02-29"')).toBe("2024-02-29");
  });

  it.each([
    "2023-02-29",
    "0000-01-01",
    "2024-13-01",
    "2024-1-1",
    "2024-01-01T00:00:00Z",
    "-infinity",
    20240101,
    null,
    new Date(0),
  ])("refuses %j", (value) => {
    expect(() => CalendarDate.parseValue(value)).toThrow("Not a date");
    expect(() => CalendarDate.serialize(value)).toThrow("Not a date");
  });
});

describe("JSON", () => {
  it("takes any value, with variables in literals", () => {
    expect(Json.parseValue({ a: [1, null] })).toEqual({ a: [1, null] });
    expect(Json.serialize([1, { a: null }])).toEqual([1, { a: null }]);
    const node = parseValue('{ a: [1, "x", $v] }');
    expect(Json.parseLiteral(node, { v: true })).toMatchObject({ a: [1, "x", true] });
  });
});

describe("uuidOrNull", () => {
  it("passes UUIDs alone, in small letters as the database writes them", () => {
    const id = "0190A1b2-0000-7000-8000-00000000000f";
    expect(uuidOrNull(id)).toBe(id.toLowerCase());
    for (const text of ["", `{${id}}`, id.replaceAll("-", ""), `${id}\n`, ` ${id}`, `${id}0`])
      expect(uuidOrNull(text)).toBeNull();
  });
});
