import { checkColumn, checkOneOf } from "../../core/column.js";
import { civilFromEpochDay, epochDayFromCivil } from "../../core/epoch-day.js";
import { invalid } from "../../core/errors.js";
import { checkModel, type Model } from "../../core/model.js";
import type { SeasonGrain, SeasonProfile } from "./types.js";

/** Days of the Gregorian calendar per 400 years, of which 97 are leap years. */
const [CYCLE, LEAPS, CYCLE_DAYS] = [400, 97, 146_097];
const EPOCH_YEAR = 1970;
/** How far the mean of a profile may be from 1: rounding of a file. */
const MEAN_TOLERANCE = 1e-6;

/**
 * The time that has passed at the end of a day since 1970 began, when it runs by a season: what lies
 * between two days runs as the later ones do, the purchases of which it leads to. Days may have fractions.
 */
export type SeasonClock = (epochDay: number) => number;

/** How many parts a year has. */
export const PARTS: Readonly<Record<SeasonGrain, number>> = { month: 12, week: 52 };

/** The part of the year of a day; the 52nd week goes on to the end of the year. */
export function partOfYear(by: SeasonGrain, epochDay: number): number {
  const { year, month } = civilFromEpochDay(epochDay);
  if (by === "month") return month - 1;
  return Math.min(51, Math.floor((epochDay - epochDayFromCivil(year, 1, 1)) / 7));
}

/** Days in each part of a year of average length. */
export function partLengths(by: SeasonGrain): number[] {
  const lengths = new Array<number>(PARTS[by]).fill(0);
  for (const [year, share] of [
    [2023, 1 - LEAPS / CYCLE],
    [2024, LEAPS / CYCLE],
  ] as const) {
    const [first, next] = [epochDayFromCivil(year, 1, 1), epochDayFromCivil(year + 1, 1, 1)];
    for (let day = first; day < next; day++) lengths[partOfYear(by, day)]! += share;
  }
  return lengths;
}

/**
 * The clock of a profile.
 *
 * @throws ClienteleError INVALID_ARGUMENT for what is no profile; UNSUPPORTED_VERSION
 */
export function seasonClock(profile: SeasonProfile): SeasonClock {
  checkSeason(profile);
  const { by, multipliers } = profile;
  const cumulate = (year: number): Float64Array => {
    const first = epochDayFromCivil(year, 1, 1);
    const sums = new Float64Array(epochDayFromCivil(year + 1, 1, 1) - first + 1);
    for (let day = 1; day < sums.length; day++) {
      sums[day] = sums[day - 1]! + multipliers[partOfYear(by, first + day - 1)]!;
    }
    return sums;
  };
  const [common, leap] = [cumulate(2023), cumulate(2024)];
  return (epochDay) => {
    const end = epochDay + 1;
    const day = Math.floor(end);
    const { year } = civilFromEpochDay(day);
    const first = epochDayFromCivil(year, 1, 1);
    const years = year - EPOCH_YEAR;
    const leaps = first - 365 * years;
    const sums = epochDayFromCivil(year + 1, 1, 1) - first === 366 ? leap : common;
    const [before, after] = [sums[day - first]!, sums[day - first + 1]!];
    const whole = (years - leaps) * common[365]! + leaps * leap[366]!;
    return whole + before + (end - day) * (after - before);
  };
}

function checkSeason(profile: SeasonProfile): void {
  checkModel(profile as unknown as Model, "season", 1);
  const { by, multipliers } = profile;
  checkOneOf(by, "season.by", ["month", "week"]);
  checkColumn(multipliers, "season.multipliers", "nonNegative", PARTS[by]);
  const mean = meanOverYear(by, multipliers);
  if (!(Math.abs(mean - 1) <= MEAN_TOLERANCE)) {
    throw invalid("season.multipliers", "of mean 1 over a year", mean, {
      remedy: "Divide them by their mean, each weighted by its days",
    });
  }
}

/** The mean of values of the parts of a year, by their lengths. */
export function meanOverYear(by: SeasonGrain, values: readonly number[]): number {
  const lengths = partLengths(by);
  const total = values.reduce((sum, value, part) => sum + value * lengths[part]!, 0);
  return total / (CYCLE_DAYS / CYCLE);
}
