import { resolveAsOf } from "../../core/calendar.js";
import { checkColumn } from "../../core/column.js";
import { invalid } from "../../core/errors.js";
import { withDefaults } from "../../core/options.js";
import { checkZone, localDays } from "../../core/zone.js";
import { readHistories } from "../data/read-histories.js";
import { type Duration, durationIn, unitRatio } from "../time/duration.js";
import { SEASONAL_DURATION_DEFAULTS, type SeasonalDurationOptions } from "./options.js";
import { seasonClock } from "./season-clock.js";
import type { DatedHistories, SeasonProfile } from "./types.js";

/**
 * Histories in time that runs by a season: a month in which customers buy twice as fast as on average
 * counts as two. A model fitted to them has no season left to explain, and every prediction of it
 * takes histories and horizons in such time; see {@link seasonalDuration}.
 *
 * For NBD, BG/NBD and MBG/NBD that is exact, for their customers leave at purchases or not at all.
 * Under Pareto/NBD lifetimes run by the same clock: who would buy more is as much more likely to leave,
 * the one choice that leaves the model a closed form. Likelihoods are densities of times: compare only
 * models that were fitted in the same time.
 *
 * @param histories - with the first purchases, as `summarizeTransactions` gives them
 * @param season - flat ones change nothing
 * @returns the same with other recencies and ages, in the same unit
 * @throws ClienteleError INVALID_ARGUMENT, LENGTH_MISMATCH, INVALID_DATA, UNKNOWN_TIME_ZONE,
 * UNSUPPORTED_VERSION
 * @example
 * fitBgNbd(seasonalHistories(summaries, season));
 */
export function seasonalHistories<Histories extends DatedHistories>(
  histories: Histories,
  season: SeasonProfile,
): Omit<Histories, "recency" | "age"> & {
  readonly recency: Float64Array;
  readonly age: Float64Array;
} {
  const clock = seasonClock(season);
  const { recency, age, unit } = readHistories(histories);
  const { firstAt, zone } = histories;
  if (typeof zone !== "string") throw invalid("histories.zone", "an IANA time zone", zone);
  checkZone(zone, "histories.zone");
  checkColumn(firstAt, "histories.firstAt", "finite", age.length);
  const firstDays = localDays(firstAt, zone);
  const perUnit = unitRatio(unit, "day");
  const isFlat = season.multipliers.every((multiplier) => multiplier === 1);
  const warp = (time: number, row: number): number => {
    const first = firstDays[row]!;
    return (clock(first + time * perUnit) - clock(first)) / perUnit;
  };
  return {
    ...histories,
    // Without a season not even the last bit may change.
    recency: isFlat ? Float64Array.from(recency) : recency.map(warp),
    age: isFlat ? Float64Array.from(age) : age.map(warp),
  };
}

/**
 * How long a stretch of the calendar is in time that runs by a season: a horizon for a model that was
 * fitted to {@link seasonalHistories}.
 *
 * @param season - of the model
 * @param options - `from`, the last day of the observation; `horizon` by the calendar; `zone`
 * @throws ClienteleError INVALID_ARGUMENT, UNKNOWN_OPTION, UNKNOWN_TIME_ZONE, UNSUPPORTED_VERSION
 * @example
 * const horizon = seasonalDuration(season, { from: "2026-11-21", horizon: { weeks: 5 } });
 * expectedTransactions(model, seasonalHistories(summaries, season), { horizon });
 */
export function seasonalDuration(
  season: SeasonProfile,
  options: SeasonalDurationOptions,
): Duration {
  const { from, horizon, zone } = withDefaults(SEASONAL_DURATION_DEFAULTS, options);
  if (from === undefined) throw invalid("options.from", "the last day of the observation", from);
  const clock = seasonClock(season);
  const { epochDay } = resolveAsOf(from, zone!, "options.from");
  const days = durationIn(horizon, "day", "options.horizon");
  return { days: clock(epochDay + days) - clock(epochDay) };
}
