import { logStay } from "./log-stay.js";
import type { CurveOptions } from "./options.js";
import { checkPeriods, stayRatesOf } from "./stay-rates-of.js";
import type { ContractModel } from "./types.js";

/**
 * The share of newcomers that is still there after 0, 1, 2, … renewals.
 *
 * @param model - fitted, or written down with published parameters
 * @returns periods + 1 shares, falling from 1
 * @throws ClienteleError INVALID_ARGUMENT, LIMIT_EXCEEDED, UNSUPPORTED_VERSION
 */
export function survivalCurve(model: ContractModel, options: CurveOptions): Float64Array {
  const rates = stayRatesOf(model);
  checkPeriods(options?.periods, "options.periods");
  const curve = new Float64Array(options.periods + 1);
  return curve.map((_, period) => Math.exp(logStay(rates, 0, period)));
}

/**
 * The share of those with a renewal due who renew: at the first renewal, the second, and so on.
 *
 * @param model - fitted, or written down with published parameters
 * @returns one share per period; index 0 is the first renewal
 * @throws ClienteleError INVALID_ARGUMENT, LIMIT_EXCEEDED, UNSUPPORTED_VERSION
 */
export function retentionCurve(model: ContractModel, options: CurveOptions): Float64Array {
  const rates = stayRatesOf(model);
  checkPeriods(options?.periods, "options.periods");
  const curve = new Float64Array(options.periods);
  return curve.map((_, period) => Math.exp(logStay(rates, period, period + 1)));
}
