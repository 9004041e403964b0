import { describe, expect, it } from "vitest";
import {
  addMonths,
  civilFromEpochDay,
  daysInMonth,
  epochDayFromCivil,
  formatIsoDate,
  isCivilDate,
  isoWeekday,
  monthIndex,
  monthStart,
  parseIsoDate,
  quarterIndex,
  quarterStart,
  weekIndex,
  weekStart,
  yearIndex,
  yearStart,
} from "../../src/core/index.js";

const INVALID = expect.objectContaining({ code: "INVALID_ARGUMENT" });

/** Epoch days from the definition of the calendar: 400 years are 146,097 days. */
const KNOWN: readonly (readonly [date: string, epochDay: number])[] = [
  ["1970-01-01", 0],
  ["1969-12-31", -1],
  ["1997-09-30", 10_134],
  ["2000-02-29", 11_016],
  ["2000-03-01", 11_017],
  ["1900-02-28", -25_509],
  ["1900-03-01", -25_508],
  ["2100-03-01", 47_541],
  ["0000-01-01", -719_528],
  ["0000-03-01", -719_468],
  ["9999-12-31", 2_932_896],
];

describe("epoch days", () => {
  it.each(KNOWN)("%s is day %i, both ways", (date, epochDay) => {
    expect(parseIsoDate(date)).toBe(epochDay);
    expect(formatIsoDate(epochDay)).toBe(date);
    const { year, month, day } = civilFromEpochDay(epochDay);
    expect(epochDayFromCivil(year, month, day)).toBe(epochDay);
  });

  it("the first and the last day of a JavaScript Date are read back", () => {
    expect(civilFromEpochDay(-100_000_000)).toEqual({ year: -271_821, month: 4, day: 20 });
    expect(civilFromEpochDay(100_000_000)).toEqual({ year: 275_760, month: 9, day: 13 });
    expect(epochDayFromCivil(-271_821, 4, 20)).toBe(-100_000_000);
    expect(epochDayFromCivil(275_760, 9, 13)).toBe(100_000_000);
  });

  it.each([
    [2023, 2, 29],
    [1900, 2, 29],
    [2024, 2, 30],
    [2024, 4, 31],
    [2024, 0, 1],
    [2024, 13, 1],
    [2024, 1, 0],
    [2024, 1, 32],
    [2024.5, 1, 1],
    [2024, 1.5, 1],
    [2024, 1, 1.5],
    [Number.NaN, 1, 1],
    [2024, Number.NaN, 1],
    [300_000, 1, 1],
    [2 ** 32 + 2024, 1, 1],
  ])("%d-%d-%d is no day", (year, month, day) => {
    expect(isCivilDate(year, month, day)).toBe(false);
    expect(() => epochDayFromCivil(year, month, day)).toThrow(INVALID);
  });

  it("a date given as texts is refused, not added up as text", () => {
    expect(() => epochDayFromCivil("2024" as never, "1" as never, "1" as never)).toThrow(INVALID);
  });

  it.each([0.5, Number.NaN, Infinity, 100_000_001, -100_000_001, "5" as never])(
    "%s is no epoch day",
    (value) => {
      expect(() => civilFromEpochDay(value)).toThrow(INVALID);
      expect(() => isoWeekday(value)).toThrow(INVALID);
      expect(() => monthIndex(value)).toThrow(INVALID);
    },
  );

  it("29 February is in every fourth year, but not in three of four centuries", () => {
    expect([1999, 2000, 2004, 2023, 2024, 2100, 2400].map((year) => daysInMonth(year, 2))).toEqual([
      28, 29, 29, 28, 29, 28, 29,
    ]);
  });
});

