import { logSumExp, type Objective } from "../../core/math/index.js";
import type { DistinctRows } from "../data/compress-rows.js";
import { bgBbLogTerms, bgBbTables } from "./bg-bb-terms.js";

/** Minus the log-likelihood of distinct histories (x, t_x, n), and its gradient by ln α, β, γ and δ. */
export function bgBbObjective({ columns, weight }: DistinctRows): Objective {
  const [counts, lasts, ends] = columns as [Float64Array, Float64Array, Float64Array];
  const highest = ends.reduce((most, end) => Math.max(most, end), 0);
  return (point) => {
    const [alpha, beta, gamma, delta] = point.map(Math.exp) as [number, number, number, number];
    const tables = bgBbTables({ alpha, beta, gamma, delta }, highest);
    const gradient: [number, number, number, number] = [0, 0, 0, 0];
    let value = 0;
    for (let row = 0; row < weight.length; row++) {
      const [x, last, end] = [counts[row]!, lasts[row]!, ends[row]!];
      const terms = bgBbLogTerms(tables, x, last, end);
      const logLikelihood = logSumExp(terms);
      value -= weight[row]! * logLikelihood;
      terms.forEach((term, at) => {
        const m = last + at;
        const share = weight[row]! * Math.exp(term - logLikelihood);
        const bySum = tables.buying.slopes[m]!;
        const leaves = m < end ? 1 : 0;
        const byAll = tables.leaving.slopes[m + leaves]!;
        gradient[0] -= share * alpha * (tables.alpha.slopes[x]! - bySum);
        gradient[1] -= share * beta * (tables.beta.slopes[m - x]! - bySum);
        gradient[2] -= share * (leaves - gamma * byAll);
        gradient[3] -= share * delta * (tables.delta.slopes[m]! - byAll);
      });
    }
    return { value, gradient };
  };
}
