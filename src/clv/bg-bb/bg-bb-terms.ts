import { logSumExp } from "../../core/math/index.js";
import { type RiseTable, riseTable } from "./rise-table.js";
import type { BgBbParameters } from "./types.js";

/** Tables of rising factorials of the parameters and their sums: all gamma functions of the model. */
export interface BgBbTables {
  readonly alpha: RiseTable;
  readonly beta: RiseTable;
  readonly buying: RiseTable;
  readonly gamma: number;
  readonly delta: RiseTable;
  readonly leaving: RiseTable;
}

/** The tables for histories of up to `highest` opportunities. */
export function bgBbTables(
  { alpha, beta, gamma, delta }: BgBbParameters["params"],
  highest: number,
): BgBbTables {
  return {
    alpha: riseTable(alpha, highest),
    beta: riseTable(beta, highest),
    buying: riseTable(alpha + beta, highest),
    gamma,
    delta: riseTable(delta, highest),
    leaving: riseTable(gamma + delta, highest + 1),
  };
}

/**
 * The likelihood of x purchases, the last at t_x, in n opportunities, as a sum of positive terms: the
 * customer leaves right after opportunity t_x, t_x + 1, …, n - 1, or is there for all n,
 * B(α + x, β + m - x) / B(α, β) · B(γ + 1, δ + m) / B(γ, δ) for each m and the same with B(γ, δ + n)
 * (Fader, Hardie and Shang, 2010, equation 5).
 *
 * @returns the logarithms of these terms, n - t_x + 1 of them, that of the living last
 */
export function bgBbLogTerms(tables: BgBbTables, x: number, last: number, end: number): number[] {
  const { alpha, beta, buying, gamma, delta, leaving } = tables;
  const terms: number[] = [];
  for (let m = last; m <= end; m++) {
    const logBuys = alpha.logs[x]! + beta.logs[m - x]! - buying.logs[m]!;
    const logStays =
      m < end
        ? Math.log(gamma) + delta.logs[m]! - leaving.logs[m + 1]!
        : delta.logs[m]! - leaving.logs[m]!;
    terms.push(logBuys + logStays);
  }
  return terms;
}

/** The probability to be still a customer right after the last opportunity. */
export function bgBbAliveProbability(
  tables: BgBbTables,
  x: number,
  last: number,
  end: number,
): number {
  const terms = bgBbLogTerms(tables, x, last, end);
  return Math.min(1, Math.exp(terms.at(-1)! - logSumExp(terms)));
}
