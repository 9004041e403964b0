import { checkColumn, type NumberColumn } from "../../core/column.js";
import { ClienteleError, invalid } from "../../core/errors.js";
import { withDefaults } from "../../core/options.js";
import type { CovariateModel } from "../covariates/types.js";
import { readHistories } from "../data/read-histories.js";
import { expectedTransactions } from "../scoring/expected-transactions.js";
import { type Duration, durationIn } from "../time/duration.js";
import type { PurchaseHistories, PurchaseModel } from "../types.js";
import {
  groupByCount,
  groupByExpectation,
  groupByWidth,
  type HoldoutRows,
} from "./group-holdout.js";
import { measureErrors } from "./measure-errors.js";
import { HOLDOUT_DEFAULTS, type HoldoutOptions } from "./options.js";
import type { HoldoutValidation } from "./types.js";

/** More groups than these say nothing of any of them. */
const MOST_GROUPS = 10_000;

/**
 * Holds what a model expects of customers after the calibration against what they did: in total, per
 * customer, by frequency, by recency and by expectation.
 *
 * @param model - fitted to the calibration, or written down with parameters
 * @param calibration - the histories up to its end
 * @param holdoutCount - transactions of each customer within the horizon after it, such as
 * `splitHoldout` counts them
 * @param options - `horizon`, how long the holdout is; sizes of the groups
 * @throws ClienteleError EMPTY_INPUT for no customers; INVALID_ARGUMENT, LENGTH_MISMATCH, INVALID_DATA,
 * UNKNOWN_OPTION, UNSUPPORTED_VERSION
 * @example
 * validateHoldout(model, calibration, holdoutCount, { horizon: { weeks: 39 } }).expected; //=> 1665.5
 */
export function validateHoldout(
  model: PurchaseModel | CovariateModel,
  calibration: PurchaseHistories,
  holdoutCount: NumberColumn,
  options: HoldoutOptions,
): HoldoutValidation {
  const settings = readOptions(options);
  const expected = expectedTransactions(model, calibration, { horizon: settings.horizon });
  checkColumn(holdoutCount, "holdoutCount", "count", expected.length);
  const { repeatCount, recency, age, customers } = readHistories(calibration, model.timeUnit);
  const weight = customers ?? new Float64Array(expected.length).fill(1);
  const total = weight.reduce((sum, each) => sum + each, 0);
  if (total === 0) {
    throw new ClienteleError("EMPTY_INPUT", "There are no customers to judge the model by", {
      where: "calibration",
    });
  }
  const rows: HoldoutRows = { actual: Float64Array.from(holdoutCount), expected, weight };
  const time = durationIn(settings.horizon, model.timeUnit);
  const atOwnRate = repeatCount.map((x, row) => (x === 0 ? 0 : (x / age[row]!) * time));
  return {
    customers: total,
    actual: weight.reduce((sum, each, row) => sum + each * rows.actual[row]!, 0),
    expected: weight.reduce((sum, each, row) => sum + each * expected[row]!, 0),
    ...measureErrors(rows),
    naive: measureErrors({ ...rows, expected: atOwnRate }),
    byFrequency: groupByCount(rows, repeatCount, settings.highestFrequency),
    byRecency: groupByWidth(rows, recency, settings.recencyGroups),
    byExpectation: groupByExpectation(rows, settings.calibrationGroups),
  };
}

interface HoldoutSettings {
  readonly horizon: Duration;
  readonly highestFrequency: number;
  readonly recencyGroups: number;
  readonly calibrationGroups: number;
}

function readOptions(options: HoldoutOptions): HoldoutSettings {
  type Draft = { readonly [Key in keyof HoldoutSettings]: HoldoutSettings[Key] | undefined };
  const settings = withDefaults<Draft>(HOLDOUT_DEFAULTS, options) as HoldoutSettings;
  for (const name of ["highestFrequency", "recencyGroups", "calibrationGroups"] as const) {
    const least = name === "highestFrequency" ? 0 : 1;
    const value = settings[name];
    if (!(Number.isInteger(value) && value >= least && value <= MOST_GROUPS)) {
      throw invalid(`options.${name}`, `a whole number from ${least} to ${MOST_GROUPS}`, value);
    }
  }
  return settings;
}
