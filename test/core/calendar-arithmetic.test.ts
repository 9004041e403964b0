import { describe, expect, it } from "vitest";
import {
  addPeriod,
  countPeriods,
  daysBetween,
  type PeriodOptionsInput,
  parsePeriod,
  subtractPeriod,
} from "../../src/core/index.js";

const INVALID = expect.objectContaining({ code: "INVALID_ARGUMENT" });
const OUT_OF_RANGE = expect.objectContaining({ code: "OUT_OF_RANGE" });
const NEW_YORK = "America/New_York";

function add(at: string, period: string, zone = "UTC", options?: PeriodOptionsInput): string {
  return new Date(addPeriod(Date.parse(at), parsePeriod(period), zone, options)).toISOString();
}

function subtract(at: string, period: string, zone = "UTC", options?: PeriodOptionsInput): string {
  return new Date(subtractPeriod(Date.parse(at), parsePeriod(period), zone, options)).toISOString();
}

function count(from: string, to: string, period: string, zone = "UTC"): number {
  return countPeriods(Date.parse(from), Date.parse(to), parsePeriod(period), zone);
}

describe("addPeriod", () => {
  it("ends a shorter month at its end", () => {
    expect(add("2024-01-31T00:00Z", "P1M")).toBe("2024-02-29T00:00:00.000Z");
    expect(add("2023-01-31T00:00Z", "P1M")).toBe("2023-02-28T00:00:00.000Z");
    expect(add("2024-02-29T00:00Z", "P1Y")).toBe("2025-02-28T00:00:00.000Z");
    expect(add("2024-02-29T00:00Z", "P4Y")).toBe("2028-02-29T00:00:00.000Z");
    expect(add("2096-02-29T00:00Z", "P4Y")).toBe("2100-02-28T00:00:00.000Z");
  });

  it("counts a repetition from its anchor, so that a month end does not drift", () => {
    const ends = [1, 2, 3, 4].map((count) => add("2024-01-31T09:00Z", "P1M", "UTC", { count }));
    expect(ends.map((end) => end.slice(0, 10))).toEqual([
      "2024-02-29",
      "2024-03-31",
      "2024-04-30",
      "2024-05-31",
    ]);
    expect(add("2024-01-31T09:00Z", "P1M", "UTC", { count: 0 })).toBe("2024-01-31T09:00:00.000Z");
  });

  it("moves by years and months first, then by weeks and days, then by exact time", () => {
    expect(add("2024-01-31T00:00Z", "P1M1D")).toBe("2024-03-01T00:00:00.000Z");
    expect(add("2023-11-30T00:00Z", "P1Y3M1W1DT25H1M1S")).toBe("2025-03-09T01:01:01.000Z");
  });

  it("counts months on the calendar of the zone", () => {
    // 31 January in Shanghai is still 30 January in UTC.
    expect(add("2023-01-30T17:00Z", "P1M", "Asia/Shanghai")).toBe("2023-02-27T17:00:00.000Z");
    expect(add("2023-01-30T17:00Z", "P1M", "UTC")).toBe("2023-02-28T17:00:00.000Z");
  });

  it("keeps the wall clock over a change of the clocks", () => {
    // 12:00 in winter and in summer.
    expect(add("2024-03-09T17:00Z", "P1D", NEW_YORK)).toBe("2024-03-10T16:00:00.000Z");
    expect(add("2024-11-02T16:00Z", "P1D", NEW_YORK)).toBe("2024-11-03T17:00:00.000Z");
    expect(add("2024-01-15T17:00Z", "P6M", NEW_YORK)).toBe("2024-07-15T16:00:00.000Z");
  });

  it("adds hours as exact time", () => {
    expect(add("2024-03-09T17:00Z", "PT24H", NEW_YORK)).toBe("2024-03-10T17:00:00.000Z");
    // From the first 01:30 to the second, and on to 02:30.
    expect(add("2024-11-03T05:30Z", "PT1H", NEW_YORK)).toBe("2024-11-03T06:30:00.000Z");
    expect(add("2024-11-03T06:30Z", "PT1H", NEW_YORK)).toBe("2024-11-03T07:30:00.000Z");
  });

  it("does not move by a period of no length, even in an overlap", () => {
    expect(add("2024-11-03T06:30Z", "P0D", NEW_YORK)).toBe("2024-11-03T06:30:00.000Z");
  });

  it("in a gap comes out later by default, earlier when asked", () => {
    // 02:30 on 10 March 2024 was skipped.
    expect(add("2024-03-09T07:30Z", "P1D", NEW_YORK)).toBe("2024-03-10T07:30:00.000Z");
    expect(add("2024-03-09T07:30Z", "P1D", NEW_YORK, { gap: "later" })).toBe(
      "2024-03-10T07:30:00.000Z",
    );
    expect(add("2024-03-09T07:30Z", "P1D", NEW_YORK, { gap: "earlier" })).toBe(
      "2024-03-10T06:30:00.000Z",
    );
    expect(add("2024-03-09T07:30Z", "P1D", NEW_YORK, { gap: undefined })).toBe(
      "2024-03-10T07:30:00.000Z",
    );
  });

  it("in an overlap is the first instant by default, the second when asked", () => {
    // 01:30 on 3 November 2024 was shown twice.
    expect(add("2024-11-02T05:30Z", "P1D", NEW_YORK)).toBe("2024-11-03T05:30:00.000Z");
    expect(add("2024-11-02T05:30Z", "P1D", NEW_YORK, { overlap: "later" })).toBe(
      "2024-11-03T06:30:00.000Z",
    );
  });

  it("passes a skipped midnight and a skipped day", () => {
    expect(add("2018-11-03T03:00Z", "P1D", "America/Sao_Paulo")).toBe("2018-11-04T03:00:00.000Z");
    expect(add("2011-12-29T10:00Z", "P1D", "Pacific/Apia")).toBe("2011-12-30T10:00:00.000Z");
    expect(add("2011-12-29T10:00Z", "P2D", "Pacific/Apia")).toBe("2011-12-30T10:00:00.000Z");
    expect(add("2011-12-29T10:00Z", "P3D", "Pacific/Apia")).toBe("2011-12-31T10:00:00.000Z");
  });

  it("keeps the seconds of local mean time", () => {
    expect(add("1900-01-31T12:00Z", "P100Y", "Africa/Monrovia")).toBe("2000-01-31T11:16:52.000Z");
    expect(add("1890-01-31T12:00Z", "P1M", "Europe/Amsterdam")).toBe("1890-02-28T12:00:00.000Z");
  });

  it("reaches far years", () => {
    expect(add("2024-02-29T00:00Z", "P10000Y")).toBe("+012024-02-29T00:00:00.000Z");
    expect(subtract("2024-02-29T00:00Z", "P2024Y")).toBe("0000-02-29T00:00:00.000Z");
    expect(add("2024-07-01T12:00Z", "P500Y", "Europe/Berlin")).toBe("2524-07-01T12:00:00.000Z");
  });

  it("refuses to leave the calendar", () => {
    for (const period of ["P300000Y", "P9007199254740991M", "PT9007199254740991S"]) {
      expect(() => add("2024-01-01T00:00Z", period)).toThrow(OUT_OF_RANGE);
      expect(() => subtract("2024-01-01T00:00Z", period)).toThrow(OUT_OF_RANGE);
    }
    expect(() =>
      addPeriod(0, parsePeriod("P1Y"), "UTC", { count: Number.MAX_SAFE_INTEGER }),
    ).toThrow(OUT_OF_RANGE);
  });

  it("refuses broken arguments", () => {
    const month = parsePeriod("P1M");
    expect(() => addPeriod(Number.NaN, month, "UTC")).toThrow(INVALID);
    expect(() => addPeriod("0" as never, month, "UTC")).toThrow(INVALID);
    expect(() => addPeriod(0, "P1M" as never, "UTC")).toThrow(INVALID);
    expect(() => addPeriod(0, { ...month, months: -1 }, "UTC")).toThrow(INVALID);
    expect(() => addPeriod(0, { months: 1 } as never, "UTC")).toThrow(INVALID);
    expect(() => addPeriod(0, month, "UTC", { count: -1 })).toThrow(INVALID);
    expect(() => addPeriod(0, month, "UTC", { count: 0.5 })).toThrow(INVALID);
    expect(() => addPeriod(0, month, "UTC", { gap: "never" as never })).toThrow(INVALID);
    expect(() => addPeriod(0, month, "UTC", { overlap: "both" as never })).toThrow(INVALID);
    expect(() => addPeriod(0, month, "UTC", null as never)).toThrow(INVALID);
    expect(() => addPeriod(0, month, "UTC", { times: 2 } as never)).toThrow(
      expect.objectContaining({ code: "UNKNOWN_OPTION" }),
    );
    expect(() => addPeriod(0, month, "Mars/Olympus")).toThrow(
      expect.objectContaining({ code: "UNKNOWN_TIME_ZONE" }),
    );
  });
});

