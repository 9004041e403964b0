import { ClienteleError } from "../../core/errors.js";
import { logHyp2f1One } from "../../core/math/index.js";
import { riseTable } from "./rise-table.js";
import type { BgBbParameters } from "./types.js";

/** What is known of a customer who is still there after n opportunities: the posterior of the model. */
export function livingRates(
  { alpha, beta, gamma, delta }: BgBbParameters["params"],
  x: number,
  end: number,
): BgBbParameters["params"] {
  return { alpha: alpha + x, beta: beta + (end - x), gamma, delta: delta + end };
}

/** Σ of (δ)ⱼ / (γ + δ)ⱼ, the chance to be there at opportunity j, times its weight v^j, for j = 1 to `last`. */
function weighedPresence(gamma: number, delta: number, weight: number, last: number): number {
  let [sum, presence] = [0, 1];
  for (let j = 0; j < last && presence > 0; j++) {
    presence *= (weight * (delta + j)) / (gamma + delta + j);
    sum += presence;
  }
  return sum;
}

/**
 * Expected purchases of a living customer, one at opportunity j weighing (1 + discount)^-j; γ = 1 is no
 * exception. To infinity a hypergeometric function (Fader, Hardie and Shang, 2010, equation 14).
 *
 * @throws ClienteleError OUT_OF_RANGE where the sum is infinite
 */
export function expectedPurchases(
  { alpha, beta, gamma, delta }: BgBbParameters["params"],
  discount: number,
  opportunities: number | undefined,
): number {
  const chance = alpha / (alpha + beta);
  const weight = 1 / (1 + discount);
  if (opportunities !== undefined) {
    return chance * weighedPresence(gamma, delta, weight, opportunities);
  }
  if (discount > 0) {
    const next = (weight * delta) / (gamma + delta);
    const logLater = logHyp2f1One(delta + 1, gamma + delta + 1, weight, discount * weight);
    return chance * next * Math.exp(logLater);
  }
  if (gamma > 1) return chance * (delta / (gamma - 1));
  throw new ClienteleError(
    "OUT_OF_RANGE",
    "Without a discount the expected purchases of all time to come are infinite under this model, as gamma is at most 1; give a discountPerOpportunity above 0 or a number of opportunities",
    { where: "options.discountPerOpportunity" },
  );
}

/**
 * The probabilities that a living customer makes 0, 1, …, m purchases at the next m opportunities: the
 * beta-binomial of those who stay for i of them, weighed by the chance of that.
 */
export function purchaseProbabilities(
  { alpha, beta, gamma, delta }: BgBbParameters["params"],
  opportunities: number,
): Float64Array {
  const buys = riseTable(alpha, opportunities).logs;
  const declines = riseTable(beta, opportunities).logs;
  const all = riseTable(alpha + beta, opportunities).logs;
  const factorials = riseTable(1, opportunities).logs;
  const probabilities = new Float64Array(opportunities + 1);
  let presence = 1;
  for (let i = 0; i <= opportunities; i++) {
    const leaving = i < opportunities ? gamma / (gamma + delta + i) : 1;
    for (let k = 0; k <= i; k++) {
      const logWays = factorials[i]! - factorials[k]! - factorials[i - k]!;
      const logChance = logWays + buys[k]! + declines[i - k]! - all[i]!;
      probabilities[k]! += presence * leaving * Math.exp(logChance);
    }
    presence *= 1 - leaving;
  }
  return probabilities;
}
