import type { TimeUnit } from "../../core/calendar.js";
import { DAYS_PER_UNIT } from "../../core/calendar.js";
import { invalid } from "../../core/errors.js";
import { unitRatio } from "./duration.js";

/**
 * What later money loses: `{ annual: 0.1 }` is the effective rate of a year (110 then is worth 100
 * now), `{ continuous: 0.0027, per: "week" }` a continuous rate.
 */
export type DiscountRate =
  | { readonly annual: number }
  | { readonly continuous: number; readonly per: TimeUnit };

/**
 * The continuous rate δ per unit of time, so that e^(-δt) is what 1 at time t is worth now; an annual
 * rate i gives ln(1 + i) a year.
 *
 * @param rate - not negative
 * @param unit - the unit of t
 * @throws ClienteleError INVALID_ARGUMENT for a bare number, or a rate that is negative or not finite
 * @example
 * continuousRate({ annual: 0.15 }, "week"); //=> 0.0026785859…
 */
export function continuousRate(rate: DiscountRate, unit: TimeUnit, where = "discountRate"): number {
  const perUnit = readRate(rate, unit);
  if (perUnit === undefined) {
    throw invalid(
      where,
      'a rate with its unit such as { annual: 0.1 } or { continuous: 0.0027, per: "week" }',
      rate,
    );
  }
  if (!(perUnit >= 0 && perUnit < Infinity)) {
    throw invalid(
      where,
      "a rate that is finite and not negative",
      "annual" in rate ? rate.annual : rate.continuous,
    );
  }
  return perUnit;
}

function readRate(rate: DiscountRate, unit: TimeUnit): number | undefined {
  if (typeof rate !== "object" || rate === null || Object.keys(rate).length > 2) return undefined;
  if ("annual" in rate) {
    if ("continuous" in rate || "per" in rate || typeof rate.annual !== "number") return undefined;
    return Math.log1p(rate.annual) * unitRatio(unit, "year");
  }
  if (typeof rate.continuous !== "number" || !Object.hasOwn(DAYS_PER_UNIT, rate.per))
    return undefined;
  return rate.continuous * unitRatio(unit, rate.per);
}
