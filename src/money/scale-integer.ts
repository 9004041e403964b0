import { type Fraction, readFraction } from "./fraction.js";
import type { RoundingOptions } from "./options.js";
import { checkRounding, roundBigQuotient, roundQuotient } from "./round-quotient.js";
import { checkSafeInteger, unsafeInteger } from "./safe-integer.js";
import type { Decimal, Ratio, RoundingMode } from "./types.js";

/** Multiplies a safe integer by a fixed factor; the exact product is rounded once. */
export type IntegerScaler = (value: number) => number;

/**
 * Prepares the exact multiplication of many integers, such as minor units or points, by one factor.
 *
 * @param factor - a decimal such as `"0.15"`, or a ratio such as `{ numerator: 1, denominator: 3 }`
 * @param options - the rounding, which must be named
 * @returns a function of a safe integer that throws ClienteleError UNSAFE_INTEGER when the product
 *   passes 2^53 - 1, and INVALID_ARGUMENT for what is no integer
 * @throws ClienteleError INVALID_ARGUMENT
 * @example
 * integerScaler("0.15", { rounding: "halfEven" })(1050) //=> 158
 */
export function integerScaler(factor: Decimal | Ratio, options: RoundingOptions): IntegerScaler {
  checkRounding(options?.rounding);
  return createScaler(readFraction(factor, "factor"), options.rounding);
}

/** Plain numbers as long as the product is a safe integer, big integers beyond. */
export function createScaler(fraction: Fraction, rounding: RoundingMode): IntegerScaler {
  const numerator = Number(fraction.numerator);
  const denominator = Number(fraction.denominator);
  const isPlain = Number.isSafeInteger(numerator) && Number.isSafeInteger(denominator);
  const farthest = isPlain ? Math.floor(Number.MAX_SAFE_INTEGER / Math.abs(numerator)) : -1;
  return (value) => {
    checkSafeInteger(value, "value");
    if (Math.abs(value) <= farthest) return roundQuotient(value * numerator, denominator, rounding);
    const product = BigInt(value) * fraction.numerator;
    const result = roundBigQuotient(product, fraction.denominator, rounding);
    if (!Number.isSafeInteger(Number(result))) throw unsafeInteger("the exact result", result);
    return Number(result);
  };
}
