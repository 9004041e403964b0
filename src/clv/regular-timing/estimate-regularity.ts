import { checkOneOf } from "../../core/column.js";
import { ClienteleError } from "../../core/errors.js";
import { digamma, findRoot, trigamma } from "../../core/math/index.js";
import { withDefaults } from "../../core/options.js";
import { HIGHEST_REGULARITY, REGULARITY_DEFAULTS, type RegularityOptions } from "./options.js";
import { type GapShares, readGapShares } from "./read-gap-shares.js";
import type { GapHistories, RegularityEstimate } from "./types.js";

/** Bounds of the logarithm of the shape: from chaos to clockwork. */
const LOG_LOWEST = -12;
const LOG_HIGHEST = 12;

/**
 * How regularly customers buy: the shape k of gamma distributed gaps, whatever the rate of each
 * customer. Given the time between a customer's first and last purchase, its x shares are
 * Dirichlet(k, …, k) distributed, in which the rate does not appear. Their likelihood is maximised, or
 * the sum of their squares, expected to be (k + 1) / (x k + 1), matched; with two gaps each the latter is
 * the estimate of Wheat and Morrison (1990) that Platzer and Reutterer (2016) use.
 *
 * @param histories - with `logGapSum`, or with `squaredGapSum` for the method of moments; see
 * `regularHistories`
 * @param options - `method` (default `likelihood`)
 * @returns the shape, and the whole number next to it for the models of regular buyers
 * @throws ClienteleError EMPTY_INPUT where nobody has two gaps; INVALID_DATA for gaps that cannot be, for a
 * gap of 0, and where all gaps of each customer are equal; INVALID_ARGUMENT, LENGTH_MISMATCH,
 * UNKNOWN_OPTION
 * @example
 * estimateRegularity(regularHistories(log, { asOf: "1997-09-30" })).shape;
 */
export function estimateRegularity(
  histories: GapHistories,
  options: Partial<RegularityOptions> = {},
): RegularityEstimate {
  const { method } = withDefaults(REGULARITY_DEFAULTS, options);
  checkOneOf(method, "options.method", ["likelihood", "moments"]);
  const shares = readGapShares(histories, method === "moments" ? "squaredGapSum" : "logGapSum");
  const { counts, weight } = shares;
  if (counts.length === 0) {
    throw new ClienteleError(
      "EMPTY_INPUT",
      "Nobody has two gaps between purchases, without which there is nothing to compare",
      { where: "histories" },
    );
  }
  const equation = method === "moments" ? momentEquation(shares) : scoreEquation(shares);
  const log = findRoot((logShape) => equation(Math.exp(logShape)), LOG_LOWEST, LOG_HIGHEST);
  if (log === undefined) throw alike(equation(Math.exp(LOG_HIGHEST)) > 0);
  const shape = Math.exp(log);
  return {
    shape,
    ...(method === "likelihood" && { standardError: 1 / Math.sqrt(information(shares, shape)) }),
    regularity: Math.min(HIGHEST_REGULARITY, Math.max(1, Math.round(shape))),
    method,
    customers: weight.reduce((sum, each) => sum + each, 0),
    gaps: weight.reduce((sum, each, row) => sum + each * counts[row]!, 0),
  };
}

/** The derivative of the log-likelihood by k: falling, from above 0. */
function scoreEquation({ counts, sums, weight }: GapShares): (k: number) => number {
  return (k) => {
    const own = digamma(k);
    return weight.reduce((total, customers, row) => {
      const x = counts[row]!;
      return total + customers * (x * (digamma(x * k) - own) + sums[row]!);
    }, 0);
  };
}

function information({ counts, weight }: GapShares, k: number): number {
  const own = trigamma(k);
  return weight.reduce((total, customers, row) => {
    const x = counts[row]!;
    return total + customers * x * (own - x * trigamma(x * k));
  }, 0);
}

/** Expected less actual squares: falling with k. */
function momentEquation({ counts, sums, weight }: GapShares): (k: number) => number {
  return (k) =>
    weight.reduce(
      (total, customers, row) =>
        total + customers * ((k + 1) / (counts[row]! * k + 1) - sums[row]!),
      0,
    );
}

function alike(isClockwork: boolean): ClienteleError {
  const reason = isClockwork
    ? "Each customer's gaps are all equal, which no finite regularity explains"
    : "Each customer's purchases are all at the same moment but for one gap, which no regularity explains";
  return new ClienteleError("INVALID_DATA", reason, { where: "histories", got: reason });
}
