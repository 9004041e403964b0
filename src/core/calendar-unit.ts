import {
  monthIndex,
  monthStart,
  quarterIndex,
  quarterStart,
  weekIndex,
  weekStart,
  yearIndex,
  yearStart,
} from "./epoch-day.js";

/** Units of the calendar, numbered without gaps. */
export interface UnitScale {
  /** The unit of an epoch day. */
  indexOf(epochDay: number): number;
  /** The first epoch day of a unit. */
  startOf(index: number): number;
}

type UnitName = "day" | "week" | "month" | "quarter" | "year";

const same = (day: number): number => day;

/** Weeks begin on Monday (ISO 8601). */
export const UNIT_SCALES: Readonly<Record<UnitName, UnitScale>> = {
  day: { indexOf: same, startOf: same },
  week: { indexOf: weekIndex, startOf: weekStart },
  month: { indexOf: monthIndex, startOf: monthStart },
  quarter: { indexOf: quarterIndex, startOf: quarterStart },
  year: { indexOf: yearIndex, startOf: yearStart },
};

/** The first day of the unit that lies `back` units before the one of `epochDay`. */
export function unitStart(unit: UnitName, epochDay: number, back = 0): number {
  const { indexOf, startOf } = UNIT_SCALES[unit];
  return startOf(indexOf(epochDay) - back);
}
