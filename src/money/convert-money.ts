import { invalid } from "../core/errors.js";
import { checkMoney, currencyMismatch } from "./create-money.js";
import { type Fraction, multiplyFractions, parseDecimal, powerOfTen } from "./fraction.js";
import { minorDigits } from "./minor-digits.js";
import type { RoundingOptions } from "./options.js";
import { checkRounding } from "./round-quotient.js";
import { createScaler } from "./scale-integer.js";
import type { Decimal, ExchangeRate, Money } from "./types.js";

/**
 * An amount in another currency, rounded once to that currency's minor unit.
 *
 * @param rate - `{ from: "USD", to: "JPY", rate: "151.2" }`: one dollar is 151.2 yen
 * @param options - the rounding, which must be named
 * @throws ClienteleError CURRENCY_MISMATCH when the amount is not in `rate.from`; INVALID_ARGUMENT; UNKNOWN_CURRENCY; UNSAFE_INTEGER
 * @example
 * convert(money(1000, "USD"), { from: "USD", to: "JPY", rate: "151.2" }, { rounding: "halfEven" }) //=> { minor: 1512, currency: "JPY" }
 */
export function convert<From extends string, To extends string>(
  amount: Money<From>,
  rate: ExchangeRate<NoInfer<From>, To>,
  options: RoundingOptions,
): Money<To> {
  checkMoney(amount, "amount");
  checkRounding(options?.rounding);
  if (typeof rate !== "object" || rate === null) throw invalid("rate", "an exchange rate", rate);
  if (rate.from !== amount.currency)
    throw currencyMismatch("rate.from", amount.currency, rate.from);
  const exchange = parseRate(rate.rate, "rate.rate");
  const digits = minorDigits(rate.to, "rate.to") - minorDigits(amount.currency);
  const scale = createScaler(multiplyFractions(exchange, powerOfTen(digits)), options.rounding);
  return { minor: scale(amount.minor), currency: rate.to };
}

/**
 * Reads a positive rate exactly.
 *
 * @throws ClienteleError INVALID_ARGUMENT
 */
export function parseRate(rate: Decimal, where: string): Fraction {
  const exchange = parseDecimal(rate, where);
  if (exchange.numerator <= 0n) throw invalid(where, "a positive rate", rate);
  return exchange;
}
