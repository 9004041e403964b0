import { invalid } from "../../core/errors.js";
import { type Random, seededRandom } from "../../core/random.js";
import { drawLogGamma } from "../../core/random-draws.js";
import { checkParams } from "../check-model.js";
import type { GammaGammaParameters } from "../gamma-gamma/types.js";
import type { SimulatedCustomers, SimulatedSpenders } from "./types.js";

/**
 * Simulates what simulated customers spend, by the story of the Gamma-Gamma model: a scale nu is
 * drawn for each customer from gamma(q, gamma); n amounts together are gamma(p n, nu) distributed.
 *
 * @param model - from `fitGammaGamma`, or written down with parameters
 * @param customers - from `simulateCustomers`
 * @param random - where chance comes from
 * @returns the customers with their mean repeat spend and what they spend within the horizon
 * @throws ClienteleError INVALID_ARGUMENT, UNSUPPORTED_VERSION
 * @example
 * fitGammaGamma(simulateSpend(spendModel, simulateCustomers(model, options)));
 */
export function simulateSpend(
  model: GammaGammaParameters,
  customers: SimulatedCustomers,
  random: Random = seededRandom(1),
): SimulatedSpenders {
  checkParams(model, "gammaGamma", ["p", "q", "gamma"]);
  if (!(customers?.repeatCount instanceof Int32Array)) {
    throw invalid("customers", "the result of simulateCustomers", customers);
  }
  if (typeof random !== "function") throw invalid("random", "a function", random);
  const { p, q, gamma } = model.params;
  const { repeatCount, holdoutCount } = customers;
  const meanSpend = new Float64Array(repeatCount.length);
  const holdoutSpend = new Float64Array(repeatCount.length);
  for (let row = 0; row < repeatCount.length; row++) {
    const logScale = drawLogGamma(q, gamma, random);
    const sumOf = (count: number): number =>
      count === 0 ? 0 : Math.exp(drawLogGamma(p * count, 1, random) - logScale);
    const repeats = repeatCount[row]!;
    if (repeats > 0) meanSpend[row] = sumOf(repeats) / repeats;
    holdoutSpend[row] = sumOf(holdoutCount[row]!);
  }
  return { ...customers, meanSpend, holdoutSpend, currency: model.currency };
}
