import type { Objective } from "../../core/math/index.js";
import type { DistinctRows } from "../data/compress-rows.js";
import type { NestedModel } from "../fitting/likelihood-problem.js";
import { maximizeLikelihood } from "../fitting/maximize-likelihood.js";
import { riseTable } from "./rise-table.js";

/** The limit of the BG/BB in which nobody leaves, fitted to the same histories. */
export function betaBernoulliLimit(rows: DistinctRows): NestedModel {
  const { fit } = maximizeLikelihood({
    parameters: [
      { name: "alpha", link: "log" },
      { name: "beta", link: "log" },
    ],
    objective: betaBernoulliObjective(rows),
    starts: [
      [0, 0],
      [0, 2],
    ],
    customers: rows.customers,
    distinctRows: rows.weight.length,
  });
  return {
    kind: "betaBernoulli",
    name: "beta-Bernoulli, in which nobody leaves,",
    logLikelihood: fit.logLikelihood,
  };
}

/** Minus Σ ln B(α + x, β + n - x) / B(α, β), and its gradient by ln α and ln β. */
function betaBernoulliObjective({ columns, weight }: DistinctRows): Objective {
  const [counts, , ends] = columns as [Float64Array, Float64Array, Float64Array];
  const highest = ends.reduce((most, end) => Math.max(most, end), 0);
  return (point) => {
    const [alpha, beta] = point.map(Math.exp) as [number, number];
    const buys = riseTable(alpha, highest);
    const declines = riseTable(beta, highest);
    const all = riseTable(alpha + beta, highest);
    let [value, byAlpha, byBeta] = [0, 0, 0];
    for (let row = 0; row < weight.length; row++) {
      const [customers, x, n] = [weight[row]!, counts[row]!, ends[row]!];
      value -= customers * (buys.logs[x]! + declines.logs[n - x]! - all.logs[n]!);
      byAlpha -= customers * alpha * (buys.slopes[x]! - all.slopes[n]!);
      byBeta -= customers * beta * (declines.slopes[n - x]! - all.slopes[n]!);
    }
    return { value, gradient: [byAlpha, byBeta] };
  };
}
