import { checkNumber, invalid } from "../core/index.js";
import { checkMoney } from "./create-money.js";
import { type Fraction, parseDecimal } from "./fraction.js";
import type { RoundingOptions } from "./options.js";
import { checkRounding } from "./round-quotient.js";
import { createMinorScaler } from "./scale-minor.js";
import type { Decimal, Money, Ratio } from "./types.js";

/**
 * An amount times an exact factor, rounded once.
 *
 * @param factor - a decimal such as `"0.15"`, or a ratio such as `{ numerator: 1, denominator: 3 }`
 * @param options - the rounding, which must be named
 * @throws ClienteleError INVALID_ARGUMENT; UNSAFE_INTEGER when the product passes 2^53 - 1
 * @example multiplyMoney(money(1050, "USD"), "0.15", { rounding: "halfEven" }) //=> { minor: 158, currency: "USD" }
 */
export function multiplyMoney<Currency extends string>(
  amount: Money<Currency>,
  factor: Decimal | Ratio,
  options: RoundingOptions,
): Money<Currency> {
  checkMoney(amount, "amount");
  checkRounding(options?.rounding);
  const scale = createMinorScaler(readFactor(factor), options.rounding);
  return { minor: scale(amount.minor), currency: amount.currency };
}

function readFactor(factor: Decimal | Ratio): Fraction {
  if (typeof factor !== "object") return parseDecimal(factor, "factor");
  if (factor === null) throw invalid("factor", "a decimal or a ratio", factor);
  checkNumber(factor.numerator, "factor.numerator", "integer");
  checkNumber(factor.denominator, "factor.denominator", "integer");
  checkNumber(factor.denominator, "factor.denominator", "positive");
  return { numerator: BigInt(factor.numerator), denominator: BigInt(factor.denominator) };
}
