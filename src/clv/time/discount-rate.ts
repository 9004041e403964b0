import { DAYS_PER_UNIT, type TimeUnit } from "../../core/calendar.js";
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
 * @param rate - not negative; with its unit
 * @param unit - the unit of t
 * @param where - its name in errors
 * @throws ClienteleError INVALID_ARGUMENT for a bare number, or a rate that is negative or not finite
 * @example
 * continuousRate({ annual: 0.15 }, "year"); //=> 0.13976194237515868
 */
export function continuousRate(
  rate: DiscountRate | undefined,
  unit: TimeUnit,
  where = "discountRate",
): number {
  const given = readRate(rate);
  if (given === undefined) {
    const expected = '{ annual: 0.1 } or { continuous: 0.0027, per: "week" }';
    throw invalid(where, `a rate with its unit such as ${expected}`, rate);
  }
  const { value, perUnit, per } = given;
  if (!(perUnit >= 0 && perUnit < Infinity)) {
    throw invalid(where, "a rate that is finite and not negative", value);
  }
  return perUnit * unitRatio(unit, per);
}

interface GivenRate {
  readonly value: number;
  /** Continuous. */
  readonly perUnit: number;
  readonly per: TimeUnit;
}

function readRate(rate: DiscountRate | undefined): GivenRate | undefined {
  if (typeof rate !== "object" || rate === null) return undefined;
  const { annual, continuous, per, ...others } = rate as {
    readonly [Key in "annual" | "continuous" | "per"]?: unknown;
  };
  if (Object.keys(others).length > 0) return undefined;
  if (typeof annual === "number" && continuous === undefined && per === undefined) {
    return { value: annual, perUnit: Math.log1p(annual), per: "year" };
  }
  const isUnit = typeof per === "string" && Object.hasOwn(DAYS_PER_UNIT, per);
  return typeof continuous === "number" && annual === undefined && isUnit
    ? { value: continuous, perUnit: continuous, per: per as TimeUnit }
    : undefined;
}
