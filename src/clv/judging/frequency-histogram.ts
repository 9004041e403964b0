import { invalid } from "../../core/errors.js";
import { withDefaults } from "../../core/options.js";
import { compressRows } from "../data/compress-rows.js";
import { readHistories } from "../data/read-histories.js";
import type { PurchaseHistories, PurchaseModel } from "../types.js";
import { newcomerOf } from "./newcomer.js";
import { HISTOGRAM_DEFAULTS, type HistogramOptions } from "./options.js";
import type { FrequencyClass } from "./types.js";

const MOST_CLASSES = 10_000;

/**
 * How many customers made 0, 1, 2, … repeat purchases, and how many a model expects to: for each
 * customer the distribution of a newcomer's purchases up to the customer's age.
 *
 * @param model - fitted, or written down with published parameters
 * @param histories - of the calibration, or of customers that the model has not seen
 * @param options - `highestCount`: so many and more are the last class (default 7)
 * @returns one class per count; both sides sum to the customers
 * @throws ClienteleError INVALID_ARGUMENT, LENGTH_MISMATCH, INVALID_DATA, UNKNOWN_OPTION,
 * UNSUPPORTED_VERSION
 * @example
 * frequencyHistogram(model, summaries)[0]; //=> { count: 0, orMore: false, actual: 1411, … }
 */
export function frequencyHistogram(
  model: PurchaseModel,
  histories: PurchaseHistories,
  options: Partial<HistogramOptions> = {},
): FrequencyClass[] {
  const { highestCount } = withDefaults(HISTOGRAM_DEFAULTS, options);
  if (!(Number.isInteger(highestCount) && highestCount >= 0 && highestCount <= MOST_CLASSES)) {
    throw invalid("options.highestCount", `a whole number from 0 to ${MOST_CLASSES}`, highestCount);
  }
  const { alive, future } = newcomerOf(model);
  const { repeatCount, age, customers } = readHistories(histories, model.timeUnit);
  const actual = new Float64Array(highestCount + 1);
  repeatCount.forEach((count, row) => {
    actual[Math.min(count, highestCount)]! += customers?.[row] ?? 1;
  });
  const expected = new Float64Array(highestCount + 1);
  const { columns, weight } = compressRows([age], customers);
  columns[0]!.forEach((time, row) => {
    const probabilities = future.countProbabilities(time);
    let rest = weight[row]! * alive;
    for (let count = 0; count < Math.min(highestCount, probabilities.length); count++) {
      const share = weight[row]! * alive * probabilities[count]!;
      expected[count]! += share;
      rest -= share;
    }
    expected[highestCount]! += Math.max(0, rest);
    expected[0]! += weight[row]! * (1 - alive);
  });
  return Array.from(actual, (customersHere, count) => ({
    count,
    orMore: count === highestCount,
    actual: customersHere,
    expected: expected[count]!,
  }));
}
