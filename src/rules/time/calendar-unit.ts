import {
  monthIndex,
  monthStart,
  quarterIndex,
  quarterStart,
  weekIndex,
  weekStart,
  yearIndex,
  yearStart,
} from "../../core/epoch-day.js";
import type { CalendarUnit } from "../types.js";

/** How the days of a unit are numbered, and where each begins. */
interface UnitRules {
  readonly index: (epochDay: number) => number;
  readonly start: (index: number) => number;
}

const same = (day: number): number => day;

const UNITS: Readonly<Record<CalendarUnit, UnitRules>> = {
  day: { index: same, start: same },
  week: { index: weekIndex, start: weekStart },
  month: { index: monthIndex, start: monthStart },
  quarter: { index: quarterIndex, start: quarterStart },
  year: { index: yearIndex, start: yearStart },
};

/** The first day of the unit that lies `back` units before the one of `epochDay`. */
export function unitStart(unit: CalendarUnit, epochDay: number, back: number): number {
  const { index, start } = UNITS[unit];
  return start(index(epochDay) - back);
}
