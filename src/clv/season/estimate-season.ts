import { checkOneOf } from "../../core/column.js";
import { parseIsoDate } from "../../core/epoch-day.js";
import { withDefaults } from "../../core/options.js";
import type { TransactionLog } from "../../transactions/types.js";
import type { TrackingOptions } from "../judging/options.js";
import { trackingCurve } from "../judging/tracking-curve.js";
import type { PurchaseModel } from "../types.js";
import { SEASON_DEFAULTS, type SeasonOptions } from "./options.js";
import { meanOverYear, PARTS, partOfYear } from "./season-clock.js";
import type { EstimatedSeason } from "./types.js";

/**
 * Learns the season of a log: its repeat purchases in each part of the year over those that a model
 * without a season expects there of the same customers. Counts are shrunk towards no season, the more
 * the fewer they are: multipliers are taken as gamma distributed with mean 1 around which the counts
 * scatter as Poisson's, and the variance of that distribution comes from the counts (method of
 * moments). A part of the year that the log does not reach is average.
 *
 * The season has to differ from the ageing of customers to be seen: customers who all came in one month
 * show their ages and the season at once, which one year cannot tell apart.
 *
 * @param model - fitted to the calibration in calendar time
 * @param log - orders in any order
 * @param options - `calibrationEnd`; `by` (default `month`), `zone`, `sameDay`, `refunds`
 * @throws ClienteleError EMPTY_INPUT, INVALID_ARGUMENT, UNKNOWN_OPTION and whatever `trackingCurve` throws
 * @example
 * const season = estimateSeason(fitMbgNbd(summaries), log, { calibrationEnd: "2026-11-21" });
 * const model = fitMbgNbd(seasonalHistories(summaries, season));
 */
export function estimateSeason(
  model: PurchaseModel,
  log: TransactionLog,
  options: SeasonOptions,
): EstimatedSeason {
  const { by, calibrationEnd, ...counting } = withDefaults(SEASON_DEFAULTS, options);
  checkOneOf(by!, "options.by", ["month", "week"]);
  const { periods } = trackingCurve(model, log, {
    ...counting,
    calibrationEnd,
    to: calibrationEnd,
    step: "P1D",
  } as TrackingOptions);
  const actual = new Array<number>(PARTS[by!]).fill(0);
  const unscaled = new Array<number>(PARTS[by!]).fill(0);
  for (const period of periods) {
    const part = partOfYear(by!, parseIsoDate(period.from)!);
    actual[part]! += period.actual;
    unscaled[part]! += period.expected;
  }
  const [all, allExpected] = [total(actual), total(unscaled)];
  // The level is the model's affair, only the shape is the season's.
  const expected = unscaled.map((each) => (all === 0 ? 0 : (each * all) / allExpected));
  const priorWeight = weighPrior(actual, expected);
  const shrunk = actual.map((count, part) =>
    priorWeight === undefined ? 1 : (priorWeight + count) / (priorWeight + expected[part]!),
  );
  const mean = priorWeight === undefined ? 1 : meanOverYear(by!, shrunk);
  return {
    kind: "season",
    version: 1,
    by: by!,
    multipliers: shrunk.map((multiplier) => multiplier / mean),
    actual,
    expected,
    ...(priorWeight !== undefined && { priorWeight }),
  };
}

/** One over the variance of the multipliers: Σ (actual - expected)² - expected is the variance times Σ expected². */
function weighPrior(actual: readonly number[], expected: readonly number[]): number | undefined {
  const excess = expected.reduce((sum, each, part) => sum + (actual[part]! - each) ** 2 - each, 0);
  const squares = expected.reduce((sum, each) => sum + each ** 2, 0);
  return excess > 0 ? squares / excess : undefined;
}

function total(values: readonly number[]): number {
  return values.reduce((sum, each) => sum + each, 0);
}