describe("ISO dates", () => {
  it.each([
    "2024-1-01",
    "2024-01-1",
    "24-01-01",
    "20240101",
    "2024/01/01",
    "2024-01-01T00:00:00Z",
    " 2024-01-01",
    "2024-01-01\n",
    "+002024-01-01",
    "２０２４-01-01",
    "2023-02-29",
    "2024-00-10",
    "2024-13-10",
    "",
  ])("%j is not read", (text) => {
    expect(parseIsoDate(text)).toBeUndefined();
  });

  it("what is no text is not read", () => {
    for (const value of [undefined, null, 20_240_101, {}, ["2024-01-01"]]) {
      expect(parseIsoDate(value as never)).toBeUndefined();
    }
  });

  it("a year that four digits cannot hold is not written", () => {
    const outOfRange = expect.objectContaining({ code: "OUT_OF_RANGE" });
    expect(() => formatIsoDate(2_932_897)).toThrow(outOfRange);
    expect(() => formatIsoDate(-719_529)).toThrow(outOfRange);
  });
});

describe("calendar periods of a day", () => {
  const day = (date: string): number => parseIsoDate(date)!;

  it("weekdays run from Monday, 1, to Sunday, 7", () => {
    const week = ["2024-02-26", "2024-02-27", "2024-02-28", "2024-02-29", "2024-03-01"];
    expect(week.map((date) => isoWeekday(day(date)))).toEqual([1, 2, 3, 4, 5]);
    expect(isoWeekday(day("1969-12-28"))).toBe(7);
    expect(isoWeekday(day("1970-01-01"))).toBe(4);
  });

  it("week 0 is the week of 1970-01-01, from Monday to Sunday", () => {
    expect(formatIsoDate(weekStart(0))).toBe("1969-12-29");
    expect(weekIndex(day("1969-12-28"))).toBe(-1);
    expect(weekIndex(day("1969-12-29"))).toBe(0);
    expect(weekIndex(day("1970-01-04"))).toBe(0);
    expect(weekIndex(day("1970-01-05"))).toBe(1);
  });

  it("months, quarters and years count from the start of 1970", () => {
    expect(monthIndex(day("1970-01-31"))).toBe(0);
    expect(monthIndex(day("1969-12-31"))).toBe(-1);
    expect(monthIndex(day("2024-02-29"))).toBe(649);
    expect(quarterIndex(day("1970-03-31"))).toBe(0);
    expect(quarterIndex(day("1970-04-01"))).toBe(1);
    expect(quarterIndex(day("1969-12-31"))).toBe(-1);
    expect(yearIndex(day("1969-01-01"))).toBe(-1);
    expect(yearIndex(day("2024-12-31"))).toBe(54);
  });

  it("each has a first day", () => {
    expect(formatIsoDate(monthStart(649))).toBe("2024-02-01");
    expect(formatIsoDate(monthStart(-1))).toBe("1969-12-01");
    expect(formatIsoDate(quarterStart(217))).toBe("2024-04-01");
    expect(formatIsoDate(yearStart(-70))).toBe("1900-01-01");
  });

  it.each([0.5, Number.NaN, 1e9, "1" as never])("%s is no index of a period", (index) => {
    expect(() => weekStart(index)).toThrow(INVALID);
    expect(() => monthStart(index)).toThrow(INVALID);
    expect(() => quarterStart(index)).toThrow(INVALID);
    expect(() => yearStart(index)).toThrow(INVALID);
  });

  it("a month later than the end of a long month is the end of a shorter one", () => {
    const later = (date: string, months: number): string =>
      formatIsoDate(addMonths(day(date), months));
    expect(later("2024-01-31", 1)).toBe("2024-02-29");
    expect(later("2023-01-31", 1)).toBe("2023-02-28");
    expect(later("2024-01-31", 2)).toBe("2024-03-31");
    expect(later("2024-03-31", -1)).toBe("2024-02-29");
    expect(later("2024-02-29", 12)).toBe("2025-02-28");
    expect(later("2024-02-29", 48)).toBe("2028-02-29");
    expect(later("2024-12-15", 1)).toBe("2025-01-15");
  });
});
