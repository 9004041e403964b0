import { invalid } from "../core/errors.js";
import { parseRate } from "./convert-money.js";
import { invertFraction, multiplyFractions, powerOfTen } from "./fraction.js";
import { isCurrency, minorDigits } from "./minor-digits.js";
import type { RoundingOptions } from "./options.js";
import { checkRounding } from "./round-quotient.js";
import { createScaler, type IntegerScaler } from "./scale-integer.js";
import type { RateTable } from "./types.js";

/**
 * Converts minor units of a currency into minor units of the table's base; `undefined` when the
 * table has no rate for the currency. Throws ClienteleError UNSAFE_INTEGER beyond 2^53 - 1.
 */
export type RateConverter = (minor: number, currency: string) => number | undefined;

/**
 * Refuses a table that is not made of positive rates by currency code.
 *
 * @throws ClienteleError INVALID_ARGUMENT, UNKNOWN_CURRENCY
 */
export function checkRates(table: RateTable): void {
  readScalers(table, "halfEven");
}

/**
 * Prepares the conversion of many amounts into the base currency of a rate table, each rounded
 * once from its exact value.
 *
 * @param table - `{ base: "EUR", rates: { USD: "1.08" } }`: one euro is 1.08 dollars; three-letter
 *   codes outside ISO 4217, such as BTC in published tables, are left out
 * @param options - the rounding; default `halfEven`
 * @throws ClienteleError INVALID_ARGUMENT, UNKNOWN_CURRENCY
 * @example
 * rateConverter({ base: "EUR", rates: { USD: "1.08" } })(10800, "USD") //=> 10000
 */
export function rateConverter(
  table: RateTable,
  options: RoundingOptions = { rounding: "halfEven" },
): RateConverter {
  checkRounding(options?.rounding);
  const scalers = readScalers(table, options.rounding);
  return (minor, currency) => scalers.get(currency)?.(minor);
}

const CODE = /^[A-Z]{3}$/;

function readScalers(
  table: RateTable,
  rounding: RoundingOptions["rounding"],
): ReadonlyMap<string, IntegerScaler> {
  if (typeof table !== "object" || table === null) throw invalid("rates", "a rate table", table);
  const { base, rates } = table;
  const baseDigits = minorDigits(base, "rates.base");
  if (typeof rates !== "object" || rates === null || Array.isArray(rates)) {
    throw invalid("rates.rates", "an object of rates by currency code", rates);
  }
  const scalers = new Map<string, IntegerScaler>();
  for (const [currency, rate] of Object.entries(rates)) {
    const where = `rates.rates.${currency}`;
    if (!CODE.test(currency)) throw invalid(where, "named by a three-letter code", currency);
    const exchange = parseRate(rate, where);
    if (currency === base && exchange.numerator !== exchange.denominator) {
      throw invalid(where, "1, because it is the base", rate);
    }
    if (!isCurrency(currency)) continue;
    const digits = powerOfTen(baseDigits - minorDigits(currency));
    const factor = multiplyFractions(invertFraction(exchange), digits);
    scalers.set(currency, createScaler(factor, rounding));
  }
  return scalers.set(base, createScaler(powerOfTen(0), rounding));
}
