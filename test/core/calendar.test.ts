import { describe, expect, it } from "vitest";
import {
  type AsOf,
  DAYS_PER_UNIT,
  formatIsoDate,
  parseTimestamp,
  resolveAsOf,
  toEpochMs,
} from "../../src/core/index.js";

const INVALID = expect.objectContaining({ code: "INVALID_ARGUMENT" });

describe("toEpochMs", () => {
  it("takes epoch milliseconds, a Date and a Temporal instant", () => {
    expect(toEpochMs(1_700_000_000_000)).toBe(1_700_000_000_000);
    expect(toEpochMs(new Date(-1))).toBe(-1);
    expect(toEpochMs({ epochMilliseconds: 5 })).toBe(5);
  });

  it("reads the time of a Date, not what a subclass says of it", () => {
    class Liar extends Date {
      override getTime(): number {
        return 0;
      }
    }
    expect(toEpochMs(new Liar(5))).toBe(5);
  });

  it.each([
    Number.NaN,
    Infinity,
    8.64e15 + 2,
    0.5,
    new Date(Number.NaN),
    "2024-01-01",
    "0",
    5n,
    null,
    undefined,
    {},
    { epochMilliseconds: "5" },
    { epochMilliseconds: Number.NaN },
    () => 5,
  ])("refuses %s", (instant) => {
    expect(() => toEpochMs(instant as never)).toThrow(INVALID);
  });

  it("names the place", () => {
    expect(() => toEpochMs(new Date(Number.NaN), "order.at")).toThrow(/^order\.at must be epoch/);
  });
});

describe("parseTimestamp", () => {
  it.each([
    ["1970-01-01T00:00:00Z", 0],
    ["1970-01-01T08:00:00+08:00", 0],
    ["1969-12-31T19:00-05:00", 0],
    ["1970-01-01T05:30+05:30", 0],
    ["1970-01-01T00:00:01.5Z", 1500],
    ["1970-01-01T00:00:00.123456789Z", 123],
    ["2024-02-29T23:59:59.999Z", Date.UTC(2024, 1, 29, 23, 59, 59, 999)],
    ["0000-01-01T00:00:00Z", Date.parse("0000-01-01T00:00:00Z")],
  ])("%s is %i", (text, atMs) => {
    expect(parseTimestamp(text)).toBe(atMs);
  });

  it.each([
    "2024-01-01T00:00:00",
    "2024-01-01 00:00:00Z",
    "2024-01-01",
    "2023-02-29T00:00:00Z",
    "2024-01-01T24:00:00Z",
    "2024-01-01T00:60:00Z",
    "2024-01-01T00:00:60Z",
    "2024-01-01T00:00:00.Z",
    "2024-01-01T00:00:00+8",
    "2024-01-01T00:00:00+24:00",
    "2024-01-01T00:00:00Z ",
    "2024-01-01T00Z",
    "",
  ])("%j is not read", (text) => {
    expect(parseTimestamp(text)).toBeUndefined();
  });

  it("what is no text is not read", () => {
    for (const value of [undefined, null, 0, {}]) {
      expect(parseTimestamp(value as never)).toBeUndefined();
    }
  });
});

describe("resolveAsOf", () => {
  const resolve = (asOf: AsOf, zone: string): readonly [string, string] => {
    const { epochDay, endMs } = resolveAsOf(asOf, zone);
    return [formatIsoDate(epochDay), new Date(endMs).toISOString()];
  };

  it("a date counts through the end of that local day", () => {
    expect(resolve("2024-03-31", "UTC")).toEqual(["2024-03-31", "2024-04-01T00:00:00.000Z"]);
    expect(resolve("2024-02-29", "Asia/Shanghai")).toEqual([
      "2024-02-29",
      "2024-02-29T16:00:00.000Z",
    ]);
    // A day of 23 and one of 25 hours.
    expect(resolve("2024-03-10", "America/New_York")[1]).toBe("2024-03-11T04:00:00.000Z");
    expect(resolve("2024-11-03", "America/New_York")[1]).toBe("2024-11-04T05:00:00.000Z");
    // The next day starts at 01:00 on the clock.
    expect(resolve("2018-11-03", "America/Sao_Paulo")[1]).toBe("2018-11-04T03:00:00.000Z");
  });

  it("an instant counts itself, and its local day is the last", () => {
    const atMs = Date.UTC(2024, 11, 31, 20);
    for (const asOf of [atMs, new Date(atMs), { epochMilliseconds: atMs }, "2024-12-31T20:00Z"]) {
      expect(resolve(asOf, "Asia/Shanghai")).toEqual(["2025-01-01", "2024-12-31T20:00:00.001Z"]);
    }
  });

  it.each(["2024-02-30", "2024-01-01T00:00:00", "31/12/2024", "", Number.NaN, null, undefined])(
    "refuses %s",
    (asOf) => {
      expect(() => resolveAsOf(asOf as never, "UTC")).toThrow(INVALID);
    },
  );

  it("says how to write it", () => {
    expect(() => resolveAsOf("31/12/2024", "UTC", "options.asOf")).toThrow(
      'options.asOf must be a date, or a time with its offset from UTC, got "31/12/2024". Write it as 2024-03-31 or as 2024-03-31T18:00:00+08:00',
    );
  });

  it("refuses an unknown zone", () => {
    expect(() => resolveAsOf("2024-01-01", "Mars/Olympus")).toThrow(
      expect.objectContaining({ code: "UNKNOWN_TIME_ZONE" }),
    );
  });
});

describe("units of time", () => {
  it("a year is the mean Gregorian year and a month its twelfth", () => {
    expect(DAYS_PER_UNIT.year * 400).toBe(146_097);
    expect(DAYS_PER_UNIT).toEqual({ day: 1, week: 7, month: 30.436875, year: 365.2425 });
  });
});