describe("subtractPeriod", () => {
  it("takes the same steps backwards", () => {
    expect(subtract("2024-03-31T00:00Z", "P1M")).toBe("2024-02-29T00:00:00.000Z");
    expect(subtract("2024-03-31T00:00Z", "P1M", "UTC", { count: 2 })).toBe(
      "2024-01-31T00:00:00.000Z",
    );
    expect(subtract("2024-03-01T00:00Z", "P1M1DT1H")).toBe("2024-01-30T23:00:00.000Z");
    expect(subtract("2024-03-11T16:00Z", "P1D", NEW_YORK)).toBe("2024-03-10T16:00:00.000Z");
    expect(subtract("2024-03-10T16:00Z", "P1D", NEW_YORK)).toBe("2024-03-09T17:00:00.000Z");
  });
});

describe("countPeriods", () => {
  it("counts full years of age, on the birthday and the day before", () => {
    expect(count("2000-02-29T00:00Z", "2023-02-27T23:59Z", "P1Y")).toBe(22);
    expect(count("2000-02-29T00:00Z", "2023-02-28T00:00Z", "P1Y")).toBe(23);
    expect(count("2000-02-29T00:00Z", "2024-02-28T23:59Z", "P1Y")).toBe(23);
    expect(count("2000-02-29T00:00Z", "2024-02-29T00:00Z", "P1Y")).toBe(24);
  });

  it("counts nothing before the first period is over, and backwards from -1", () => {
    expect(count("2024-01-31T00:00Z", "2024-01-31T00:00Z", "P1M")).toBe(0);
    expect(count("2024-01-31T00:00Z", "2024-02-28T23:59Z", "P1M")).toBe(0);
    expect(count("2024-01-31T00:00Z", "2024-01-30T23:59Z", "P1M")).toBe(-1);
    expect(count("2024-01-31T00:00Z", "2023-12-31T00:00Z", "P1M")).toBe(-1);
    expect(count("2024-01-31T00:00Z", "2023-12-30T23:59Z", "P1M")).toBe(-2);
  });

  it("counts days of 23 and 25 hours as days, and hours as hours", () => {
    expect(count("2024-03-09T17:00Z", "2024-03-10T16:00Z", "P1D", NEW_YORK)).toBe(1);
    expect(count("2024-11-02T16:00Z", "2024-11-03T16:59Z", "P1D", NEW_YORK)).toBe(0);
    expect(count("2024-11-02T16:00Z", "2024-11-03T16:59Z", "PT1H", NEW_YORK)).toBe(24);
  });

  it("a period longer than the calendar never passes", () => {
    expect(count("2024-01-01T00:00Z", "9999-01-01T00:00Z", "P300000Y")).toBe(0);
    expect(count("2024-01-01T00:00Z", "0000-01-01T00:00Z", "P300000Y")).toBe(-1);
  });

  it("counts the seconds of the whole calendar without counting on its fingers", () => {
    const second = parsePeriod("PT1S");
    const month = parsePeriod("P1M");
    expect(countPeriods(-8e15, 8e15, second, "UTC")).toBe(16e12);
    expect(countPeriods(8e15, -8e15, second, "UTC")).toBe(-16e12);
    const ends = [Date.UTC(-250_000, 0, 31), Date.UTC(250_000, 0, 31)] as const;
    expect(countPeriods(...ends, month, "UTC")).toBe(500_000 * 12);
    expect(() => countPeriods(-8.64e15, 8.64e15, second, "UTC")).toThrow(OUT_OF_RANGE);
    expect(() => countPeriods(0, -8.64e15, second, "UTC")).toThrow(OUT_OF_RANGE);
    expect(() => addPeriod(8.64e15, second, "UTC")).toThrow(OUT_OF_RANGE);
  });

  it("refuses a period of no length and what is no instant", () => {
    expect(() => count("2024-01-01T00:00Z", "2025-01-01T00:00Z", "P0D")).toThrow(INVALID);
    const day = parsePeriod("P1D");
    expect(() => countPeriods(Number.NaN, 0, day, "UTC")).toThrow(INVALID);
    expect(() => countPeriods(0, Number.NaN, day, "UTC")).toThrow(INVALID);
    expect(() => countPeriods(0, 1, null as never, "UTC")).toThrow(INVALID);
    expect(() => countPeriods(0, 1, day, "UTC", { gap: "later" } as never)).toThrow(INVALID);
  });
});

describe("daysBetween", () => {
  it("counts midnights of the zone, whatever the clock says", () => {
    const from = Date.parse("2024-03-09T15:59Z");
    expect(daysBetween(from, from + 120_000, "UTC")).toBe(0);
    expect(daysBetween(from, from + 120_000, "Asia/Shanghai")).toBe(1);
    expect(daysBetween(from + 120_000, from, "Asia/Shanghai")).toBe(-1);
    expect(
      daysBetween(Date.parse("2024-02-28T00:00Z"), Date.parse("2024-03-01T00:00Z"), "UTC"),
    ).toBe(2);
  });

  it("refuses what is no instant", () => {
    expect(() => daysBetween(0, Number.NaN, "UTC")).toThrow(INVALID);
  });
});
