import {
  monthIndex,
  monthStart,
  quarterIndex,
  quarterStart,
  weekIndex,
  weekStart,
  yearIndex,
  yearStart,
} from "../core/epoch-day.js";
import { zoneRules } from "../core/zone.js";
import type { CalendarGrain } from "./types.js";

/** Periods of a grain, numbered without gaps. */
export interface PeriodScale {
  /** The period of an epoch day. */
  indexOf(epochDay: number): number;
  /** The first epoch day of a period. */
  startOf(index: number): number;
}

/** Weeks begin on Monday (ISO 8601). */
export const PERIOD_SCALES: Readonly<Record<CalendarGrain, PeriodScale>> = {
  week: { indexOf: weekIndex, startOf: weekStart },
  month: { indexOf: monthIndex, startOf: monthStart },
  quarter: { indexOf: quarterIndex, startOf: quarterStart },
  year: { indexOf: yearIndex, startOf: yearStart },
};

/** The last period that has ended when `endMs`, the end of `asOfDay` or an instant in it, is reached. */
export function lastCompletePeriod(
  scale: PeriodScale,
  asOfDay: number,
  endMs: number,
  zone: string,
): number {
  const current = scale.indexOf(asOfDay);
  const endsAt = zoneRules(zone).startOfDay(scale.startOf(current + 1));
  return endsAt <= endMs ? current : current - 1;
}

/**
 * The earliest period that any of some orders can lie in. Where clocks go back over midnight, a
 * later instant can lie in the day before.
 */
export function earliestPeriod(scale: PeriodScale, atMs: Float64Array, zone: string): number {
  let earliest = Infinity;
  for (let row = 0; row < atMs.length; row++) earliest = Math.min(earliest, atMs[row]!);
  return scale.indexOf(zoneRules(zone).toEpochDay(earliest) - 1);
}
