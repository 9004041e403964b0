import { log1mExp, type Objective } from "../../core/math/index.js";
import { logStay, logStayGradient, type StayRates } from "./log-stay.js";
import type { DistinctRenewals } from "./read-renewals.js";

/**
 * Minus the log-likelihood of renewals, and its gradient by ln α, ln β and ln c: who left after r
 * renewals stayed until r and not until r + 1, who is active stayed until r at least.
 *
 * @param rates - at a point of the search; its length says by how many of the three to differentiate
 */
export function stayObjective(
  { renewals, churned, active }: DistinctRenewals,
  rates: (point: readonly number[]) => StayRates,
): Objective {
  return (point) => {
    const here = rates(point);
    const scales = [here.alpha, here.beta, here.c].slice(0, point.length);
    const gradient = point.map(() => 0);
    let value = 0;
    for (let row = 0; row < renewals.length; row++) {
      const [made, left] = [renewals[row]!, churned[row]!];
      const customers = left + active[row]!;
      const logStays = logStay(here, made, made + 1);
      const logLeaves = log1mExp(logStays);
      value -= customers * logStay(here, 0, made) + (left > 0 ? left * logLeaves : 0);
      const until = logStayGradient(here, made);
      const beyond = logStayGradient(here, made + 1);
      // The derivative of ln(1 - e^s) is -e^s / (1 - e^s).
      const odds = left > 0 ? left * Math.exp(logStays - logLeaves) : 0;
      scales.forEach((scale, at) => {
        gradient[at]! -= scale * (customers * until[at]! - odds * (beyond[at]! - until[at]!));
      });
    }
    return { value, gradient };
  };
}
