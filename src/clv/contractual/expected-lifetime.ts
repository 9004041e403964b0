import { checkColumn, checkNumber, type NumberColumn } from "../../core/column.js";
import { ClienteleError } from "../../core/errors.js";
import type { LifetimeOptions } from "./options.js";
import { checkPeriods, stayRatesOf } from "./stay-rates-of.js";
import { sumStays } from "./sum-stays.js";
import type { ContractModel } from "./types.js";

/**
 * The expected periods that a newcomer pays for, the first one included, each discounted to the
 * beginning: Σ S(t) / (1 + d)^t from t = 0 (the DEL of Fader and Hardie, 2010, "Customer-base valuation
 * in a contractual setting"). Times the margin of a period it is the lifetime value of a newcomer.
 *
 * @param model - fitted, or written down with published parameters
 * @throws ClienteleError OUT_OF_RANGE where it is infinite: all time to come, no discount and customers
 * who stay for too long; INVALID_ARGUMENT, LIMIT_EXCEEDED, UNSUPPORTED_VERSION
 * @example
 * const model = { kind: "sbg", version: 1, params: { alpha: 2, beta: 3 } };
 * expectedLifetime(model, { discountPerPeriod: 0 }); //=> 4, which is (α + β - 1) / (α - 1)
 */
export function expectedLifetime(model: ContractModel, options: LifetimeOptions): number {
  const rates = stayRatesOf(model);
  const { discount, terms } = readOptions(options);
  return finite(sumStays(rates, 0, 0, discount, terms));
}

/**
 * The expected periods that existing customers will still pay for, seen just before their next renewal,
 * which is not discounted: Σ S(t) / S(n) / (1 + d)^(t - n - 1) from t = n + 1, after n renewals (the DERL
 * of Fader and Hardie, 2010, who count the first purchase too). Those who have stayed long are worth more.
 *
 * @param model - fitted, or written down with published parameters
 * @param renewals - that each customer has made
 * @returns one expectation per customer
 * @throws ClienteleError OUT_OF_RANGE where it is infinite: all time to come, no discount and customers
 * who stay for too long; INVALID_ARGUMENT, LIMIT_EXCEEDED, UNSUPPORTED_VERSION
 */
export function expectedResidualLifetime(
  model: ContractModel,
  renewals: NumberColumn,
  options: LifetimeOptions,
): Float64Array {
  const rates = stayRatesOf(model);
  checkColumn(renewals, "renewals", "count");
  const { discount, terms } = readOptions(options);
  const known = new Map<number, number>();
  return Float64Array.from(renewals, (made) => {
    const lifetime = known.get(made) ?? finite(sumStays(rates, made, made + 1, discount, terms));
    known.set(made, lifetime);
    return lifetime;
  });
}

function readOptions(options: LifetimeOptions): { discount: number; terms: number } {
  const { discountPerPeriod, periods } = options ?? {};
  checkNumber(discountPerPeriod, "options.discountPerPeriod", "nonNegative");
  if (periods !== undefined) checkPeriods(periods, "options.periods");
  return { discount: discountPerPeriod, terms: periods ?? Infinity };
}

function finite(lifetime: number): number {
  if (lifetime < Infinity) return lifetime;
  throw new ClienteleError(
    "OUT_OF_RANGE",
    "Without a discount the expected lifetime is infinite under this model; give a discountPerPeriod above 0 or a number of periods",
    { where: "options.discountPerPeriod" },
  );
}
