import { epochDayFromCivil, isCivilDate } from "../../core/epoch-day.js";
import type { ZoneRules } from "../../core/zone.js";

const MS_PER_DAY = 86_400_000;
const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;
const EARLIEST_MS = Date.UTC(FIRST_YEAR, 0, 1);
const LATEST_MS = Date.UTC(LAST_YEAR + 1, 0, 1);

/** True for the times from 1900 to 2199, in UTC: what lies beyond is a slip of the pen. */
export function isReadableTime(atMs: number): boolean {
  return atMs >= EARLIEST_MS && atMs < LATEST_MS;
}

/** The times of one zone by their numbers on the calendar and the clock; days are looked up once. */
export class ZoneClock {
  readonly #rules: ZoneRules;
  /** For each year that was asked for, the start of each day by (month, day); NaN until asked for. */
  readonly #years: (Float64Array | undefined)[] = new Array(LAST_YEAR - FIRST_YEAR + 1).fill(
    undefined,
  );

  constructor(rules: ZoneRules) {
    this.#rules = rules;
  }

  /** Epoch milliseconds of the first instant of a day; -Infinity when there is no such day from 1900 to 2199. */
  startOfDay(year: number, month: number, day: number): number {
    const isDay =
      year >= FIRST_YEAR && year <= LAST_YEAR && month >= 1 && month <= 12 && day >= 1 && day <= 31;
    if (!isDay) return -Infinity;
    const dayStarts = this.#years[year - FIRST_YEAR] ?? this.#openYear(year);
    const key = (month << 5) | day;
    const startMs = dayStarts[key]!;
    return Number.isNaN(startMs) ? this.#learnDay(dayStarts, key, year, month, day) : startMs;
  }

  /**
   * Epoch milliseconds of a time of day; -Infinity when there is no such time.
   *
   * @param msOfDay - local time since midnight; NaN when the clock shows no such time
   * @param offsetMs - local time less UTC where the text says it; otherwise the zone's
   */
  timeOf(
    year: number,
    month: number,
    day: number,
    msOfDay: number,
    offsetMs: number | undefined,
  ): number {
    if (Number.isNaN(msOfDay) || !isCivilDate(year, month, day)) return -Infinity;
    const localMs = epochDayFromCivil(year, month, day) * MS_PER_DAY + msOfDay;
    const atMs = offsetMs === undefined ? this.#rules.toInstant(localMs) : localMs - offsetMs;
    return isReadableTime(atMs) ? atMs : -Infinity;
  }

  #openYear(year: number): Float64Array {
    const dayStarts = new Float64Array(16 << 5).fill(Number.NaN);
    this.#years[year - FIRST_YEAR] = dayStarts;
    return dayStarts;
  }

  #learnDay(
    dayStarts: Float64Array,
    key: number,
    year: number,
    month: number,
    day: number,
  ): number {
    const startMs = isCivilDate(year, month, day)
      ? this.#rules.startOfDay(epochDayFromCivil(year, month, day))
      : -Infinity;
    dayStarts[key] = isReadableTime(startMs) ? startMs : -Infinity;
    return dayStarts[key];
  }
}
