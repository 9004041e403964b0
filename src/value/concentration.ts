import { checkColumn, checkNumber, checkOneOf, type NumberColumn } from "../core/column.js";
import { invalid } from "../core/errors.js";
import { sumTerms } from "../core/math/sum-terms.js";
import { withDefaults } from "../core/options.js";
import { thinCurve, valueOfTop } from "./lorenz-curve.js";
import {
  CONCENTRATION_DEFAULTS,
  type ConcentrationOptions,
  type ConcentrationOptionsInput,
} from "./options.js";
import { checkShares, countToShare, type RankedValues, rankValues } from "./rank-values.js";
import type { Concentration } from "./types.js";

/**
 * Measures how unevenly a value is spread over customers: Gini coefficient, Herfindahl-Hirschman
 * index, top shares and the Lorenz curve.
 *
 * The Gini coefficient is that of these very customers, Σ (2 i - n - 1) x_i / (n Σ x_i) over
 * ascending values, which is half their mean absolute difference, each with each, over their mean
 * (Gini, 1912; Sen, 1973); `giniCorrected` is the estimate for the population behind a sample.
 *
 * @param values - one finite number per customer, in any unit
 * @param options - `negatives` (default `zero`: they count as customers without value),
 *   `topShares`, `valueShares`, `curveTolerance` (default 0.0005)
 * @returns `undefined` where nobody has value
 * @throws ClienteleError INVALID_ARGUMENT, UNKNOWN_OPTION; OUT_OF_RANGE for values too large to be added
 * @example
 * concentration([80, 20])?.gini //=> 0.3
 */
export function concentration(
  values: NumberColumn,
  options: ConcentrationOptionsInput = {},
): Concentration | undefined {
  const read = readOptions(values, options);
  const { counted, negativeCustomers } = treatNegatives(new Float64Array(values), read.negatives);
  const ranked = rankValues(counted);
  const { cumulative, total } = ranked;
  if (total === 0) return undefined;
  const customers = counted.length;
  const gini = giniOf(ranked);
  const hhi = herfindahlOf(ranked);
  return {
    customers,
    negativeCustomers,
    total,
    gini,
    giniCorrected: customers > 1 ? (gini * customers) / (customers - 1) : undefined,
    hhi,
    effectiveCustomers: 1 / hhi,
    topShares: Array.from(read.topShares, (share) => ({
      customers: share,
      value: valueOfTop(cumulative, share),
    })),
    neededCustomers: Array.from(read.valueShares, (share) => {
      const count = countToShare(ranked, share);
      return { customers: count / customers, value: share, count };
    }),
    curve: thinCurve(cumulative, read.curveTolerance),
  };
}

function readOptions(
  values: NumberColumn,
  options: ConcentrationOptionsInput,
): ConcentrationOptions {
  const read = withDefaults(CONCENTRATION_DEFAULTS, options);
  checkColumn(values, "values");
  checkOneOf(read.negatives, "options.negatives", ["zero", "drop", "refuse"]);
  checkShares(read.topShares, "options.topShares");
  checkShares(read.valueShares, "options.valueShares");
  checkNumber(read.curveTolerance, "options.curveTolerance", "nonNegative");
  return read;
}

function treatNegatives(
  values: Float64Array,
  policy: ConcentrationOptions["negatives"],
): { readonly counted: Float64Array; readonly negativeCustomers: number } {
  const first = values.findIndex((value) => value < 0);
  if (first < 0) return { counted: values, negativeCustomers: 0 };
  if (policy === "refuse") {
    throw invalid(`values[${first}]`, "a non-negative number", values[first], {
      remedy: "options.negatives can be zero or drop",
    });
  }
  const others = values.filter((value) => value >= 0);
  return {
    counted: policy === "drop" ? others : values.map((value) => Math.max(value, 0)),
    negativeCustomers: values.length - others.length,
  };
}

/** The terms of best and worst, second best and second worst, … in pairs: none of them negative. */
function giniOf({ descending, total }: RankedValues): number {
  const count = descending.length;
  const pairs = sumTerms(count >> 1, (index) => {
    const difference = (descending[index] as number) - (descending[count - 1 - index] as number);
    return (count - 1 - 2 * index) * (difference / total);
  });
  return pairs / count;
}

function herfindahlOf({ descending, total }: RankedValues): number {
  return sumTerms(descending.length, (index) => ((descending[index] as number) / total) ** 2);
}
