import { fc, it } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import {
  addMonths,
  civilFromEpochDay,
  epochDayFromCivil,
  formatIsoDate,
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

const MS_PER_DAY = 86_400_000;
const anyDay = fc.integer({ min: -99_999_999, max: 99_999_999 });
const fourDigitDay = fc.integer({ min: -719_528, max: 2_932_896 });

describe("epoch days", () => {
  it.prop([anyDay])("agree with the Date of the platform", (epochDay) => {
    const date = new Date(epochDay * MS_PER_DAY);
    expect(civilFromEpochDay(epochDay)).toEqual({
      year: date.getUTCFullYear(),
      month: date.getUTCMonth() + 1,
      day: date.getUTCDate(),
    });
    expect(isoWeekday(epochDay) % 7).toBe(date.getUTCDay());
  });

  it.prop([anyDay])("come back from their date", (epochDay) => {
    const { year, month, day } = civilFromEpochDay(epochDay);
    expect(epochDayFromCivil(year, month, day)).toBe(epochDay);
  });

  it.prop([fourDigitDay])("come back from their text", (epochDay) => {
    expect(parseIsoDate(formatIsoDate(epochDay))).toBe(epochDay);
  });

  it.prop([fc.string()])("come from no text but their own", (text) => {
    const epochDay = parseIsoDate(text);
    if (epochDay !== undefined) expect(formatIsoDate(epochDay)).toBe(text);
  });

  it.prop([anyDay])("lie in exactly one week, month, quarter and year", (epochDay) => {
    for (const [indexOf, startOf] of [
      [weekIndex, weekStart],
      [monthIndex, monthStart],
      [quarterIndex, quarterStart],
      [yearIndex, yearStart],
    ] as const) {
      const index = indexOf(epochDay);
      expect(startOf(index)).toBeLessThanOrEqual(epochDay);
      expect(startOf(index + 1)).toBeGreaterThan(epochDay);
    }
  });

  it.prop([fourDigitDay, fc.integer({ min: -5000, max: 5000 })])(
    "move by months to the same day of the month, or to its last",
    (epochDay, months) => {
      const moved = addMonths(epochDay, months);
      expect(monthIndex(moved)).toBe(monthIndex(epochDay) + months);
      const isLast = monthIndex(moved + 1) !== monthIndex(moved);
      const { day } = civilFromEpochDay(epochDay);
      if (isLast) expect(civilFromEpochDay(moved).day).toBeLessThanOrEqual(day);
      else expect(civilFromEpochDay(moved).day).toBe(day);
    },
  );
});
