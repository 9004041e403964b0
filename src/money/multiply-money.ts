import { checkMoney } from "./create-money.js";
import type { RoundingOptions } from "./options.js";
import { integerScaler } from "./scale-integer.js";
import type { Decimal, Money, Ratio } from "./types.js";

/**
 * An amount times an exact factor, rounded once.
 *
 * @param factor - a decimal such as `"0.15"`, or a ratio such as `{ numerator: 1, denominator: 3 }`
 * @param options - the rounding, which must be named
 * @throws ClienteleError INVALID_ARGUMENT; UNSAFE_INTEGER when the product passes 2^53 - 1
 * @example
 * multiplyMoney(money(1050, "USD"), "0.15", { rounding: "halfEven" }) //=> { minor: 158, currency: "USD" }
 */
export function multiplyMoney<Currency extends string>(
  amount: Money<Currency>,
  factor: Decimal | Ratio,
  options: RoundingOptions,
): Money<Currency> {
  checkMoney(amount, "amount");
  return { minor: integerScaler(factor, options)(amount.minor), currency: amount.currency };
}
