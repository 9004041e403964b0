import {
  digamma,
  type Evaluation,
  logGamma,
  logRisingFactorial,
  type Objective,
} from "../../core/math/index.js";
import type { DistinctSpend } from "./read-spend.js";

/** What no parameter changes, taken out of the loop. */
interface SpendTerms {
  /** x. */
  readonly counts: Float64Array;
  /** m x and its logarithm. */
  readonly totals: Float64Array;
  readonly logTotals: Float64Array;
  readonly weight: Float64Array;
  /** The distinct x and, for each row, which of them it has: the gamma functions depend on x alone. */
  readonly distinctCounts: Float64Array;
  readonly countOf: Int32Array;
  /** Σ weight · ln m. */
  readonly logMeans: number;
}

/**
 * Minus the log-likelihood of mean spends m of x purchases, and its gradient by ln p, ln q, ln γ:
 * ln Γ(px + q) - ln Γ(px) - ln Γ(q) + q ln γ + (px - 1) ln m + px ln x - (px + q) ln(γ + m x)
 * (Fader and Hardie, 2013, "The Gamma-Gamma model of monetary value", equation 1a).
 */
export function gammaGammaObjective(spend: DistinctSpend): Objective {
  const terms = prepareTerms(spend);
  return ([logP, logQ, logScale]) =>
    evaluate(terms, Math.exp(logP!), Math.exp(logQ!), Math.exp(logScale!));
}

function prepareTerms({ repeatCount, meanSpend, weight }: DistinctSpend): SpendTerms {
  const distinctCounts = Float64Array.from(new Set(repeatCount)).sort();
  const indexOf = new Map(Array.from(distinctCounts, (count, index) => [count, index]));
  const totals = meanSpend.map((mean, row) => mean * repeatCount[row]!);
  return {
    counts: repeatCount,
    totals,
    logTotals: totals.map(Math.log),
    weight,
    distinctCounts,
    countOf: Int32Array.from(repeatCount, (count) => indexOf.get(count)!),
    logMeans: meanSpend.reduce((sum, mean, row) => sum + weight[row]! * Math.log(mean), 0),
  };
}

function evaluate(terms: SpendTerms, p: number, q: number, gamma: number): Evaluation {
  const { counts, totals, logTotals, weight, distinctCounts, countOf, logMeans } = terms;
  // ln Γ(px + q) - ln Γ(px) - ln Γ(q), which for large arguments would cancel term by term.
  const logGammaQ = logGamma(q);
  const digammaQ = digamma(q);
  const logWays = distinctCounts.map((x) => logRisingFactorial(p * x, q) - logGammaQ);
  const slopeAtSum = distinctCounts.map((x) => digamma(p * x + q));
  const slopeAtShape = distinctCounts.map((x) => digamma(p * x));
  const logScale = Math.log(gamma);
  let value = -logMeans;
  let [byP, byQ, byGamma] = [0, 0, 0];
  for (let row = 0; row < counts.length; row++) {
    const [customers, x, total, at] = [weight[row]!, counts[row]!, totals[row]!, countOf[row]!];
    const shape = p * x;
    // ln(γ / (γ + m x)) and ln(m x / (γ + m x)).
    const logRest = -Math.log1p(total / gamma);
    const logShare = logTotals[row]! - logScale + logRest;
    value += customers * (logWays[at]! + q * logRest + shape * logShare);
    byP += customers * x * (slopeAtSum[at]! - slopeAtShape[at]! + logShare);
    byQ += customers * (slopeAtSum[at]! - digammaQ + logRest);
    byGamma += (customers * (q * total - shape * gamma)) / (gamma + total);
  }
  return { value: -value, gradient: [-p * byP, -q * byQ, -byGamma] };
}
