import { logGamma } from "../../core/math/index.js";
import type { HistoryColumns } from "../data/read-histories.js";
import { checkLogGaps, zeroGap } from "./check-gaps.js";
import type { TimingData } from "./types.js";

/** What a likelihood of histories includes: their gaps where they are known. */
export function timingOf({ logGapSum }: HistoryColumns): TimingData {
  return logGapSum === undefined ? "lastPurchase" : "gaps";
}

/**
 * What the log-likelihood of each history has besides `regularCases`, by k and the data alone. With the
 * gaps, (k - 1) Σ ln gap - x ln Γ(k). Without them, the density (k x stages up to) of t_x over that of
 * the last of x purchases at random times: x (k - 1) ln t_x - ln Γ(k x) / Γ(x). Both are 0 for k = 1.
 *
 * @returns -Infinity for a customer with a gap of 0, which has no place under k above 1
 * @throws ClienteleError INVALID_DATA for sums that no gaps have
 */
export function timingConstants(columns: HistoryColumns, k: number): Float64Array {
  const { repeatCount, recency, logGapSum } = columns;
  if (logGapSum !== undefined) checkLogGaps(logGapSum, repeatCount, recency);
  if (k === 1) return new Float64Array(repeatCount.length);
  const logGammaK = logGamma(k);
  return repeatCount.map((x, row) => {
    if (x === 0) return 0;
    return logGapSum === undefined
      ? x * (k - 1) * Math.log(recency[row]!) - (logGamma(k * x) - logGamma(x))
      : (k - 1) * logGapSum[row]! - x * logGammaK;
  });
}

/**
 * The sum of those over all customers, the same to the last bit in any order of them.
 *
 * @throws ClienteleError INVALID_DATA for a gap of 0
 */
export function sumTimingConstants(columns: HistoryColumns, k: number): number {
  const terms = timingConstants(columns, k).map((constant, row) => {
    const customers = columns.customers?.[row] ?? 1;
    if (customers > 0 && constant === -Infinity) throw zeroGap(row);
    return customers === 0 ? 0 : customers * constant;
  });
  return terms.sort().reduce((sum, term) => sum + term, 0);
}
